import { AwsError, describeError, findCause, UserError } from '../errors.ts'
import type { Diagnosis, Dossier, Evidence } from '../model/diagnosis.ts'
import { objectsAt, textAt } from '../model/json.ts'
import { type DiagnosisContext, locateFault } from './blame.ts'
import { type Classification, categoryOf, classify } from './classify.ts'
import { policyStep } from './policy.ts'
import { type Recognition, recognise } from './recognise.ts'
import { unclassified } from './rules/info.ts'

/** Supporting evidence that is shown beside what decided. */
const mostSupporting = 4

/** Says why a deployment failed. Pure; an empty dossier gives `unknown/unclassified`. */
export function diagnose(dossier: Dossier, context: DiagnosisContext = {}): Diagnosis {
  const spoken = dossier.logs.flatMap((log) =>
    log.lines.map((message): Evidence => ({ source: 'log', message, container: log.container, task: log.task })),
  )
  const evidence = [...dossier.evidence, ...spoken]
  const classification = classify(evidence)
  const decisive = classification.recognitions[classification.decisive] ?? nothing
  if (decisive.evidence === nothing.evidence) return { ...describe(decisive, context), ...pick(dossier) }
  return {
    ...describe(decisive, context),
    ...pick(dossier),
    evidence: arrange(classification, decisive),
    tasks: countTasks(classification, decisive),
  }
}

/** Says why a command failed before or beside any deployment: by AWS's refusal, the user's file, or the words alone. */
export function diagnoseError(error: unknown, context: DiagnosisContext = {}): Diagnosis {
  const refused = findCause(error, (one): one is AwsError => one instanceof AwsError)
  const user = findCause(error, (one): one is UserError => one instanceof UserError)
  const evidence =
    refused === undefined ? ({ source: 'cli', message: describeError(error) } as const) : errorEvidence(refused)
  const diagnosis = diagnose({ evidence: [evidence], logs: [], notes: [] }, context)
  if (user !== undefined) return userDiagnosis(user, diagnosis)
  if (refused === undefined || diagnosis.label !== unclassified.label) return diagnosis
  const last: Evidence =
    refused.status >= 500 ? { source: 'apiError', message: `status code: ${refused.status}` } : evidence
  return { ...diagnose({ evidence: [last], logs: [], notes: [] }, context), evidence: [evidence] }
}

const nothing = recognise({ source: 'cli', message: '' })

function errorEvidence(error: AwsError): Evidence {
  return {
    source: 'apiError',
    message: error.message,
    errorName: error.code,
    operation: `${error.service}:${error.operation}`,
  }
}

/** Our own refusals know best what to do and where; they are no evidence from AWS. */
function userDiagnosis(error: UserError, diagnosis: Diagnosis): Diagnosis {
  const guessed = diagnosis.label.startsWith('config/') ? diagnosis.label : 'config/client'
  const { location = diagnosis.location, category = guessed, hint } = error
  const reason = describeError(error)
  const base = { ...diagnosis, label: category, reason, hint, next: [], evidence: [], retryable: false }
  return location === undefined ? base : { ...base, location }
}

function pick({ logs, notes }: Dossier): Pick<Diagnosis, 'evidence' | 'logs' | 'notes' | 'tasks'> {
  return { evidence: [], logs, notes, tasks: 0 }
}

function describe(
  recognition: Recognition,
  context: DiagnosisContext,
): Omit<Diagnosis, 'evidence' | 'logs' | 'notes' | 'tasks'> {
  const known = withDefinitionNames(recognition, context)
  const { rule, facts } = known
  const location = locateFault(known, context)
  const statement = policyStep(known)
  return {
    label: rule.label,
    reason: nameContainer(rule.reason(facts), facts.container),
    hint: rule.hint,
    next: statement === undefined ? rule.next : [statement, ...rule.next],
    retryable: rule.retryable,
    ...(location === undefined ? {} : { location }),
  }
}

/** A container's line that does not name its image gets it from the definition. */
function withDefinitionNames(recognition: Recognition, { taskDefinition }: DiagnosisContext): Recognition {
  const { facts } = recognition
  if (facts.image !== undefined || categoryOf(recognition) !== 'image' || facts.container === undefined)
    return recognition
  const containers = objectsAt(taskDefinition?.document, ['containerDefinitions'])
  const image = textAt(
    containers.find((one) => one['name'] === facts.container),
    ['image'],
  )
  return image === undefined ? recognition : { ...recognition, facts: { ...facts, image } }
}

function nameContainer(reason: string, container: string | undefined): string {
  return container === undefined || reason.includes(`container ${container}`)
    ? reason
    : `${reason} (container ${container})`
}

/** The deciding line, then what supports it: same label first, nothing said twice, normal lines and noise left out. */
function arrange({ recognitions }: Classification, decisive: Recognition): readonly Evidence[] {
  const supporting = recognitions.filter(({ rule, evidence }) => {
    return rule.rank !== 'info' && rule.label !== unclassified.label && evidence.source !== 'log'
  })
  const own = supporting.filter((one) => one.rule.label === decisive.rule.label)
  const others = supporting.filter((one) => one.rule.label !== decisive.rule.label)
  const told: Recognition[] = [decisive]
  for (const one of [...own, ...others]) {
    if (told.length <= mostSupporting && !told.some((other) => saysTheSame(one, other))) told.push(one)
  }
  return told.map((one) => one.evidence)
}

/** Two lines are the same news when, ids and numbers aside, one holds the other: an event quotes a task's reason. */
function saysTheSame(one: Recognition, other: Recognition): boolean {
  if (one.rule.label !== other.rule.label) return false
  const [a, b] = [wordsOf(one.evidence), wordsOf(other.evidence)]
  return a.includes(b) || b.includes(a)
}

function wordsOf({ message }: Evidence): string {
  return message.replace(/\b[0-9a-f-]{8,}\b|\d+/gi, '#').replace(/\W+$/, '')
}

function countTasks({ recognitions }: Classification, decisive: Recognition): number {
  const category = categoryOf(decisive)
  return new Set(recognitions.filter((one) => categoryOf(one) === category).flatMap((one) => one.evidence.task ?? []))
    .size
}

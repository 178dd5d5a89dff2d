import type { Finding } from '../model/diagnosis.ts'
import type { Location } from '../model/location.ts'
import type { CommandResult, ProjectReport, RunReport } from '../model/report.ts'
import { isFailure, type Outcome } from '../model/verdict.ts'
import { decisiveCommand, outcomeWords, projectName } from './headline.ts'
import { annotationLimits } from './limits.ts'
import { oneLine, shorten, splitLines } from './text.ts'

/** A remark beside the user's file, or on the run where it has no place. Plain text. */
export interface Annotation {
  readonly level: 'error' | 'warning' | 'notice'
  readonly title: string
  readonly message: string
  readonly location?: Location
}

/** What of a run (redacted before) is worth an annotation: failed projects first, then findings; GitHub shows ten. */
export function renderAnnotations(report: RunReport): readonly Annotation[] {
  const failures = report.projects.flatMap(failureOf).slice(0, annotationLimits.failures)
  const others = report.projects.flatMap((project) => [...findingsOf(project), ...warningsOf(project)])
  const all = [...failures, ...unique(others)]
  const shown = (['error', 'warning'] as const).flatMap((level) => {
    return all.filter((one) => one.level === level).slice(0, annotationLimits.perLevel)
  })
  return [...shown, ...report.projects.flatMap(noticeOf).slice(0, annotationLimits.perLevel)].map(withinLimits)
}

function failureOf(project: ProjectReport): readonly Annotation[] {
  const command = decisiveCommand(project)
  if (command === undefined || !isFailure(command.result.outcome)) return []
  const { result } = command
  const category = result.category ?? result.diagnosis?.label
  const title = `${projectName(project)} ${outcomeWords(result.outcome)}${category === undefined ? '' : `: ${category}`}`
  return [annotation('error', title, { message: failureMessage(result), location: placeOf(result) })]
}

function failureMessage({ sentence, diagnosis }: CommandResult): string {
  if (diagnosis === undefined) return sentence
  const cause = sentence.includes(diagnosis.reason) ? [] : [`Cause: ${diagnosis.reason}`]
  return [sentence, ...cause, `What to do: ${diagnosis.hint}`].join('\n')
}

function placeOf({ diagnosis, findings }: CommandResult): Location | undefined {
  return diagnosis?.location ?? findings?.find((finding) => finding.status === 'failed')?.location
}

function findingsOf(project: ProjectReport): readonly Annotation[] {
  return project.commands.flatMap((command) => (command.result.findings ?? []).flatMap(findingOf))
}

function findingOf(finding: Finding): readonly Annotation[] {
  // A failed check without a place is told by its project's error.
  if (finding.location === undefined || finding.status === 'ok' || finding.status === 'skipped') return []
  const level = finding.status === 'failed' ? 'error' : 'warning'
  const message = [finding.message, ...(finding.hint === undefined ? [] : [finding.hint])].join('\n')
  return [annotation(level, `${finding.check}: ${finding.subject}`, { message, location: finding.location })]
}

function warningsOf(project: ProjectReport): readonly Annotation[] {
  return project.events.flatMap((event) => {
    if (event.kind !== 'note' || event.level !== 'warning') return []
    return [annotation('warning', projectName(project), { message: event.text, location: event.location })]
  })
}

const noticed: ReadonlySet<Outcome> = new Set<Outcome>(['started', 'awaiting-approval', 'skipped'])

function noticeOf(project: ProjectReport): readonly Annotation[] {
  const command = decisiveCommand(project)
  if (command === undefined || !noticed.has(command.result.outcome)) return []
  const title = `${projectName(project)} ${outcomeWords(command.result.outcome)}`
  return [annotation('notice', title, { message: command.result.sentence })]
}

function annotation(
  level: Annotation['level'],
  title: string,
  text: { readonly message: string; readonly location?: Location | undefined },
): Annotation {
  return { level, title, message: text.message, ...(text.location && { location: text.location }) }
}

function unique(annotations: readonly Annotation[]): readonly Annotation[] {
  return [...new Map(annotations.map((one) => [JSON.stringify(one), one])).values()]
}

function withinLimits(one: Annotation): Annotation {
  const title = shorten(oneLine(one.title), annotationLimits.title)
  const message = shorten(splitLines(one.message).join('\n').trim(), annotationLimits.message)
  return { ...one, title, message }
}

import { StepError, UserError } from '../errors.ts'
import type { Definition } from '../model/definition.ts'
import { parseTaskDefinitionName, type Service, shortName } from '../model/ecs.ts'
import { taskDefinitionDocument } from '../plan/normalise-task-definition.ts'
import { registrationInput } from '../plan/service-plan.ts'
import { argumentError } from './argument-error.ts'
import { booleanFlag, type Context, isDryRun, numberFlag, refuseWhenCancelled } from './context.ts'
import { leaveDoubt } from './lost-answers.ts'
import { findFamily } from './snapshot.ts'

/** Which task definition a deploy puts in place (specification 5.3.2). */
export type TaskDefinitionChoice =
  | { readonly kind: 'register'; readonly definition: Definition }
  | { readonly kind: 'existing'; readonly name: string }
  | { readonly kind: 'keep'; readonly name: string }

/**
 * Chooses by the flags: `--revision`, `--latest-task-definition`, `--skip-task-definition`, else the file.
 * @throws UserError when two of them contradict each other, or there is no revision
 */
export async function chooseTaskDefinition(
  context: Context,
  service: Service | undefined,
): Promise<TaskDefinitionChoice> {
  const { project, aws } = context
  const revision = numberFlag(context, 'revision') ?? 0
  const latest = booleanFlag(context, 'latest-task-definition')
  if (revision > 0 && latest) {
    throw argumentError('revision and latest-task-definition are exclusive', 'give one of the two')
  }
  if (revision > 0) return { kind: 'existing', name: `${await findFamily(project, service)}:${revision}` }
  if (latest || (booleanFlag(context, 'skip-task-definition') && service === undefined)) {
    const family = await findFamily(project, service)
    const [newest] = await aws.ecs.listTaskDefinitions(family, 1)
    if (newest !== undefined) return { kind: 'existing', name: newest }
    throw new UserError(`no task definitions family ${family} are found`, {
      hint: 'register one first: `register`',
      category: 'config/reference',
    })
  }
  if (booleanFlag(context, 'skip-task-definition')) return { kind: 'keep', name: service?.taskDefinition ?? '' }
  return { kind: 'register', definition: await project.taskDefinition() }
}

/** A task definition that is in place. */
export interface Settled {
  /** ARN, or the name that it will get on a dry run. */
  readonly taskDefinition: string
  /** Says what was done: told after what led to it. */
  tell(): void
}

/** Carries the choice out. @throws StepError `failed to register task definition` */
export async function settleTaskDefinition(context: Context, choice: TaskDefinitionChoice): Promise<Settled> {
  return choice.kind === 'register'
    ? registerDefinition(context, choice.definition)
    : { taskDefinition: choice.name, tell: () => {} }
}

/** The definition that was chosen, as a comparison needs it. @throws UserError when the revision does not exist */
export async function readChosen(context: Context, choice: TaskDefinitionChoice): Promise<Definition | undefined> {
  if (choice.kind === 'register') return choice.definition
  if (choice.kind === 'keep') return undefined
  const found = await context.aws.ecs.describeTaskDefinition(choice.name)
  const file = shortName(choice.name)
  if (found !== undefined) return { file, document: taskDefinitionDocument(found), locate: () => ({ file }) }
  throw new UserError(`the task definition ${file} does not exist`, {
    hint: 'see which revisions there are: `aws ecs list-task-definitions`',
    category: 'config/reference',
  })
}

/**
 * Registers a definition; with `--dry-run` only says so.
 * @throws StepError `failed to register task definition`
 */
export async function registerDefinition(context: Context, definition: Definition): Promise<Settled> {
  const { aws, emit, project } = context
  const input = registrationInput(definition.document, project.config.ignoreTags)
  const call = { kind: 'call', operation: 'RegisterTaskDefinition', input } as const
  if (isDryRun(context)) {
    const family = String(input['family'])
    const summary = `register a new revision of ${family}`
    return { taskDefinition: `${family}:(new revision)`, tell: () => emit({ ...call, dryRun: true, summary }) }
  }
  refuseWhenCancelled(context, 'the task definition was registered')
  try {
    const { arn, repeated } = await aws.ecs.registerTaskDefinition(input)
    const name = shortName(arn)
    const removal = `aws ecs deregister-task-definition --task-definition ${name}`
    context.leave(`${name} stays registered; to remove it: \`${removal}\``)
    if (repeated) tellDouble(context, name)
    return { taskDefinition: arn, tell: () => emit({ ...call, dryRun: false, summary: `registered ${name}` }) }
  } catch (error) {
    leaveDoubt(context, error, `a revision of ${String(input['family'])} may have been registered`)
    throw new StepError('failed to register task definition', error)
  }
}

/** The answer to a first attempt was lost: what it registered, if anything, is the revision before. */
function tellDouble({ emit, leave }: Context, name: string): void {
  const { family, revision } = parseTaskDefinitionName(name)
  const text = `${family}:${Number(revision) - 1} may have been registered too: the answer to a first attempt was lost`
  emit({ kind: 'note', level: 'warning', text })
  leave(text)
}

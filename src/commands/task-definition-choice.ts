import { StepError, UserError } from '../errors.ts'
import type { Definition } from '../model/definition.ts'
import { type Service, shortName } from '../model/ecs.ts'
import { registrationInput } from '../plan/service-plan.ts'
import { booleanFlag, type Context, isDryRun, numberFlag } from './context.ts'
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
    throw new UserError('revision and latest-task-definition are exclusive', { hint: 'give one of the two' })
  }
  if (revision > 0) return { kind: 'existing', name: `${await findFamily(project, service)}:${revision}` }
  if (latest || (booleanFlag(context, 'skip-task-definition') && service === undefined)) {
    const family = await findFamily(project, service)
    const [newest] = await aws.ecs.listTaskDefinitions(family, 1)
    if (newest !== undefined) return { kind: 'existing', name: newest }
    throw new UserError(`no task definitions family ${family} are found`, { hint: 'register one first: `register`' })
  }
  if (booleanFlag(context, 'skip-task-definition')) return { kind: 'keep', name: service?.taskDefinition ?? '' }
  return { kind: 'register', definition: await project.taskDefinition() }
}

/** Carries the choice out; answers the ARN, or the name that a dry run would get. */
export async function settleTaskDefinition(context: Context, choice: TaskDefinitionChoice): Promise<string> {
  if (choice.kind === 'keep') return choice.name
  if (choice.kind === 'register') return registerDefinition(context, choice.definition)
  const found = await context.aws.ecs.describeTaskDefinition(choice.name)
  if (found !== undefined) return found.arn
  throw new UserError(`the task definition ${shortName(choice.name)} does not exist`, {
    hint: 'see which revisions there are: `aws ecs list-task-definitions`',
  })
}

/**
 * Registers a definition; with `--dry-run` only says so.
 * @throws StepError `failed to register task definition`
 */
export async function registerDefinition(context: Context, definition: Definition): Promise<string> {
  const { aws, emit, project } = context
  const input = registrationInput(definition.document, project.config.ignoreTags)
  const call = { kind: 'call', operation: 'RegisterTaskDefinition', input } as const
  if (isDryRun(context)) {
    emit({ ...call, dryRun: true, summary: `register a new revision of ${String(input['family'])}` })
    return ''
  }
  try {
    const { arn } = await aws.ecs.registerTaskDefinition(input)
    const name = shortName(arn)
    emit({ ...call, dryRun: false, summary: `registered ${name}` })
    context.leave(
      `${name} stays registered; to remove it: \`aws ecs deregister-task-definition --task-definition ${name}\``,
    )
    return arn
  } catch (error) {
    throw new StepError('failed to register task definition', error)
  }
}

import { AwsError, findCause, StepError, UserError } from '../errors.ts'
import { shortName } from '../model/ecs.ts'
import type { JsonObject } from '../model/json.ts'
import type { CommandResult } from '../model/report.ts'
import type { StartedTasks } from '../model/task-run-ports.ts'
import { planTaskRun } from '../plan/task-run.ts'
import { booleanFlag, type Context, isDryRun, refuseWhenCancelled } from './context.ts'
import { followLogs } from './run-logs.ts'
import { type RunRequest, readRequest } from './run-request.ts'
import { concludeEnd, refusePlacement, tellStarted } from './run-result.ts'
import { type TaskRun, watchTasks } from './run-watch.ts'
import { settleTaskDefinition } from './task-definition-choice.ts'

/**
 * Runs tasks once (specification 5.13): registers, starts, follows, tells.
 * @throws StepError `failed to register task definition`, `failed to run task`
 */
export async function runTask(context: Context): Promise<CommandResult> {
  const request = await readRequest(context)
  const { taskDefinition, tell } = await settleTaskDefinition(context, request.choice)
  tell()
  if (isDryRun(context)) return sayWhatWouldRun(context, planTaskRun({ ...request.task, taskDefinition }))
  refuseWhenCancelled(context, 'a task was started')
  // A call whose answer is lost is made again, and starts nothing twice.
  const clientToken = request.task.clientToken ?? crypto.randomUUID()
  const started = await start(context, request, planTaskRun({ ...request.task, taskDefinition, clientToken }))
  const revision = shortName(taskDefinition)
  const [first] = started.tasks
  if (started.failures.length > 0 || first === undefined) {
    return refusePlacement(context, request, { ...started, taskDefinition })
  }
  tellTasks(context, started, revision)
  context.know({ taskArn: first.taskArn ?? '' })
  const run = await follow(context, request, { ...started, taskDefinition: first.taskDefinitionArn ?? taskDefinition })
  if (!booleanFlag(context, 'wait', true)) return tellStarted(context, run)
  return concludeEnd(context, { run, request, taskDefinition }, await watchTasks(context, run))
}

function sayWhatWouldRun({ emit }: Context, input: JsonObject): CommandResult {
  const count = Number(input['count'])
  const summary = `run ${count === 1 ? 'a task' : `${count} tasks`} of ${shortName(String(input['taskDefinition']))}`
  emit({ kind: 'call', operation: 'RunTask', dryRun: true, summary, input })
  return { outcome: 'dry-run', sentence: 'DRY RUN OK: nothing was written' }
}

async function start(context: Context, request: RunRequest, input: JsonObject): Promise<StartedTasks> {
  try {
    return await context.aws.taskRuns.runTask(input)
  } catch (error) {
    throw explainRefusal(error, context, request)
  }
}

const failure = 'failed to run task'

/** Without a service nothing says in which subnets the task runs, and AWS's sentence does not say where to put them. */
function explainRefusal(error: unknown, { project }: Context, { hasService }: RunRequest): Error {
  const refused = findCause(error, (one): one is AwsError => one instanceof AwsError)
  const lacksNetwork = !hasService && /network ?configuration must be provided/i.test(refused?.message ?? '')
  if (!lacksNetwork) return new StepError(failure, error)
  return new UserError(failure, {
    hint: 'name a `service` in the config (its network is used), or a `service_definition` with `networkConfiguration`',
    location: { file: project.config.file },
    category: 'config/network',
    cause: error,
  })
}

function tellTasks({ emit }: Context, { tasks }: StartedTasks, revision: string): void {
  const what = tasks.length === 1 ? 'task' : `${tasks.length} tasks`
  const names = tasks.map(({ taskArn = '' }) => shortName(taskArn)).join(', ')
  emit({ kind: 'call', operation: 'RunTask', dryRun: false, summary: `started ${what} of ${revision}: ${names}` })
}

async function follow(
  context: Context,
  { watched, essential, until, task }: RunRequest,
  { tasks, taskDefinition }: StartedTasks & { readonly taskDefinition: string },
): Promise<TaskRun> {
  // Only for logs and stop times: not worth losing sight of tasks that have begun.
  const registered = await context.aws.ecs.describeTaskDefinition(taskDefinition).catch(() => undefined)
  const definition = registered?.definition ?? {}
  const { aws, emit } = context
  const follows = booleanFlag(context, 'wait', true)
  return {
    cluster: task.cluster,
    goal: { revision: shortName(taskDefinition), watched, essential, until },
    definition,
    follower: followLogs({ aws, emit, tasks, definition, watched: follows ? watched : [] }),
    tasks: new Map(tasks.map((one) => [one.taskArn ?? '', one])),
  }
}

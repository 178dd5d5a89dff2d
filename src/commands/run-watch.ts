import { describeError } from '../errors.ts'
import { shortName, type Task, type TaskDefinition } from '../model/ecs.ts'
import type { Emit } from '../model/event.ts'
import type { Verdict } from '../model/verdict.ts'
import { assessTasks, countTasks, isStopped, type TaskGoal } from '../rollout/assess-tasks.ts'
import { isTerminal, type Judged, type WatchEnd, watch } from '../rollout/watch.ts'
import type { Context } from './context.ts'
import type { LogFollower, LogLine } from './run-logs.ts'

/** Tasks that this run has started, and what is known of them. */
export interface TaskRun {
  readonly cluster: string
  readonly goal: TaskGoal
  readonly definition: TaskDefinition
  readonly follower: LogFollower
  /** By ARN, in the order in which they were started; the last look that ECS allowed. */
  readonly tasks: Map<string, Task>
}

/** How long the last lines are waited for once all tasks have stopped: CloudWatch shows a line a moment after it came. */
const drainTime = { pause: 2000, limit: 15_000 }

/** Beside the time that containers have to stop: for the network of the task and our own looks. */
const stopSlack = 30_000
const defaultStopTimeout = 30

/** After SIGINT the runner leaves 7.5 s. */
const cancelLooks = 3
const cancelPause = 1000

/** Looks at the tasks until they are where they should be, telling states and log lines. */
export async function watchTasks(context: Context, run: TaskRun, deadline = context.deadline): Promise<WatchEnd> {
  const { clock, signal, options } = context
  const onLook = (): void => {}
  const watching = { clock, signal, interval: options.pollInterval, deadline, onLook }
  const end = await watch(() => look(context, run), watching, isTerminal)
  const hasFailed = end.kind === 'verdict' && end.verdict.kind === 'failed'
  if (hasFailed || [...run.tasks.values()].every(isStopped)) await drain(context, run)
  return end
}

async function look(context: Context, run: TaskRun): Promise<Judged> {
  const { aws, emit } = context
  const describing = aws.taskRuns.describeTasks(run.cluster, [...run.tasks.keys()])
  // A look that fails loses no line: what was read is told before.
  const [described, lines] = await Promise.all([Promise.allSettled([describing]), run.follower.look()])
  const fresh = described.flatMap((one) => (one.status === 'fulfilled' ? one.value : []))
  const changed = fresh.filter((task) => run.tasks.get(task.taskArn ?? '')?.lastStatus !== task.lastStatus)
  for (const task of fresh) run.tasks.set(task.taskArn ?? '', task)
  // A container writes after its task has begun to run, and before it has ended.
  tellStates(
    emit,
    changed.filter((task) => task.desiredStatus !== 'STOPPED'),
  )
  tellLines(emit, lines)
  tellStates(
    emit,
    changed.filter((task) => task.desiredStatus === 'STOPPED'),
  )
  await describing
  const tasks = [...run.tasks.values()]
  return { verdict: assessTasks(tasks, run.goal), progress: countTasks(tasks, run.goal) }
}

function tellStates(emit: Emit, tasks: readonly Task[]): void {
  for (const { taskArn = '', lastStatus = 'unknown' } of tasks) {
    emit({ kind: 'note', level: 'info', text: `task ${shortName(taskArn).slice(0, 8)}: ${lastStatus}` })
  }
}

function tellLines(emit: Emit, lines: readonly LogLine[]): void {
  for (const { source, message } of lines) emit({ kind: 'log', source, message })
}

/** Reads until a look some time after the end brings nothing more. */
async function drain({ clock, emit, options }: Context, { follower, tasks }: TaskRun): Promise<void> {
  const ran = [...tasks.values()].some(({ containers = [] }) => containers.some((one) => one.exitCode !== undefined))
  if (follower.streams === 0 || !ran) return
  const limit = clock.now() + drainTime.limit
  tellLines(emit, await follower.look())
  for (let isQuiet = false; !isQuiet && clock.now() < limit; ) {
    await clock.sleep(Math.min(drainTime.pause, options.pollInterval))
    const late = await follower.look()
    tellLines(emit, late)
    isQuiet = late.length === 0
  }
}

/** What became of the tasks that were told to stop. */
export interface Stopping {
  /** `stopped task 8a7b1c2d`, or why one was not. */
  readonly sentence: string
}

/** Stops the tasks that have not ended, each with one call, all at once. */
export async function stopTasks(context: Context, run: TaskRun, reason: string): Promise<Stopping> {
  const running = [...run.tasks.values()].filter((task) => !isStopped(task))
  const answers = await Promise.all(running.map((task) => stopOne(context, { run, task, reason })))
  const stopped = answers.flatMap((one) => one.stopped ?? [])
  const refused = answers.flatMap((one) => one.refused ?? [])
  const parts = [
    ...(stopped.length > 0 ? [`stopped ${stopped.length === 1 ? 'task' : 'tasks'} ${stopped.join(', ')}`] : []),
    ...refused,
  ]
  return { sentence: parts.join('; ') || 'all tasks had ended' }
}

async function stopOne(
  { aws, emit }: Context,
  { run, task, reason }: { readonly run: TaskRun; readonly task: Task; readonly reason: string },
): Promise<{ readonly stopped?: string; readonly refused?: string }> {
  const { taskArn = '' } = task
  const id = shortName(taskArn).slice(0, 8)
  try {
    await aws.ecs.stopTask(run.cluster, taskArn, reason)
    emit({ kind: 'call', operation: 'StopTask', summary: `stopped task ${id}`, dryRun: false })
    return { stopped: id }
  } catch (error) {
    return { refused: `task ${id} could not be stopped (${describeError(error)}) and goes on` }
  }
}

/** Sees stopped tasks to their end, as long as their containers may take to stop. */
export async function awaitStop(context: Context, run: TaskRun): Promise<void> {
  const { containerDefinitions = [] } = run.definition
  const timeouts = containerDefinitions.map(({ stopTimeout = defaultStopTimeout }) => stopTimeout * 1000)
  const deadline = context.clock.now() + Math.max(...timeouts, defaultStopTimeout * 1000) + stopSlack
  await watchTasks(context, { ...run, goal: { ...run.goal, until: 'stopped' } }, deadline)
}

/** After a cancellation: the last lines and codes that come while the runner waits. */
export async function awaitCancelled(context: Context, run: TaskRun): Promise<void> {
  for (let index = 0; index < cancelLooks; index++) {
    await context.clock.sleep(cancelPause)
    // The tasks were told to stop already: what cannot be seen any more changes nothing.
    await look(context, run).catch(() => undefined)
    if ([...run.tasks.values()].every(isStopped)) return
  }
}

/** The verdict on the tasks as they were last seen. */
export function verdictOf({ tasks, goal }: TaskRun): Verdict {
  return assessTasks([...tasks.values()], goal)
}

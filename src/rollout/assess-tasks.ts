import { type Container, shortName, type Task } from '../model/ecs.ts'
import type { Progress, Verdict } from '../model/verdict.ts'

/** What tasks are run for. */
export interface TaskGoal {
  /** `api:2` */
  readonly revision: string
  /** Names of the containers whose exit codes count. */
  readonly watched: readonly string[]
  /** Names of the containers with which their task ends. */
  readonly essential: readonly string[]
  readonly until: 'running' | 'stopped'
}

/** The verdict on tasks that were started together, worst news first (specification 5.13). */
export function assessTasks(tasks: readonly Task[], goal: TaskGoal): Verdict {
  const ended = tasks.filter(isStopped)
  if (goal.until === 'stopped' && ended.length < tasks.length) {
    return { kind: 'progressing', sentence: describeProgress(ended.length, tasks, goal) }
  }
  const troubles = tasks.flatMap((task) => findTrouble(task, goal))
  if (troubles.length > 0) return { kind: 'failed', by: 'tasks', sentence: failureOf(troubles, tasks, goal) }
  const arrived = tasks.filter((task) => isStopped(task) || task.lastStatus === 'RUNNING')
  return arrived.length < tasks.length
    ? { kind: 'progressing', sentence: describeProgress(arrived.length, tasks, goal) }
    : { kind: 'succeeded', sentence: successOf(tasks, goal) }
}

function describeProgress(arrived: number, tasks: readonly Task[], { revision, until }: TaskGoal): string {
  const [only] = tasks
  if (tasks.length > 1)
    return `${arrived} of ${tasks.length} tasks of ${revision} ${until === 'stopped' ? 'ended' : 'run'}`
  return `the task of ${revision} ${until === 'stopped' ? 'has not ended' : 'does not run yet'} (${only?.lastStatus ?? ''})`
}

/** The tasks by their states. */
export function countTasks(tasks: readonly Task[], goal: TaskGoal): Progress {
  const running = tasks.filter(({ lastStatus }) => lastStatus === 'RUNNING').length
  const failed = tasks.filter((task) => findTrouble(task, goal).length > 0).length
  const ended = tasks.filter(isStopped).length
  return { revision: goal.revision, desired: tasks.length, running, pending: tasks.length - running - ended, failed }
}

/** What went wrong with a task. */
interface Trouble {
  readonly task: string
  readonly text: string
}

const mostTroubles = 3

function failureOf(troubles: readonly Trouble[], tasks: readonly Task[], { revision }: TaskGoal): string {
  const failed = new Set(troubles.map(({ task }) => task)).size
  if (tasks.length === 1) return `${troubles.map(({ text }) => text).join('; ')} (${revision})`
  const told = troubles.slice(0, mostTroubles).map(({ task, text }) => `task ${task}: ${text}`)
  const more = troubles.length > mostTroubles ? [`and ${troubles.length - mostTroubles} more`] : []
  return `${[...told, ...more].join('; ')} (${failed} of ${tasks.length} tasks of ${revision} failed)`
}

function successOf(tasks: readonly Task[], { revision, watched, until }: TaskGoal): string {
  const what = tasks.length === 1 ? revision : `${tasks.length} tasks of ${revision}`
  if (until === 'running' && !tasks.every(isStopped)) return `${what} ${tasks.length === 1 ? 'runs' : 'run'}`
  const containers = watched.length === 1 ? `container ${watched[0]}` : `containers ${watched.join(', ')}`
  return `${what} ran: ${containers} ended with exit code 0`
}

/** Whether a task has come to rest: before, exit codes may still appear. */
export function isStopped(task: Task): boolean {
  return task.lastStatus === 'STOPPED'
}

function findTrouble(task: Task, goal: TaskGoal): readonly Trouble[] {
  const id = shortName(task.taskArn ?? '').slice(0, 8)
  const texts = neverRan(task) ? [failedStart(task)] : failedContainersOf(task, goal)
  return texts.map((text) => ({ task: id, text }))
}

/** Whether a task came to rest before any of its containers ran. */
function neverRan(task: Task): boolean {
  if (!isStopped(task)) return false
  const hasRun = (task.containers ?? []).some(({ exitCode }) => exitCode !== undefined)
  return task.stopCode === 'TaskFailedToStart' || (task.startedAt === undefined && !hasRun)
}

/** `task failed to start: …`, with the container's reason where the task's own does not say it. */
function failedStart({ stopCode, stoppedReason = '', containers = [] }: Task): string {
  const own = containers
    .filter(({ reason }) => reason !== undefined && reason !== '' && !stoppedReason.includes(reason))
    .map(({ name, reason }) => `container ${name}: ${reason}`)
  const reasons = [stoppedReason, ...own].filter((reason) => reason !== '').join('; ') || 'AWS gives no reason'
  return stopCode === undefined || stopCode === 'TaskFailedToStart'
    ? `task failed to start: ${reasons}`
    : `task stopped before it ran: ${reasons}`
}

function failedContainersOf(task: Task, goal: TaskGoal): readonly string[] {
  const failed = failedContainers(task, goal)
  const texts = failed.map(describeEnd)
  const { stopCode, stoppedReason } = task
  // Who ended the task says more than the signal with which its containers went.
  const byOthers = failed.length > 0 && stopCode !== undefined && stopCode !== 'EssentialContainerExited'
  return byOthers && stoppedReason !== undefined ? [...texts, `task stopped: ${stoppedReason}`] : texts
}

/** Containers of a task that make it a failure: watched ones that failed, and essential ones that failed by themselves. */
export function failedContainers(task: Task, { watched, essential }: TaskGoal): readonly Container[] {
  return (task.containers ?? []).filter((container) => {
    const { name = '' } = container
    if (watched.includes(name)) return hasFailed(container, isStopped(task))
    return essential.includes(name) && failedByItself(container)
  })
}

/** A reason beside exit code 0 is no failure unless it is an error of ECS (`OutOfMemoryError: …`). */
function hasFailed({ exitCode, reason = '' }: Container, stopped: boolean): boolean {
  if (exitCode === undefined) return stopped
  return exitCode !== 0 || /\b\w+Error\b/.test(reason)
}

const sigkill = 137
const sigterm = 143

/** ECS stops the other containers with SIGTERM and SIGKILL once an essential one has ended: that is no failure. */
function failedByItself({ exitCode = 0, reason = '' }: Container): boolean {
  if (/\b\w+Error\b/.test(reason)) return true
  return exitCode !== 0 && exitCode !== sigkill && exitCode !== sigterm
}

/** `container: app, exit code: 1, reason: …` */
function describeEnd({ name, exitCode, reason }: Container): string {
  const code = exitCode === undefined ? 'no exit code' : `exit code: ${exitCode}`
  return [`container: ${name}`, code, ...(reason ? [`reason: ${reason}`] : [])].join(', ')
}

/** The exit code of a run: the first of the watched containers' that is not 0; undefined where one has none yet. */
export function exitCodeOf(tasks: readonly Task[], { watched }: TaskGoal): number | undefined {
  const codes = tasks.flatMap(({ containers = [] }) =>
    watched.map((name) => containers.find((container) => container.name === name)?.exitCode),
  )
  const failed = codes.find((code) => code !== undefined && code !== 0)
  if (failed !== undefined) return failed
  return codes.length > 0 && codes.every((code) => code === 0) ? 0 : undefined
}

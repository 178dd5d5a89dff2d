import { describeError } from '../errors.ts'
import { type Service, shortName, type Task } from '../model/ecs.ts'
import { serviceName } from '../model/project.ts'
import type { TimeWindow } from '../model/task-run-ports.ts'
import type { Context } from './context.ts'
import { readService } from './snapshot.ts'
import { type Moment, printMoments, type TaskDocument } from './task-document.ts'
import { type ContainerLine, readTaskLog } from './task-logs.ts'

/** Events and log lines count that come so near to a change of the task (specification 5.15). */
const margin = 60_000

const steps = [
  ['createdAt', 'created'],
  ['connectivityAt', 'connected to ECS'],
  ['pullStartedAt', 'image pull started'],
  ['pullStoppedAt', 'image pull ended'],
  ['startedAt', 'started'],
  ['stoppingAt', 'stopping'],
  ['executionStoppedAt', 'containers stopped'],
  ['stoppedAt', 'stopped'],
] as const

/** The life of a task as text. */
export async function describeLife(context: Context, task: Task): Promise<TaskDocument> {
  const id = shortName(task.taskArn ?? '')
  const text = printMoments(await traceTask(context, task))
  const document = { title: `trace of task ${id}`, language: 'text', text } as const
  return { document, sentence: `task ${id} is ${task.lastStatus ?? 'unknown'}` }
}

/** The life of a task with what happened around it, oldest first. A log that may not be read is told of. */
async function traceTask(context: Context, task: Task): Promise<readonly Moment[]> {
  const life = lifeOf(task)
  const windows = windowsAround(life.map(({ at }) => at))
  const name = serviceName(context.project.config)
  const isOfService = task.group === `service:${name?.service}`
  const [service, lines] = await Promise.all([
    isOfService ? readService(context.aws.ecs, context.project) : undefined,
    readLines(context, task, windows),
  ])
  const said = lines.map(({ at, container, message }) => ({ at, source: `log ${container}`, text: message }))
  return [...life, ...eventsIn(service, windows), ...said].sort((one, other) => one.at - other.at)
}

async function readLines(
  context: Context,
  task: Task,
  windows: readonly TimeWindow[],
): Promise<readonly ContainerLine[]> {
  const warn = (text: string) => context.emit({ kind: 'note', level: 'warning', text })
  try {
    const { lines, notes } = await readTaskLog(context, task, windows)
    for (const text of notes) context.emit({ kind: 'note', level: 'info', text })
    return lines
  } catch (error) {
    warn(`the log of the task cannot be read: ${describeError(error)}`)
    return []
  }
}

/** What a task's times and containers tell. */
export function lifeOf(task: Task): readonly Moment[] {
  const life = steps.flatMap(([key, text]) => {
    const at = task[key]?.getTime()
    if (at === undefined) return []
    const why = (key === 'stoppingAt' || key === 'stoppedAt') && task.stoppedReason
    const code = task.stopCode === undefined ? '' : ` (${task.stopCode})`
    return [{ at, source: 'task', text: why ? `${text}: ${why}${code}` : text }]
  })
  const end = (task.executionStoppedAt ?? task.stoppedAt)?.getTime()
  return end === undefined ? life : [...life, ...endsOf(task, end)].sort((one, other) => one.at - other.at)
}

/** ECS tells no time for a container's end: it is that of the task's. */
function endsOf({ containers = [] }: Task, at: number): readonly Moment[] {
  return containers.flatMap(({ name = '', exitCode, reason }) => {
    const code = exitCode === undefined ? 'ended without an exit code' : `exit code ${exitCode}`
    return [{ at, source: `container ${name}`, text: reason === undefined ? code : `${code}: ${reason}` }]
  })
}

/** A minute around each instant; those that touch are one. */
export function windowsAround(instants: readonly number[]): readonly TimeWindow[] {
  const windows: TimeWindow[] = []
  for (const at of [...instants].sort((one, other) => one - other)) {
    const last = windows.at(-1)
    if (last !== undefined && at - margin <= last.to) windows.splice(-1, 1, { from: last.from, to: at + margin })
    else windows.push({ from: at - margin, to: at + margin })
  }
  return windows
}

function eventsIn(service: Service | undefined, windows: readonly TimeWindow[]): readonly Moment[] {
  return (service?.events ?? []).flatMap(({ createdAt, message = '' }) => {
    const at = createdAt?.getTime() ?? 0
    return windows.some(({ from, to }) => from <= at && at < to) ? [{ at, source: 'service', text: message }] : []
  })
}

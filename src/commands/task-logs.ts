import { UserError } from '../errors.ts'
import { shortName, type Task } from '../model/ecs.ts'
import type { CommandResult } from '../model/report.ts'
import { type Context, numberFlag, textFlag } from './context.ts'
import { followLogs } from './run-logs.ts'

/** Lines that are shown at most: the last ones. */
const shownLines = 500

/** The last lines of a task's containers, oldest first. `--duration`: only those of that time before now. */
export async function showLogs(context: Context, task: Task): Promise<CommandResult> {
  const { aws, emit, clock } = context
  const id = shortName(task.taskArn ?? '')
  const registered = await aws.ecs.describeTaskDefinition(task.taskDefinitionArn ?? '')
  const definition = registered?.definition ?? {}
  const watched = chooseContainers(context, task)
  const lines = await followLogs({ aws, emit, tasks: [task], definition, watched }).look()
  const duration = numberFlag(context, 'duration')
  const since = duration === undefined ? 0 : clock.now() - duration
  const shown = lines.filter(({ at }) => at >= since).slice(-shownLines)
  const text = shown.map(({ at, source, message }) => `${new Date(at).toISOString()} ${source} ${message}\n`).join('')
  const document = { title: `log of task ${id}`, language: 'text', text } as const
  emit({ kind: 'printed', document })
  return { outcome: 'succeeded', sentence: `${shown.length} of ${lines.length} log lines of task ${id}`, document }
}

/** @throws UserError where the task has no such container */
function chooseContainers(context: Context, { containers = [] }: Task): readonly string[] {
  const names = containers.flatMap(({ name }) => name ?? [])
  const wanted = textFlag(context, 'container')
  if (wanted === '') return names
  if (names.includes(wanted)) return [wanted]
  const hint = `its containers are ${names.join(', ')}`
  throw new UserError(`the task has no container ${wanted}`, { hint, category: 'config/client' })
}

import { type Container, shortName, type Task } from '../model/ecs.ts'

const titles = ['TASK', 'CONTAINER', 'STATUS', 'EXIT', 'REASON'] as const

/** How the containers of tasks ended, as a table of text; a row a container, the task's own reason for one without exit code. */
export function describeContainers(tasks: readonly Task[]): string {
  const rows = tasks.flatMap((task) => (task.containers ?? []).map((container) => rowOf(task, container)))
  const all = [titles, ...rows]
  const widths = titles.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)))
  const lines = all.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  )
  return `${lines.join('\n')}\n`
}

function rowOf(task: Task, { name = '', lastStatus = '', exitCode, reason }: Container): readonly string[] {
  const id = shortName(task.taskArn ?? '').slice(0, 8)
  const why = reason || (exitCode === undefined && task.stoppedReason) || ''
  return [id, name, lastStatus, exitCode === undefined ? '-' : String(exitCode), oneLine(why)]
}

/** A reason is AWS's or the runtime's, and may hold anything. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

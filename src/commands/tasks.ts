import type { Command } from './context.ts'
import type { FlagSpec } from './flags.ts'
import { outputFlag } from './table.ts'
import { taskVerbs } from './task-verbs.ts'

/** The flags of `tasks` (specification 5.15). */
const flags: readonly FlagSpec[] = [
  { name: 'dry-run', kind: 'boolean', help: 'write nothing, say what would be called' },
  { name: 'id', kind: 'text', help: 'the task that is meant: its id, or what it begins with' },
  outputFlag,
  { name: 'find', kind: 'boolean', help: 'print one task as JSON, as `tasks find` does' },
  { name: 'stop', kind: 'boolean', help: 'stop one task, as `tasks stop` does' },
  { name: 'trace', kind: 'boolean', help: 'tell the life of one task, as `tasks trace` does' },
  { name: 'force', kind: 'boolean', help: 'yes: nobody is asked' },
  { name: 'duration', kind: 'duration', help: '`logs`: lines of the last so long, 1m where nothing is said' },
  { name: 'start-time', kind: 'text', help: '`logs`: lines since this time (RFC 3339)' },
  { name: 'container', kind: 'text', help: '`logs` and `trace`: lines of this container only' },
  { name: 'follow', kind: 'boolean', help: '`logs`: refused, as a log has no end' },
]

/** `tasks`: the tasks of the service and those that were run beside it; one of them is printed, stopped or told of. */
export const tasks: Command = {
  name: 'tasks',
  summary: 'list the tasks of the service and of its task definition, print one, its life or its logs, or stop it',
  flags,
  targets: taskVerbs,
  // Most runs deploy: what only this command needs is loaded with it.
  run: async (context) => (await import('./task-work.ts')).runTasks(context),
}

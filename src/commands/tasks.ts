import type { Command } from './context.ts'
import type { FlagSpec } from './flags.ts'
import { outputFlag } from './table.ts'
import { taskVerbs } from './task-verbs.ts'

/** The flags of `tasks` (specification 5.15). */
const flags: readonly FlagSpec[] = [
  { name: 'dry-run', kind: 'boolean', help: 'write nothing, say what would be called' },
  { name: 'id', kind: 'text', help: 'id of the task that is meant' },
  outputFlag,
  { name: 'find', kind: 'boolean', help: 'print one task as JSON, as `tasks find` does' },
  { name: 'stop', kind: 'boolean', help: 'stop one task, as `tasks stop` does' },
  { name: 'container', kind: 'text', help: '`logs`: of this container only' },
  { name: 'duration', kind: 'duration', help: '`logs`: lines of this time before now' },
  { name: 'force', kind: 'boolean', help: 'yes: nobody is asked' },
]

/** `tasks`: the tasks of the service and those that were run beside it; one of them is printed or stopped. */
export const tasks: Command = {
  name: 'tasks',
  summary: 'list the tasks of the service and of its task definition, print one, stop it or show its log',
  flags,
  targets: taskVerbs,
  // Most runs deploy: what only this command needs is loaded with it.
  run: async (context) => (await import('./task-work.ts')).runTasks(context),
}

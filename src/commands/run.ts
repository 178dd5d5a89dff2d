import type { Command } from './context.ts'
import { runFlags } from './run-flags.ts'

/** `run`: starts tasks of the task definition once, shows their logs and tells how they ended. */
export const run: Command = {
  name: 'run',
  summary: 'run a task once: show its log, fail when it fails',
  flags: runFlags,
  secretFlags: ['overrides'],
  // Most runs deploy: what only this command needs is loaded with it.
  run: async (context) => (await import('./run-task.ts')).runTask(context),
}

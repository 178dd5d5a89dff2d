import type { Command, Context } from './context.ts'
import { deployService } from './deploy.ts'
import { refreshFlags } from './flags.ts'
import { refuseMissingService } from './snapshot.ts'

/** `refresh`: a deploy that replaces the tasks by new ones of the same revision (specification 5.5). */
export const refresh: Command = {
  name: 'refresh',
  summary: 'replace the tasks by new ones of the same revision',
  flags: refreshFlags,
  run: (context) => deployService(asDeploy(context), refuseMissingService),
}

function asDeploy(context: Context): Context {
  const flags = { 'skip-task-definition': true, 'force-new-deployment': true, 'update-service': false }
  return { ...context, flags: { ...flags, ...context.flags }, options: { ...context.options, unchanged: 'deploy' } }
}

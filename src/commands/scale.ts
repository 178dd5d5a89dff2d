import type { Command, Context } from './context.ts'
import { deployService } from './deploy.ts'
import { scaleFlags } from './flags.ts'
import { refuseMissingService } from './snapshot.ts'

/** `scale`: a deploy that changes the desired count and auto scaling only (specification 5.6). */
export const scale: Command = {
  name: 'scale',
  summary: 'set the desired count or auto scaling, deploying nothing',
  flags: scaleFlags,
  run: (context) => deployService(asDeploy(context), refuseMissingService),
}

function asDeploy(context: Context): Context {
  const flags = { 'skip-task-definition': true, 'update-service': false, 'wait-until': 'stable' }
  return { ...context, flags: { ...flags, ...context.flags }, options: { ...context.options, unchanged: 'deploy' } }
}

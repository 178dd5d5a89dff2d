import { UserError } from '../errors.ts'
import type { CommandResult } from '../model/report.ts'
import { type Command, type Context, requireService } from './context.ts'
import { waitFlags } from './flags.ts'
import { conclude } from './see-through.ts'
import { readService } from './snapshot.ts'

/** `wait`: sees the deployment that is under way to its end; changes nothing. */
export const wait: Command = {
  name: 'wait',
  summary: 'wait until the service is stable',
  flags: waitFlags,
  run: runWait,
}

async function runWait(context: Context): Promise<CommandResult> {
  const name = requireService(context.project)
  const service = await readService(context.aws.ecs, context.project)
  if (service === undefined) {
    throw new UserError(`service ${name.service} is not found`, { hint: 'deploy it first' })
  }
  const flags = { 'wait-until': 'stable', ...context.flags }
  // What runs is not ours to undo: the policy is to look only.
  const watching: Context = { ...context, flags, options: { ...context.options, rollback: 'never', onCancel: 'leave' } }
  const plan = { input: {}, tags: { add: [], remove: [] }, changesService: false }
  return conclude(watching, { before: service, after: service, plan })
}

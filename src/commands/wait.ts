import type { Service } from '../model/ecs.ts'
import type { CommandResult } from '../model/report.ts'
import { findPrimary } from '../rollout/started.ts'
import type { Command, Context } from './context.ts'
import { waitFlags } from './flags.ts'
import { conclude } from './see-through.ts'
import { requireLiveService } from './snapshot.ts'

/** `wait`: sees the deployment that is under way to its end; changes nothing. */
export const wait: Command = {
  name: 'wait',
  summary: 'wait until the service is stable',
  flags: waitFlags,
  run: runWait,
}

async function runWait(context: Context): Promise<CommandResult> {
  const service = await requireLiveService(context)
  // What runs is not ours to undo: the policy is to look only.
  const watching: Context = {
    ...context,
    flags: { 'wait-until': 'stable', ...context.flags },
    options: { ...context.options, rollback: 'never', onCancel: 'leave' },
  }
  const plan = { input: {}, tags: { add: [], remove: [] }, changesService: false }
  return conclude(watching, { before: beforeDeployment(service), after: service, plan })
}

/** The service as it was before the deployment that is under way, if one is. */
function beforeDeployment(service: Service): Service | undefined {
  const primary = findPrimary(service)
  if (primary?.rolloutState !== 'IN_PROGRESS') return service
  const earlier = (service.deployments ?? []).filter((one) => one !== primary)
  const [newest] = earlier
  if (newest === undefined) return undefined
  const { currentServiceRevisions: _, ...known } = service
  const deployments = earlier.map((one) => (one === newest ? { ...one, status: 'PRIMARY' } : one))
  return { ...known, deployments, ...(newest.taskDefinition && { taskDefinition: newest.taskDefinition }) }
}

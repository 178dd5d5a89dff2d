import type { Deployment, Service } from '../model/ecs.ts'
import type { CommandResult } from '../model/report.ts'
import { describeSuccess } from '../rollout/sentences.ts'
import { findPrimary, findSettled } from '../rollout/started.ts'
import { noScaling } from './auto-scaling.ts'
import type { Command, Context } from './context.ts'
import { refuseUnsupported } from './controller.ts'
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
  const { flags } = context
  const service = await requireLiveService(context)
  const running = findSettled(service)?.taskDefinition ?? service.taskDefinition ?? ''
  context.know({ running, previous: running })
  refuseUnsupported(service.deploymentController?.type)
  const until = flags['wait-until'] ?? flags['until'] ?? 'stable'
  const primary = findPrimary(service)
  const settled = service.status === 'ACTIVE' && primary?.rolloutState === 'COMPLETED'
  if (until === 'deployed' && settled) return sayDeployed(primary)
  // What runs is not ours to undo: the policy is to look only.
  const watching: Context = {
    ...context,
    flags: { ...context.flags, 'wait-until': until },
    options: { ...context.options, rollback: 'never', onCancel: 'leave' },
  }
  const plan = { input: {}, tags: { add: [], remove: [] }, changesService: false }
  return conclude(watching, { before: beforeDeployment(service), after: service, plan, scaling: noScaling })
}

/** No deployment is under way: how many tasks run is the question of `stable` only (specification 5.1 B9). */
function sayDeployed(primary: Deployment): CommandResult {
  const { id = '', taskDefinition = '' } = primary
  const sentence = `no deployment is under way: ${describeSuccess(primary)}`
  return { outcome: 'succeeded', sentence, deploymentId: id, running: taskDefinition }
}

/** The service as it was before the deployment that is under way, if one is. */
function beforeDeployment(service: Service): Service | undefined {
  const primary = findPrimary(service)
  const settled = findSettled(service)
  if (settled === primary) return service
  if (settled?.taskDefinition === undefined) return undefined
  const { currentServiceRevisions: _, ...known } = service
  const others = (service.deployments ?? []).filter((one) => one !== primary && one !== settled)
  const { taskDefinition } = settled
  return { ...known, taskDefinition, deployments: [{ ...settled, status: 'PRIMARY' }, ...others] }
}

import { AwsError } from '../errors.ts'
import { type Service, shortName } from '../model/ecs.ts'
import type { Follower, FollowTools } from './follow.ts'
import type { Recovery } from './rollback.ts'
import type { Started } from './started.ts'

/** A rollback that is asked for: of `started`, seen by `follower`. */
export interface Return {
  readonly started: Started
  readonly follower: Follower
  readonly recovery: Recovery
  readonly tools: FollowTools
}

/** How a service was turned back. */
export type Turn =
  /** ECS rolls our deployment back itself. */
  | { readonly kind: 'recalled' }
  /** A deployment of the target was opened; the service as it was just before, and as it answered. */
  | { readonly kind: 'updated'; readonly before: Service | undefined; readonly after: Service }
  | { readonly kind: 'impossible' }

/**
 * Begins to go back: through ECS where our deployment is in flight and came from the target, else by an update.
 * @throws AwsError when ECS refuses the update
 */
export async function turnBack(going: Return): Promise<Turn> {
  const { recovery, started, tools } = going
  const { target, returnInput } = recovery
  if (target.kind === 'none' || returnInput === undefined) return { kind: 'impossible' }
  if (cameFromTarget(going) && (await tryStop(going))) return { kind: 'recalled' }
  const before = await tools.ecs.describeService(started.name)
  const after = await tools.ecs.updateService(returnInput)
  const summary = `updated the service back to ${shortName(target.taskDefinition)}`
  tools.emit({ kind: 'call', operation: 'UpdateService', dryRun: false, summary })
  if (!tools.signal.aborted) await restoreTags(going)
  return { kind: 'updated', before, after }
}

/** Takes the tags back that our update changed. @throws AwsError */
export async function restoreTags({ recovery: { tags, before }, tools }: Return): Promise<void> {
  const arn = before?.serviceArn ?? ''
  const call = { kind: 'call', dryRun: false } as const
  if (tags.add.length > 0) {
    await tools.ecs.tagResource(arn, tags.add)
    const names = tags.add.map(({ key }) => key).join(', ')
    tools.emit({ ...call, operation: 'TagResource', summary: `put the tags of the service back: ${names}` })
  }
  if (tags.remove.length > 0) {
    await tools.ecs.untagResource(arn, tags.remove)
    const summary = `took the new tags of the service away: ${tags.remove.join(', ')}`
    tools.emit({ ...call, operation: 'UntagResource', summary })
  }
}

function cameFromTarget({ follower, recovery: { target } }: Return): boolean {
  const deployment = follower.latest()?.serviceDeployment
  if (deployment === undefined || target.kind === 'none' || target.serviceRevision === undefined) return false
  const inFlight = deployment.status === 'PENDING' || deployment.status === 'IN_PROGRESS'
  return inFlight && (deployment.sourceServiceRevisions ?? []).some((source) => source.arn === target.serviceRevision)
}

/** False when ECS refuses: the deployment ended meanwhile, or we may not stop it. */
async function tryStop({ follower, tools }: Return): Promise<boolean> {
  const arn = follower.latest()?.serviceDeployment?.serviceDeploymentArn ?? ''
  const call = { kind: 'call', operation: 'StopServiceDeployment', dryRun: false } as const
  try {
    await tools.ecs.stopServiceDeployment(arn)
    follower.recall()
    tools.emit({ ...call, summary: 'asked ECS to roll the deployment back' })
    return true
  } catch (error) {
    if (!(error instanceof AwsError)) throw error
    const text = `ECS does not stop the deployment (${error.code}: ${error.message}); updating the service instead`
    tools.emit({ kind: 'note', level: 'warning', text })
    return false
  }
}

import { type Deployment, type Service, shortName } from '../model/ecs.ts'
import type { Verdict } from '../model/verdict.ts'
import { describeSuccess, describeWaiting } from './sentences.ts'
import { findPrimary, type Started } from './started.ts'

/** The verdict from `deployments[]` by id: for callers who may not read service deployments, and for lagging lists. */
export function assessDeployments(service: Service, started: Started): Verdict {
  const ours = service.deployments?.find((deployment) => deployment.id === started.deploymentId)
  const primary = findPrimary(service)
  if (ours?.rolloutState === 'FAILED') return assessFailed(ours, primary, started)
  if (ours === undefined || primary?.id !== ours.id) return assessReplaced(primary, started)
  return isDone(service, ours, started)
    ? { kind: 'succeeded', sentence: describeSuccess(ours) }
    : { kind: 'progressing', sentence: describeWaiting(service, ours) }
}

/**
 * Whether a look at the service is from before our update: it still has an earlier deployment in first place, or the
 * count that we changed. A rollback of ECS may bring the same id back, so this holds only as long as nothing else tells.
 */
export function isBehind(service: Service, started: Started): boolean {
  if (!started.opened) return started.formerCount !== undefined && service.desiredCount === started.formerCount
  return started.earlierIds.has(findPrimary(service)?.id ?? '')
}

/** ECS took the update, and the reads lag. */
export function notSeenYet(started: Started): Verdict {
  return {
    kind: 'progressing',
    sentence: `${shortName(started.taskDefinition)} was accepted and is not to be seen yet`,
  }
}

/** Whether the target runs what is desired, as far as `--wait-until` asks. */
function isDone(service: Service, ours: Deployment, started: Started): boolean {
  if (ours.taskDefinition !== started.taskDefinition) return false
  const { runningCount = 0, desiredCount = 0, pendingCount = 0, rolloutState = 'COMPLETED' } = ours
  if (runningCount < desiredCount || pendingCount > 0 || rolloutState !== 'COMPLETED') return false
  const settled = service.deployments?.length === 1
  // Stable (specification 5.1 B8), and healthy on top: tasks too many must have stopped as well.
  if (started.until === 'stable') return settled && runningCount === desiredCount
  return ours.rolloutState !== undefined || settled
}

function assessFailed(ours: Deployment, primary: Deployment | undefined, started: Started): Verdict {
  const sentence = `the deployment of ${shortName(started.taskDefinition)} failed: ${reasonOf(ours)}`
  if (primary === undefined || primary.id === ours.id) return { kind: 'failed', by: 'circuit-breaker', sentence }
  return assessReturn(primary, sentence)
}

function assessReturn(primary: Deployment, why: string): Verdict {
  const to = primary.taskDefinition ?? ''
  const by = 'circuit-breaker'
  if (primary.rolloutState === 'COMPLETED') {
    return { kind: 'rolled-back', by, why, to, sentence: `${why}; ECS rolled back to ${shortName(to)}` }
  }
  if (primary.rolloutState === 'FAILED') {
    return { kind: 'rollback-failed', by, why, sentence: `${why}; the rollback to ${shortName(to)} failed too` }
  }
  return { kind: 'rolling-back', by, why, sentence: `${why}; ECS is rolling back to ${shortName(to)}` }
}

/** Another deployment stands in our place: a rollback says so in its reason; anything else took over. */
function assessReplaced(primary: Deployment | undefined, started: Started): Verdict {
  const ours = shortName(started.taskDefinition)
  if (primary === undefined) return { kind: 'progressing', sentence: `${ours} is not to be seen yet` }
  // Back to what ran before: by its own words, or by its own id.
  const returns = /roll(ing|ed) back|rollback/i.test(primary.rolloutStateReason ?? '')
  if (returns || started.earlierIds.has(primary.id ?? ''))
    return assessReturn(primary, `the deployment of ${ours} failed`)
  const other = shortName(primary.taskDefinition ?? '')
  return {
    kind: 'superseded',
    sentence: `another deployment (${primary.id ?? ''}, ${other}) took over before ${ours} was deployed`,
  }
}

function reasonOf(deployment: Deployment): string {
  return deployment.rolloutStateReason?.replace(/\.$/, '') ?? `${deployment.failedTasks ?? 0} tasks failed`
}

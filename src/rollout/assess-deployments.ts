import { type Deployment, type Service, type ServiceDeployment, shortName } from '../model/ecs.ts'
import type { Agent, Verdict } from '../model/verdict.ts'
import { describeSuccess } from './sentences.ts'
import { findPrimary, type Started } from './started.ts'
import { describeWaiting, type Surroundings } from './waiting.ts'

/** One look at a service that is there, and what is known beside it. */
export interface Look {
  readonly service: Service
  /** Undefined where it cannot be read, or is not listed yet. */
  readonly serviceDeployment: ServiceDeployment | undefined
  /** Whether we asked ECS to roll our deployment back. */
  readonly recalled: boolean
  readonly surroundings: Surroundings
}

/** The verdict from `deployments[]` by id: for callers who may not read service deployments, and for lagging lists. */
export function assessDeployments(look: Look, started: Started): Verdict {
  const { service, serviceDeployment, surroundings } = look
  const ours = service.deployments?.find((deployment) => deployment.id === started.deploymentId)
  const primary = findPrimary(service)
  if (ours?.rolloutState === 'FAILED') return assessFailed(ours, primary, started)
  if (ours === undefined || primary?.id !== ours.id) return assessReplaced(primary, started)
  const sights = { service, ours, serviceDeployment, since: started.eventsSince }
  return isDone(service, ours, started)
    ? { kind: 'succeeded', sentence: describeSuccess(ours) }
    : { kind: 'progressing', sentence: describeWaiting({ ...surroundings, ...sights }) }
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
  if (primary === undefined || primary.id === ours.id) return { kind: 'failed', by: agentOf(ours), sentence }
  return assessReturn(primary, sentence)
}

/** Both deployments say in the scheduler's words who turned them. */
function agentOf({ rolloutStateReason = '' }: Deployment): Agent {
  return /\balarm\b/i.test(rolloutStateReason) ? 'alarm' : 'circuit-breaker'
}

function assessReturn(primary: Deployment, why: string): Verdict {
  const to = primary.taskDefinition ?? ''
  const by = agentOf(primary)
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

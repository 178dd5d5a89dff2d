import { AwsError, describeError } from '../errors.ts'
import { type Service, shortName, type Tag } from '../model/ecs.ts'
import type { JsonObject } from '../model/json.ts'
import type { RollbackResult, RollbackTarget } from '../model/report.ts'
import type { RollbackPolicy } from '../model/settings.ts'
import type { Verdict } from '../model/verdict.ts'
import { createFollower, type Follower, type FollowTools } from './follow.ts'
import { findSettled, followUpdate, type Started, taskDefinitionOf } from './started.ts'
import type { WatchEnd } from './watch.ts'

/** What was decided about going back before anything was written. */
export interface Recovery {
  readonly policy: RollbackPolicy
  readonly target: RollbackTarget
  /** The service as it was; undefined for a new one. */
  readonly before: Service | undefined
  /** UpdateService that goes back to the target with everything our update changed. */
  readonly returnInput: JsonObject | undefined
  /** UpdateService for what our update changed and a service revision does not hold. */
  readonly restoreInput: JsonObject | undefined
  /** The service's tags, as our update changed them, reversed. */
  readonly tags: { readonly add: readonly Tag[]; readonly remove: readonly string[] }
  /** ms that a rollback may take, counted from its start. */
  readonly timeout: number
}

/** What the service ran before our first write, or why there is nothing to go back to. */
export function findTarget(before: Service | undefined): RollbackTarget {
  if (before === undefined) return { kind: 'none', reason: 'the service is new: nothing ran before' }
  const settled = findSettled(before)
  const taskDefinition = settled?.taskDefinition ?? (settled === undefined ? '' : taskDefinitionOf(before))
  if (taskDefinition === '') return { kind: 'none', reason: 'no deployment of the service was completed before' }
  const revisions = before.currentServiceRevisions ?? []
  const serviceRevision = revisions.length === 1 ? revisions[0]?.arn : undefined
  return serviceRevision === undefined
    ? { kind: 'target', taskDefinition }
    : { kind: 'target', taskDefinition, serviceRevision }
}

/** A rollback that is asked for: of `started`, seen by `follower`. */
export interface Return {
  readonly started: Started
  readonly follower: Follower
  readonly recovery: Recovery
  readonly tools: FollowTools
}

/** Goes back to the target: through ECS where our deployment is in flight and came from it, else by an update. */
export async function goBack(going: Return): Promise<RollbackResult> {
  const { target } = going.recovery
  if (target.kind === 'none') {
    return { by: 'us', target, ended: 'not-possible', sentence: `rollback target is not found: ${target.reason}` }
  }
  try {
    if (cameFromTarget(going) && (await tryStop(going))) return await seeReturn(going, 'us')
    return await updateBack(going)
  } catch (error) {
    if (!(error instanceof AwsError)) throw error
    const sentence = `the rollback to ${shortName(target.taskDefinition)} failed: ${describeError(error)}`
    return { by: 'us', target, ended: 'failed', sentence }
  }
}

/** Sees a rollback that ECS has begun to its end, then puts back what a service revision does not hold. */
export async function seeReturn(going: Return, by: RollbackResult['by']): Promise<RollbackResult> {
  const { recovery, follower, tools } = going
  const deadline = deadlineOf(recovery, tools.clock.now())
  const end = await follower.follow(deadline, hasLanded)
  const result = judgeReturn(end, recovery.target, by)
  return result.ended === 'rolled-back' ? restore(going, result) : result
}

/** Tasks that go on dying while ECS turns round are no news. */
function hasLanded(verdict: Verdict): boolean {
  if (verdict.kind === 'failed') return verdict.by !== 'tasks'
  return verdict.kind !== 'progressing' && verdict.kind !== 'rolling-back'
}

function judgeReturn(end: WatchEnd, target: RollbackTarget, by: RollbackResult['by']): RollbackResult {
  const name = target.kind === 'target' ? shortName(target.taskDefinition) : 'what ran before'
  if (end.kind !== 'verdict') {
    return { by, target, ended: 'timed-out', sentence: `the rollback to ${name} did not end in its time` }
  }
  const { verdict } = end
  if (verdict.kind !== 'rolled-back') return { by, target, ended: 'failed', sentence: verdict.sentence }
  if (target.kind === 'target' && verdict.to !== target.taskDefinition) {
    const sentence = `ECS rolled back to ${shortName(verdict.to)}, and not to ${name} that ran before`
    return { by, target, ended: 'elsewhere', sentence }
  }
  const who = by === 'ecs' ? 'ECS rolled back, ' : ''
  return { by, target, ended: 'rolled-back', sentence: `${who}the service runs ${name} again` }
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

async function updateBack(going: Return): Promise<RollbackResult> {
  const { recovery, started, tools } = going
  const { target, before, returnInput } = recovery
  if (target.kind === 'none' || before === undefined || returnInput === undefined) {
    return { by: 'us', target, ended: 'not-possible', sentence: 'rollback target is not found' }
  }
  const current = await tools.ecs.describeService(started.name)
  const after = await tools.ecs.updateService(returnInput)
  const name = shortName(target.taskDefinition)
  tools.emit({
    kind: 'call',
    operation: 'UpdateService',
    dryRun: false,
    summary: `updated the service back to ${name}`,
  })
  await restoreTags(going)
  const returning = followUpdate(started.name, { before: current, after }, started.until)
  const { deploymentId } = returning
  const back = createFollower(returning, tools)
  const end = await back.follow(deadlineOf(recovery, tools.clock.now()))
  if (end.kind === 'verdict' && end.verdict.kind === 'succeeded') {
    return { by: 'us', target, deploymentId, ended: 'rolled-back', sentence: `the service runs ${name} again` }
  }
  const why = end.kind === 'verdict' ? end.verdict.sentence : 'it did not end in its time'
  const ended = end.kind === 'verdict' ? 'failed' : 'timed-out'
  return { by: 'us', target, deploymentId, ended, sentence: `the rollback to ${name} failed: ${why}` }
}

async function restore(going: Return, result: RollbackResult): Promise<RollbackResult> {
  const { recovery, tools } = going
  const { restoreInput } = recovery
  try {
    await restoreTags(going)
    if (restoreInput !== undefined) {
      await tools.ecs.updateService(restoreInput)
      tools.emit({
        kind: 'call',
        operation: 'UpdateService',
        dryRun: false,
        summary: 'put the attributes of the service back',
      })
    }
    return result
  } catch (error) {
    if (!(error instanceof AwsError)) throw error
    const left = Object.keys(restoreInput ?? {}).filter((key) => key !== 'cluster' && key !== 'service')
    const sentence = `${result.sentence}, but its attributes could not be put back (${left.join(', ')}): ${error.message}`
    return { ...result, ended: 'failed', sentence }
  }
}

async function restoreTags({ recovery: { tags, before }, tools }: Return): Promise<void> {
  const arn = before?.serviceArn ?? ''
  if (tags.add.length > 0) await tools.ecs.tagResource(arn, tags.add)
  if (tags.remove.length > 0) await tools.ecs.untagResource(arn, tags.remove)
}

function deadlineOf(recovery: Recovery, now: number): number {
  return recovery.timeout === 0 ? Number.POSITIVE_INFINITY : now + recovery.timeout
}

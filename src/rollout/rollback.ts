import { AwsError, describeError } from '../errors.ts'
import { noDeaths } from '../model/deaths.ts'
import { type Service, shortName, type Tag } from '../model/ecs.ts'
import type { JsonObject } from '../model/json.ts'
import type { RollbackResult, RollbackTarget } from '../model/report.ts'
import type { RollbackPolicy } from '../model/settings.ts'
import type { Verdict } from '../model/verdict.ts'
import { createFollower } from './follow.ts'
import { countTasks } from './sentences.ts'
import { findSettled, followUpdate, taskDefinitionOf } from './started.ts'
import { type Return, restoreTags, type Turn, turnBack } from './turn.ts'
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

/** Goes back to the target and sees it through. */
export async function goBack(going: Return): Promise<RollbackResult> {
  const { target } = going.recovery
  try {
    const turn = await turnBack(going)
    if (turn.kind === 'recalled') return await seeReturn(going, 'us')
    if (turn.kind === 'updated') return await seeUpdate(going, turn)
    const why = target.kind === 'none' ? `: ${target.reason}` : ''
    return { by: 'us', target, ended: 'not-possible', sentence: `rollback target is not found${why}` }
  } catch (error) {
    if (!(error instanceof AwsError)) throw error
    const sentence = `the rollback to ${nameOf(target)} failed: ${describeError(error)}`
    return { by: 'us', target, ended: 'failed', sentence }
  }
}

/** Sees a rollback that ECS has begun to its end, then puts back what a service revision does not hold. */
export async function seeReturn(going: Return, by: RollbackResult['by']): Promise<RollbackResult> {
  const { recovery, follower, tools } = going
  const deadline = deadlineOf(recovery, tools.clock.now())
  const end = await follower.follow(deadline, hasLanded)
  const result = judgeReturn(end, going, by)
  return result.ended === 'rolled-back' ? restore(going, result) : result
}

/** Tasks that go on dying while ECS turns round are no news. */
function hasLanded(verdict: Verdict): boolean {
  if (verdict.kind === 'failed') return verdict.by !== 'tasks'
  return verdict.kind !== 'progressing' && verdict.kind !== 'rolling-back'
}

function judgeReturn(end: WatchEnd, going: Return, by: RollbackResult['by']): RollbackResult {
  const { target } = going.recovery
  const name = nameOf(target)
  if (end.kind !== 'verdict') return { by, target, ...judgeUnseen(end, name) }
  const { verdict } = end
  if (verdict.kind === 'rollback-failed') {
    return { by, target, ended: 'failed', sentence: `the rollback to ${name} failed too: ${describeRest(going)}` }
  }
  if (verdict.kind !== 'rolled-back') return { by, target, ended: 'failed', sentence: verdict.sentence }
  if (target.kind === 'target' && verdict.to !== target.taskDefinition) {
    const sentence = `ECS rolled back to ${shortName(verdict.to)}, and not to ${name} that ran before`
    return { by, target, ended: 'elsewhere', sentence }
  }
  const who = by === 'ecs' ? 'ECS rolled back, ' : ''
  return { by, target, ended: 'rolled-back', sentence: `${who}the service runs ${name} again` }
}

/** What is left to serve when neither the new nor the old comes up. */
function describeRest({ follower }: Return): string {
  const { runningCount = 0, desiredCount = 0 } = follower.latest()?.service ?? {}
  return `${runningCount} of ${countTasks(desiredCount)} of the service run`
}

/** The end of a rollback that we did not live to see. */
function judgeUnseen(end: WatchEnd, name: string): Pick<RollbackResult, 'ended' | 'sentence'> {
  return end.kind === 'cancelled'
    ? { ended: 'cancelled', sentence: `the workflow was cancelled; the rollback to ${name} goes on` }
    : { ended: 'timed-out', sentence: `the rollback to ${name} did not end in its time` }
}

async function seeUpdate(going: Return, turn: Extract<Turn, { kind: 'updated' }>): Promise<RollbackResult> {
  const { recovery, started, tools } = going
  const { target } = recovery
  const name = nameOf(target)
  const wanted = target.kind === 'target' ? target.taskDefinition : undefined
  const returning = followUpdate(started.name, { ...turn, wanted }, started.until)
  const base = { by: 'us', target, deploymentId: returning.deploymentId } as const
  // The tasks that died are those of the deployment that is being left.
  const back = createFollower(returning, { ...tools, collect: async () => noDeaths })
  const end = await back.follow(deadlineOf(recovery, tools.clock.now()))
  if (end.kind !== 'verdict') return { ...base, ...judgeUnseen(end, name) }
  if (end.verdict.kind === 'succeeded') {
    return { ...base, ended: 'rolled-back', sentence: `the service runs ${name} again` }
  }
  return { ...base, ended: 'failed', sentence: `the rollback to ${name} failed: ${end.verdict.sentence}` }
}

async function restore(going: Return, result: RollbackResult): Promise<RollbackResult> {
  const { recovery, tools } = going
  const { restoreInput, tags } = recovery
  const hasMore = restoreInput !== undefined || tags.add.length > 0 || tags.remove.length > 0
  if (hasMore && tools.signal.aborted) {
    const sentence = `${result.sentence}; the workflow was cancelled before its attributes and tags were put back`
    return { ...result, ended: 'cancelled', sentence }
  }
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

function nameOf(target: RollbackTarget): string {
  return target.kind === 'target' ? shortName(target.taskDefinition) : 'what ran before'
}

function deadlineOf(recovery: Recovery, now: number): number {
  return recovery.timeout === 0 ? Number.POSITIVE_INFINITY : now + recovery.timeout
}

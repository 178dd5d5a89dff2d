import type { Service } from '../model/ecs.ts'
import type { Progress, Verdict } from '../model/verdict.ts'
import { standing, type Toll } from './toll.ts'

/** What is known of a deployment's failures at one look. */
export interface Failures {
  readonly progress: Progress
  readonly toll: Toll
  readonly service: Service | undefined
  /** Whether nobody but ECS will act on a failure: then a rollback of its own is waited for. */
  readonly leavesToEcs: boolean
}

/** Tasks of ours that died the same way before it is clear that all will. */
const sameWay = 2

/** Whether ECS itself stops a deployment whose tasks keep failing. */
export function hasBreaker(service: Service | undefined): boolean {
  return breakerOf(service)?.enable === true
}

/** Whether a task that becomes healthy lets the count of failures begin anew: the API's default. */
export function forgives(service: Service | undefined): boolean {
  return breakerOf(service)?.resetOnHealthyTask !== false
}

/**
 * Ends a deployment of our own accord where ECS would let it go on: when its tasks end of a cause that no further
 * attempt survives, or as often as a circuit breaker would bear. With a circuit breaker only those are counted that ECS
 * does not count, the tasks that start and then exit: otherwise ECS decides, and tells its own numbers.
 */
export function assessFailures(verdict: Verdict, failures: Failures): Verdict {
  if (verdict.kind !== 'progressing') return verdict
  const sentence = describeCause(failures) ?? describeCount(failures)
  return sentence === undefined ? verdict : { kind: 'failed', by: 'tasks', sentence }
}

function describeCause({ progress, toll, service, leavesToEcs }: Failures): string | undefined {
  const { cause } = toll
  if (cause === undefined || cause.times < sameWay || progress.running > 0) return undefined
  if (leavesToEcs && hasBreaker(service) && breakerOf(service)?.rollback === true) return undefined
  const met = cause.met === 'by tasks' ? `${cause.times} tasks ended` : `ECS failed to launch ${cause.times} tasks`
  return `the deployment of ${progress.revision} cannot succeed: ${met} the same way (${cause.reason})`
}

function describeCount({ progress, toll, service }: Failures): string | undefined {
  const { revision, running, desired } = progress
  const threshold = failureThreshold(desired, service)
  const { ecs, deaths, exits } = standing(toll)
  // Some may die while others come up: they get another round before all are given up.
  const patience = running > 0 && forgives(service) ? threshold + desired : threshold
  const run = `(threshold ${threshold}) and ${running} of ${desired} run`
  if (hasBreaker(service)) {
    const uncounted = Math.min(exits, deaths - ecs)
    if (uncounted < patience || running >= desired) return undefined
    return `the deployment of ${revision} failed: ${uncounted} tasks started and ended, uncounted by ECS ${run}`
  }
  const died = deaths >= patience && running < desired ? deaths : 0
  const failed = Math.max(ecs >= threshold ? ecs : 0, died)
  return failed === 0 ? undefined : `the deployment of ${revision} failed: ${failed} tasks failed ${run}`
}

/**
 * How many failed tasks end a deployment: half the desired count, at least 3, at most 200, unless the service sets it
 * (API, ThresholdConfiguration; specification 4.5).
 */
function failureThreshold(desired: number, service: Service | undefined): number {
  const { type, value = 50 } = breakerOf(service)?.thresholdConfiguration ?? {}
  if (type === 'COUNT') return Math.max(1, value)
  const share = Math.ceil((value * desired) / 100)
  return type === 'UNBOUNDED_PERCENT' ? Math.max(1, share) : Math.min(200, Math.max(3, share))
}

function breakerOf(service: Service | undefined) {
  return service?.deploymentConfiguration?.deploymentCircuitBreaker
}

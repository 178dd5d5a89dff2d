import type { Service } from '../model/ecs.ts'
import type { Progress, Verdict } from '../model/verdict.ts'

/** How many failed tasks end a deployment: ECS's own rule, half the desired count, at least 3, at most 200. */
function failureThreshold(desired: number): number {
  return Math.min(200, Math.max(3, Math.ceil(desired / 2)))
}

/** Whether ECS itself stops a deployment whose tasks keep failing. */
export function hasBreaker(service: Service | undefined): boolean {
  return service?.deploymentConfiguration?.deploymentCircuitBreaker?.enable === true
}

/**
 * For a service without a circuit breaker we count ourselves: without this a deployment whose tasks all die is
 * over only at the time-out. Where ECS has its breaker, ECS decides.
 */
export function assessFailures(verdict: Verdict, progress: Progress, service: Service | undefined): Verdict {
  const threshold = failureThreshold(progress.desired)
  if (verdict.kind !== 'progressing' || hasBreaker(service) || progress.failed < threshold) return verdict
  const count = `${progress.failed} tasks failed (threshold ${threshold}) and ${progress.running} of ${progress.desired} run`
  return { kind: 'failed', by: 'tasks', sentence: `the deployment of ${progress.revision} failed: ${count}` }
}

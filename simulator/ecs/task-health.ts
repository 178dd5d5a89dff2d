import type { Target, Task } from './model.ts'
import type { World } from './world.ts'

type Later = (seconds: number | { readonly exactly: number }, action: () => void) => void

/** Begins the health checks of a task that has just come to run. */
export function startHealthChecks(world: World, task: Task, later: Later): void {
  const { outcome } = task.order.fate
  for (const target of task.order.targets) {
    target.state = 'initial'
    target.reason = 'Elb.InitialHealthChecking'
    target.description = 'Initial health checks in progress'
  }
  if (outcome.kind === 'unhealthy') {
    later({ exactly: outcome.after }, () => failContainerCheck(task))
  } else if (outcome.kind === 'target-unhealthy') {
    later({ exactly: outcome.after }, () => failTargetCheck(task, outcome))
  } else {
    const given = outcome.kind === 'healthy' ? outcome.after : undefined
    later(given === undefined ? world.ports.scenario.timings.healthy : { exactly: given }, () => pass(task))
  }
}

/** All checks pass together: one more delay per check would teach nothing about a deploy tool. */
function pass(task: Task): void {
  for (const container of task.containers) {
    if (container.definition.hasHealthCheck && container.lastStatus === 'RUNNING') container.healthStatus = 'HEALTHY'
  }
  for (const target of task.order.targets) markHealthy(target)
  task.healthy = true
  task.order.report(task, 'healthy')
}

function markHealthy(target: Target): void {
  target.state = 'healthy'
  delete target.reason
  delete target.description
}

/** Also for containers without a health check, so that a scenario need not define one to tell its story. */
function failContainerCheck(task: Task): void {
  const culprit = task.containers.find(({ definition }) => definition === task.order.fate.container)
  if (culprit !== undefined) culprit.healthStatus = 'UNHEALTHY'
  task.unhealthy = true
  task.order.report(task, 'unhealthy')
}

/** Without a load balancer nobody asks: such a task passes. */
function failTargetCheck(task: Task, check: { readonly code: string; readonly reason: string }): void {
  for (const target of task.order.targets) {
    target.state = 'unhealthy'
    target.reason = check.code
    target.description = check.reason
  }
  task.unhealthy = task.order.targets.length > 0
  if (task.unhealthy) task.order.report(task, 'unhealthy')
  else pass(task)
}

/** The task's health as DescribeTasks sums it up. */
export function healthStatus(task: Task): string {
  const checks = task.containers.filter(
    ({ definition, healthStatus }) => definition.hasHealthCheck || healthStatus === 'UNHEALTHY',
  )
  if (checks.some((check) => check.healthStatus === 'UNHEALTHY')) return 'UNHEALTHY'
  if (checks.length === 0 || checks.some((check) => check.healthStatus === 'UNKNOWN')) return 'UNKNOWN'
  return 'HEALTHY'
}

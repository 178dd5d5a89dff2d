import { type Deployment, type Service, shortName } from '../model/ecs.ts'

/** `2 tasks`, `1 task` */
function countTasks(count: number): string {
  return count === 1 ? '1 task' : `${count} tasks`
}

/** What a deployment that reached its end says. */
export function describeSuccess(ours: Deployment): string {
  const revision = shortName(ours.taskDefinition ?? '')
  const desired = ours.desiredCount ?? 0
  const running = ours.runningCount ?? 0
  if (desired > 0) return `${revision} is deployed: ${running} of ${countTasks(desired)} running`
  const rest = running === 0 ? 'nothing runs' : `${countTasks(running)} will stop`
  return `${revision} is deployed; the desired count is 0, so ${rest}`
}

/** What a deployment under way is waiting for. */
export function describeWaiting(service: Service, ours: Deployment): string {
  const revision = shortName(ours.taskDefinition ?? '')
  const [running, desired, pending] = [ours.runningCount ?? 0, ours.desiredCount ?? 0, ours.pendingCount ?? 0]
  if (running < desired) {
    const missing = desired - running - pending
    const starting = pending > 0 ? `${countTasks(pending)} starting` : ''
    const unplaced = missing > 0 ? `${missing} not started yet` : ''
    return `${running} of ${countTasks(desired)} of ${revision} run; ${[starting, unplaced].filter(Boolean).join(', ')}`
  }
  const old = (service.deployments ?? []).filter((deployment) => deployment.id !== ours.id)
  const remaining = old.reduce((sum, deployment) => sum + (deployment.runningCount ?? 0), 0)
  const wanted = old.reduce((sum, deployment) => sum + (deployment.desiredCount ?? 0), 0)
  if (wanted > 0) {
    const healthy = `${revision} runs ${running} of ${countTasks(desired)}, waiting until they are healthy`
    return `${healthy}; ${countTasks(remaining)} of before still serving`
  }
  if (running > desired) return `${revision} runs; ${countTasks(running - desired)} too many still stopping`
  if (remaining > 0)
    return `${revision} runs; ${countTasks(remaining)} of before still finishing (draining connections)`
  return `${revision} runs; ECS is completing the deployment`
}

import { type Deployment, shortName } from '../model/ecs.ts'

/** `2 tasks`, `1 task` */
export function countTasks(count: number): string {
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

import type { Outcome } from '../scenario.ts'
import type { Deployment, Service, Task } from './model.ts'
import { hexadecimalId, nowOf, type World } from './world.ts'

const KEPT = 100

/** Adds a service event; AWS keeps the newest hundred. */
export function tell(world: World, service: Service, message: string): void {
  const id = [8, 4, 4, 4, 12].map((length) => hexadecimalId(world, length)).join('-')
  const event = { id, createdAt: nowOf(world), message: `(service ${service.name}${message}` }
  service.events = [event, ...service.events].slice(0, KEPT)
}

/** What the events of the service scheduler say, after `(service <name>`: AWS's own sentences. */
export const sentences = {
  started: (tasks: readonly Task[], replaced: number) =>
    `) has started ${tasks.length} tasks: ${names(tasks)}.${
      replaced > 0 ? ` Amazon ECS replaced ${replaced} tasks due to an unhealthy status.` : ''
    }`,
  stopped: (tasks: readonly Task[]) => `) has stopped ${tasks.length} running tasks: ${names(tasks)}.`,
  stoppedPending: (tasks: readonly Task[]) => `) stopped ${tasks.length} pending tasks.`,
  draining: (deployment: Deployment, tasks: number) =>
    `, taskSet ${deployment.id}) has begun draining connections on ${tasks} tasks.`,
  registered: (group: string, targets: number) => `) registered ${targets} targets in (target-group ${group})`,
  deregistered: (group: string, targets: number) => `) deregistered ${targets} targets in (target-group ${group})`,
  targetUnhealthy: (task: Task, target: { groupArn: string; port: number; description?: string }) =>
    `) (task ${task.id}) (port ${target.port}) is unhealthy in (target-group ${target.groupArn}) due to (reason ${target.description}).`,
  containerUnhealthy: (task: Task) => `) (task ${task.id}) failed container health checks.`,
  notPlaced: (reason: string) => `) was unable to place a task. Reason: ${reason}`,
  notLaunched: (reason: string) => `) failed to launch a task with (error ${reason}).`,
  noInstance: (reason: string) =>
    `) was unable to place a task because ${reason} For more information, see the Troubleshooting section of the Amazon ECS Developer Guide.`,
  inconsistent: () =>
    `) is unable to consistently start tasks successfully. For more information, see the Troubleshooting section of the Amazon ECS Developer Guide.`,
  blocked: () =>
    `) was unable to stop or start tasks during a deployment because of the service deployment configuration. Update the minimumHealthyPercent or maximumPercent value and try again.`,
  completed: (deployment: Deployment) => `) (deployment ${deployment.id}) deployment completed.`,
  failed: (deployment: Deployment, why: string) => `) (deployment ${deployment.id}) deployment failed: ${why}.`,
  rollingBack: (deployment: Deployment) => `) rolling back to deployment ${deployment.id}.`,
  steady: () => `) has reached a steady state.`,
} as const

/** What is said of a task that its fate keeps from coming to be. */
export function refusalOf(outcome: Outcome | undefined): string | undefined {
  if (outcome?.kind === 'not-placed') return sentences.notPlaced(outcome.reason)
  return outcome?.kind === 'not-launched' ? sentences.notLaunched(outcome.reason) : undefined
}

function names(tasks: readonly Task[]): string {
  return tasks.map(({ id }) => `(task ${id})`).join(' ')
}

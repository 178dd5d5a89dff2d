import type { Fields } from '../call.ts'
import { fieldsListOf, textOf } from './input.ts'
import type { Cluster, Instance, TaskDefinition } from './model.ts'
import type { World } from './world.ts'

/** Where a task goes, or why it cannot; `shortage` is the resource in the wording of RunTask's failures. */
export type Placement =
  | { readonly launchType: 'FARGATE'; readonly instance: undefined; readonly provider: string | undefined }
  | { readonly launchType: 'EC2'; readonly instance: Instance; readonly provider: string | undefined }
  | { readonly reason: string; readonly shortage: 'RESOURCE:CPU' | 'RESOURCE:MEMORY' | 'EMPTY CAPACITY PROVIDER' }

/** Finds a place for one task, on Fargate or on an EC2 instance with enough CPU and memory left. */
export function place(
  world: World,
  cluster: Cluster,
  want: { taskDefinition: TaskDefinition; settings: Fields },
): Placement {
  const [strategy] = fieldsListOf(want.settings, 'capacityProviderStrategy')
  const provider = strategy === undefined ? undefined : textOf(strategy, 'capacityProvider')
  const fargate = provider?.startsWith('FARGATE') ?? textOf(want.settings, 'launchType') === 'FARGATE'
  if (fargate) return { launchType: 'FARGATE', instance: undefined, provider }
  return placeOnInstance(world, cluster, { taskDefinition: want.taskDefinition, provider })
}

/** First fit; the events name the first instance as the closest, and its first shortage. */
function placeOnInstance(
  world: World,
  cluster: Cluster,
  want: { taskDefinition: TaskDefinition; provider: string | undefined },
): Placement {
  const { cpu, memory } = want.taskDefinition
  const rooms = cluster.instances.map((instance) => ({ instance, ...roomOn(world, instance) }))
  const fitting = rooms.find((room) => room.cpu >= cpu && room.memory >= memory)
  if (fitting !== undefined) return { launchType: 'EC2', instance: fitting.instance, provider: want.provider }
  const [closest] = rooms
  if (closest === undefined)
    return {
      reason:
        'no container instance met all of its requirements. Reason: No Container Instances were found in your cluster.',
      shortage: 'EMPTY CAPACITY PROVIDER',
    }
  const short = closest.cpu < cpu ? 'CPU units' : 'memory'
  return {
    reason: `no container instance met all of its requirements. The closest matching container-instance ${closest.instance.id} has insufficient ${short} available.`,
    shortage: closest.cpu < cpu ? 'RESOURCE:CPU' : 'RESOURCE:MEMORY',
  }
}

/** Tasks hold their room until they are STOPPED, also while they drain. */
function roomOn(world: World, instance: Instance): { cpu: number; memory: number } {
  let { cpu, memory } = instance
  for (const { order, lastStatus } of world.tasks.values()) {
    if (order.instance !== instance || lastStatus === 'STOPPED') continue
    cpu -= order.taskDefinition.cpu
    memory -= order.taskDefinition.memory
  }
  return { cpu, memory }
}

import { ApiError, type Operations } from '../call.ts'
import { ScenarioError } from '../shape.ts'
import { clusterOperations, createCluster } from './clusters.ts'
import type { AlarmState, EcsPorts, TargetHealth } from './ports.ts'
import { startRunning, startScheduler } from './scheduler.ts'
import { serviceDeploymentOperations } from './service-deployments.ts'
import { createService, serviceOperations } from './services.ts'
import { type Refusal, startStory } from './story.ts'
import { tagOperations } from './tags.ts'
import { register, taskDefinitionOperations } from './task-definitions.ts'
import { taskOperations } from './tasks.ts'
import { createWorld, type World } from './world.ts'

/** The simulated ECS of one account and region. */
export interface EcsWorld {
  /** By the API's names. */
  readonly operations: Operations
  /** What a load balancer knows of the tasks behind a target group. */
  targetHealth(targetGroupArn: string): TargetHealth[]
  /** State of an alarm of the scenario; undefined when it has none of that name. */
  alarmState(name: string): AlarmState | undefined
  /** What the scenario's actors were refused so far. */
  refusals(): readonly Refusal[]
}

const DAY = 86_400

/** Sets up what the scenario begins with; throws ScenarioError where ECS itself would refuse it. */
export function createEcs(ports: EcsPorts): EcsWorld {
  const world = createWorld(ports)
  startScheduler(world)
  world.age = DAY
  setUp(world)
  world.age = 0
  const { operations, refusals } = startStory(world, {
    ...clusterOperations(world),
    ...taskDefinitionOperations(world),
    ...serviceOperations(world),
    ...serviceDeploymentOperations(world),
    ...taskOperations(world),
    ...tagOperations(world),
  })
  return {
    operations,
    targetHealth: (arn) => targetHealth(world, arn),
    alarmState: (name) => world.alarms.get(name),
    refusals: () => refusals,
  }
}

/** In the order in which things need each other; instants lie a day before the story. */
function setUp(world: World): void {
  const { scenario, account } = world.ports
  const principal = `arn:aws:iam::${account}:role/setup`
  scenario.clusters.forEach(({ name, instances, capacityProviders }, index) => {
    const settings = capacityProviders === undefined ? {} : { capacityProviders: [...capacityProviders] }
    named(`clusters[${index}]`, () => createCluster(world, { clusterName: name, ...settings }, instances))
  })
  scenario.taskDefinitions.forEach(({ input, revision, inactive }, index) => {
    const definition = named(`taskDefinitions[${index}]`, () => register(world, input, { principal, revision }))
    if (inactive) definition.status = 'INACTIVE'
  })
  scenario.services.forEach((input, index) => {
    const service = named(`services[${index}]`, () => createService(world, input, { principal }))
    const { current } = service
    if (current !== undefined) Object.assign(current, { status: 'IN_PROGRESS', startedAt: current.createdAt })
    service.healthySince = 0
    startRunning(world, service)
  })
}

/** What ECS refuses in a scenario is told with the scenario's place. */
function named<T>(place: string, make: () => T): T {
  try {
    return make()
  } catch (error) {
    if (error instanceof ApiError) throw new ScenarioError(place, `${error.code}: ${error.message}`)
    throw error
  }
}

function targetHealth(world: World, arn: string): TargetHealth[] {
  return [...world.tasks.values()].flatMap((task) =>
    task.order.targets.flatMap(({ groupArn, port, state, reason, description }) => {
      if (groupArn !== arn || state === 'gone') return []
      const why = { ...(reason !== undefined && { reason }), ...(description !== undefined && { description }) }
      return [{ id: task.address, port, state, ...why }]
    }),
  )
}

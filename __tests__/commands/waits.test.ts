import { describe, expect, it } from '@jest/globals'
import type { Simulator } from '../../simulator/simulator.ts'
import type { Command } from '../../src/commands/context.ts'
import { deploy } from '../../src/commands/deploy.ts'
import { refresh } from '../../src/commands/refresh.ts'
import { rollback } from '../../src/commands/rollback.ts'
import { scale } from '../../src/commands/scale.ts'
import { wait } from '../../src/commands/wait.ts'
import type { JsonObject } from '../../src/model/json.ts'
import { type Asked, describeWorld, openWorld, runCommand, serviceDefinition } from '../rollout/world.ts'

const breaker: JsonObject = {
  ...serviceDefinition,
  deploymentConfiguration: { deploymentCircuitBreaker: { enable: true, rollback: true } },
}
const badImage = { kind: 'cannot-start', reason: 'CannotPullContainerError: app: not found' }
const stuck = { kind: 'stuck' }

/** What new tasks of an image meet; those of the beginning run. */
const tasks = (image: string, fate: JsonObject): JsonObject => ({ tasks: [{ match: { image }, fate }] })
const act = (operation: string, input: JsonObject, after: string): JsonObject => ({
  actors: [{ when: { after: { operation: after, seconds: 10 } }, operation, input }],
})
const ofService = { cluster: 'demo', service: 'api' }
const deletes = (after: string) => act('DeleteService', { ...ofService, force: true }, after)
const overtakes = (after: string) =>
  act('UpdateService', { ...ofService, taskDefinition: 'api:1', forceNewDeployment: true }, after)
const stops = (stopType: string) =>
  act(
    'StopServiceDeployment',
    { $of: 'demo/api', serviceDeploymentArn: '$serviceDeployment', stopType },
    'UpdateService',
  )

interface Row {
  readonly what: string
  readonly command: Command
  readonly scenario?: JsonObject
  readonly asked?: Asked
  /** Run before the command, as somebody else would. */
  readonly before?: (simulator: Simulator) => unknown
  readonly outcome: string
  /** What the service runs at the moment when the command ends, and its deployments. */
  readonly world: string
}

const never: Asked = { options: { rollback: 'never' } }
const deployed: Asked = { flags: { 'wait-until': 'deployed' } }
const until = (stage: string): Asked => ({ flags: { until: stage } })
const deployTwo = (simulator: Simulator) => runCommand(simulator, deploy)
const startTwo = (simulator: Simulator) => runCommand(simulator, deploy, { flags: { wait: false } })
const scaleTo = (desiredCount: number) => (simulator: Simulator) =>
  simulator.ask('ecs', 'UpdateService', { ...ofService, desiredCount })

const deploys: Row[] = [
  { what: 'SUCCESSFUL', command: deploy, outcome: 'succeeded', world: 'api:2 2/2, 1 deployment' },
  {
    what: 'no deployment to be found, PRIMARY as expected',
    command: deploy,
    asked: { flags: { 'skip-task-definition': true } },
    outcome: 'unchanged',
    world: 'api:1 2/2, 1 deployment',
  },
  {
    what: 'stopped by hand, and back',
    command: deploy,
    scenario: stops('ROLLBACK'),
    outcome: 'rolled-back',
    world: 'api:1 2/2, 1 deployment',
  },
  {
    what: 'STOPPED by hand',
    command: deploy,
    scenario: stops('ABORT'),
    outcome: 'failed',
    world: 'api:2 2/2, 2 deployments',
  },
  {
    what: 'rolled back with another task definition',
    command: deploy,
    scenario: tasks('app:2', badImage),
    asked: { service: breaker },
    outcome: 'rolled-back',
    world: 'api:1 2/2, 1 deployment',
  },
  {
    what: 'rolled back with the same task definition',
    command: deploy,
    scenario: tasks('app:1', badImage),
    asked: { service: breaker, flags: { 'skip-task-definition': true, 'force-new-deployment': true } },
    outcome: 'rolled-back',
    world: 'api:1 2/2, 1 deployment',
  },
  {
    what: 'overtaken',
    command: deploy,
    scenario: overtakes('UpdateService'),
    outcome: 'superseded',
    world: 'api:1 2/2, 3 deployments',
  },
  { what: 'DRAINING', command: deploy, scenario: deletes('UpdateService'), outcome: 'failed', world: 'no service' },
  {
    what: 'timeout',
    command: deploy,
    scenario: tasks('app:2', stuck),
    asked: never,
    outcome: 'timed-out',
    world: 'api:2 2/2, 2 deployments',
  },
]
const nothing: JsonObject = { services: [] }
const creations: Row[] = [
  {
    what: 'running = desired',
    command: deploy,
    scenario: nothing,
    outcome: 'succeeded',
    world: 'api:2 2/2, 1 deployment',
  },
  {
    what: 'stable, whatever the flag says',
    command: deploy,
    scenario: nothing,
    asked: deployed,
    outcome: 'succeeded',
    world: 'api:2 2/2, 1 deployment',
  },
  {
    what: 'tasks that cannot start',
    command: deploy,
    scenario: { ...nothing, ...tasks('app:2', badImage) },
    outcome: 'failed',
    world: 'api:2 0/2, 1 deployment',
  },
  {
    what: 'DRAINING',
    command: deploy,
    scenario: { ...nothing, ...deletes('CreateService') },
    outcome: 'failed',
    world: 'no service',
  },
  {
    what: 'timeout, and nothing to go back to',
    command: deploy,
    scenario: { ...nothing, ...tasks('app:2', stuck) },
    outcome: 'failed',
    world: 'api:2 0/2, 1 deployment',
  },
]
const refreshes: Row[] = [
  { what: 'SUCCESSFUL', command: refresh, outcome: 'succeeded', world: 'api:1 2/2, 1 deployment' },
  {
    what: 'rolled back, with the same task definition as ever',
    command: refresh,
    scenario: tasks('app:1', badImage),
    asked: { service: breaker },
    outcome: 'rolled-back',
    world: 'api:1 2/2, 1 deployment',
  },
  {
    what: 'timeout',
    command: refresh,
    scenario: tasks('app:1', stuck),
    asked: never,
    outcome: 'timed-out',
    world: 'api:1 2/2, 2 deployments',
  },
]
const scales: Row[] = [
  {
    what: 'up',
    command: scale,
    asked: { flags: { tasks: 4 } },
    outcome: 'succeeded',
    world: 'api:1 4/4, 1 deployment',
  },
  {
    what: 'down: until the others have stopped',
    command: scale,
    asked: { flags: { tasks: 1 } },
    outcome: 'succeeded',
    world: 'api:1 1/1, 1 deployment',
  },
  {
    what: 'to zero',
    command: scale,
    asked: { flags: { tasks: 0 } },
    outcome: 'succeeded',
    world: 'api:1 0/0, 1 deployment',
  },
  { what: 'the count as it is', command: scale, outcome: 'unchanged', world: 'api:1 2/2, 1 deployment' },
  {
    what: 'another deployment in its place',
    command: scale,
    scenario: { ...tasks('app:1', stuck), ...overtakes('UpdateService') },
    asked: { flags: { tasks: 4 } },
    outcome: 'superseded',
    world: 'api:1 2/4, 2 deployments',
  },
  {
    what: 'DRAINING',
    command: scale,
    scenario: deletes('UpdateService'),
    asked: { flags: { tasks: 4 } },
    outcome: 'failed',
    world: 'no service',
  },
  {
    what: 'timeout',
    command: scale,
    scenario: tasks('app:1', stuck),
    asked: { ...never, flags: { tasks: 4 } },
    outcome: 'timed-out',
    world: 'api:1 2/4, 1 deployment',
  },
]
const rollbacks: Row[] = [
  {
    what: 'stable, then deregistered',
    command: rollback,
    before: deployTwo,
    outcome: 'succeeded',
    world: 'api:1 2/2, 1 deployment, without api:2',
  },
  {
    what: '--wait-until deployed',
    command: rollback,
    before: deployTwo,
    asked: deployed,
    outcome: 'succeeded',
    world: 'api:1 2/2, 1 deployment, without api:2',
  },
  {
    what: 'of a deployment that runs, then deregistered',
    command: rollback,
    before: startTwo,
    outcome: 'succeeded',
    world: 'api:1 2/2, 1 deployment, without api:2',
  },
  {
    what: 'timeout, and nothing is deregistered',
    command: rollback,
    scenario: tasks('app:1', stuck),
    before: deployTwo,
    outcome: 'rollback-failed',
    world: 'api:1 2/2, 2 deployments',
  },
]
const waits: Row[] = [
  { what: 'nothing under way', command: wait, outcome: 'succeeded', world: 'api:1 2/2, 1 deployment' },
  { what: 'stable', command: wait, before: startTwo, outcome: 'succeeded', world: 'api:2 2/2, 1 deployment' },
  {
    what: 'deployed',
    command: wait,
    before: startTwo,
    asked: until('deployed'),
    outcome: 'succeeded',
    world: 'api:2 2/2, 1 deployment',
  },
  {
    what: 'stable: the count is reached too',
    command: wait,
    before: scaleTo(4),
    asked: until('stable'),
    outcome: 'succeeded',
    world: 'api:1 4/4, 1 deployment',
  },
  {
    what: 'deployed: no deployment to be found, at once',
    command: wait,
    before: scaleTo(4),
    asked: until('deployed'),
    outcome: 'succeeded',
    world: 'api:1 2/4, 1 deployment',
  },
  {
    what: '--wait-until is the same as --until',
    command: wait,
    before: scaleTo(4),
    asked: deployed,
    outcome: 'succeeded',
    world: 'api:1 2/4, 1 deployment',
  },
  {
    what: 'DRAINING',
    command: wait,
    scenario: deletes('UpdateService'),
    before: startTwo,
    outcome: 'failed',
    world: 'no service',
  },
  {
    what: 'deployed, and DRAINING',
    command: wait,
    before: (simulator) => simulator.ask('ecs', 'DeleteService', { ...ofService, force: true }),
    asked: until('deployed'),
    outcome: 'failed',
    world: 'no service',
  },
  {
    what: 'rolled back by ECS',
    command: wait,
    scenario: tasks('app:2', badImage),
    before: (simulator) => runCommand(simulator, deploy, { service: breaker, flags: { wait: false } }),
    outcome: 'rolled-back',
    world: 'api:1 2/2, 1 deployment',
  },
  {
    what: 'timeout, and what runs is left alone',
    command: wait,
    scenario: tasks('app:2', stuck),
    before: startTwo,
    asked: { options: { rollback: 'always' } },
    outcome: 'timed-out',
    world: 'api:2 2/2, 2 deployments',
  },
]

/** Specification 8, for the controller ECS; 5.1 B8, B9 and B11 say how each wait ends. */
describe.each([
  { name: 'deploy', rows: deploys },
  { name: 'deploy of a new service', rows: creations },
  { name: 'refresh', rows: refreshes },
  { name: 'scale', rows: scales },
  { name: 'rollback', rows: rollbacks },
  { name: 'wait', rows: waits },
])('$name waits', ({ rows }) => {
  it.each(rows)('$what → $outcome', async ({ command, scenario = {}, asked = {}, before, outcome, world }) => {
    const simulator = openWorld(scenario, asked.service)
    await before?.(simulator)
    const { result } = await runCommand(simulator, command, asked)
    expect({ outcome: result.outcome, world: describeNow(simulator) }).toEqual({ outcome, world })
  })
})

describe('what a wait tells', () => {
  it('knows what ran before the deployment that it met', async () => {
    const simulator = openWorld({})
    await startTwo(simulator)
    const { known } = await runCommand(simulator, wait)
    expect(known).toMatchObject({ previous: expect.stringMatching(/api:1$/) })
  })
})

describe('a service that is missing', () => {
  it.each([refresh, scale, rollback, wait])('fails $name at once', async (command) => {
    const simulator = openWorld(nothing)
    await expect(runCommand(simulator, command)).rejects.toThrow('service api is not found')
  })
})

/** `api:2 2/2, 1 deployment, without api:2` */
function describeNow(simulator: Simulator): string {
  const [service] = simulator.state().services
  const all = service?.['status'] === 'ACTIVE' ? service['deployments'] : undefined
  if (!Array.isArray(all)) return 'no service'
  const gone = simulator.ask('ecs', 'ListTaskDefinitions', { familyPrefix: 'api', status: 'INACTIVE' })
  const names = JSON.stringify(gone['taskDefinitionArns']).match(/api:\d+/g) ?? []
  const count = `${all.length} ${all.length === 1 ? 'deployment' : 'deployments'}`
  return [describeWorld(simulator), count, ...names.map((name) => `without ${name}`)].join(', ')
}

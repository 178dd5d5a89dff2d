import { describe, expect, it } from '@jest/globals'
import type { Options } from '../../src/commands/context.ts'
import type { JsonObject } from '../../src/model/json.ts'
import { describeWorld, openWorld, runDeploy, serviceDefinition } from './world.ts'

const breaker = (enable: boolean, rollback: boolean): JsonObject => ({
  ...serviceDefinition,
  deploymentConfiguration: { deploymentCircuitBreaker: { enable, rollback } },
})
const badImage: JsonObject = {
  match: { image: 'app:2' },
  fate: { kind: 'cannot-start', reason: 'CannotPullContainerError: app:2: not found' },
}
const hiccup: JsonObject = {
  match: { image: 'app:2', firstAttempts: 2 },
  fate: { kind: 'cannot-start', reason: 'CannotPullContainerError: dial tcp 10.0.0.1:443: i/o timeout' },
}
const crash = (more: JsonObject = {}): JsonObject => ({
  match: { image: 'app:2' },
  fate: { kind: 'exit', code: 1, after: 5, ...more },
})
const stuck: JsonObject = { match: { image: 'app:2' }, fate: { kind: 'stuck' } }
const slow: JsonObject = { match: { image: 'app:2' }, fate: { kind: 'healthy', after: 3000 } }

interface Row {
  readonly what: string
  readonly scenario?: JsonObject
  readonly service?: JsonObject
  readonly options?: Partial<Options>
  readonly flags?: Readonly<Record<string, boolean | number | string>>
  readonly outcome: string
  readonly world: string
  /** ms after the end at which the world is looked at. */
  readonly later?: number
  readonly category?: string
}

const rows: Row[] = [
  { what: 'a deployment that works', outcome: 'succeeded', world: 'api:2 2/2' },
  {
    what: 'a flaky start that recovers',
    scenario: { tasks: [hiccup] },
    service: breaker(true, true),
    outcome: 'succeeded',
    world: 'api:2 2/2',
  },
  {
    what: 'half of many crash at first, without a breaker',
    scenario: { tasks: [{ ...crash({ overlooked: true }), match: { image: 'app:2', firstAttempts: 5 } }] },
    service: { ...breaker(false, false), desiredCount: 10 },
    outcome: 'succeeded',
    world: 'api:2 10/10',
  },
  {
    what: 'Spot takes the first tasks',
    scenario: { tasks: [{ match: { image: 'app:2', firstAttempts: 4 }, fate: { kind: 'interrupted', after: 3 } }] },
    service: breaker(false, false),
    outcome: 'succeeded',
    world: 'api:2 2/2',
  },
  {
    what: 'a person stops tasks that had come up',
    scenario: {
      actors: [20, 30, 40].map((seconds) => ({
        when: { after: { operation: 'UpdateService', seconds } },
        operation: 'StopTask',
        input: { $of: 'demo/api', cluster: 'demo', task: '$task' },
      })),
    },
    outcome: 'succeeded',
    world: 'api:2 2/2',
  },
  {
    what: 'a slow start',
    scenario: { tasks: [{ match: { image: 'app:2' }, fate: { kind: 'healthy', after: 240 } }] },
    service: breaker(true, true),
    outcome: 'succeeded',
    world: 'api:2 2/2',
  },
  {
    what: 'crashes that the breaker of ECS does not count',
    scenario: { tasks: [crash({ overlooked: true })] },
    service: breaker(true, true),
    outcome: 'rolled-back',
    world: 'api:1 2/2',
    category: 'container/exit-code',
  },
  {
    what: 'crashes, rollback: never, and nobody else acts',
    scenario: { tasks: [crash({ overlooked: true })] },
    service: breaker(true, true),
    options: { rollback: 'never' },
    outcome: 'failed',
    world: 'api:2 2/2',
    category: 'container/exit-code',
  },
  {
    what: 'no task can even be launched',
    scenario: {
      tasks: [
        {
          match: { image: 'app:2' },
          fate: {
            kind: 'not-launched',
            reason: 'ECS was unable to assume the role arn:aws:iam::123456789012:role/task that was provided',
          },
        },
      ],
    },
    service: breaker(false, false),
    outcome: 'rolled-back',
    world: 'api:1 2/2',
    category: 'permission/assume-role',
  },
  {
    what: 'rollback: never where ECS goes back by itself',
    scenario: { tasks: [badImage] },
    service: breaker(true, true),
    options: { rollback: 'never' },
    outcome: 'rolled-back',
    world: 'api:1 2/2',
    category: 'image/not-found',
  },
  {
    what: 'ECS rolls back by its breaker',
    scenario: { tasks: [badImage] },
    service: breaker(true, true),
    outcome: 'rolled-back',
    world: 'api:1 2/2',
    category: 'image/not-found',
  },
  {
    what: 'a breaker that only stops: we roll back',
    scenario: { tasks: [badImage] },
    service: breaker(true, false),
    outcome: 'rolled-back',
    world: 'api:1 2/2',
    category: 'image/not-found',
  },
  {
    what: 'no breaker: we count and roll back',
    scenario: { tasks: [badImage] },
    service: breaker(false, false),
    outcome: 'rolled-back',
    world: 'api:1 2/2',
    category: 'image/not-found',
  },
  {
    what: 'rollback: never leaves it',
    scenario: { tasks: [badImage] },
    service: breaker(false, false),
    options: { rollback: 'never' },
    outcome: 'failed',
    world: 'api:2 2/2',
    category: 'image/not-found',
  },
  {
    what: 'nothing starts before the time is over',
    scenario: { tasks: [stuck] },
    outcome: 'rolled-back',
    world: 'api:1 2/2',
    category: 'timeout/stability',
  },
  {
    what: 'out of time and rollback: never',
    scenario: { tasks: [stuck] },
    options: { rollback: 'never' },
    outcome: 'timed-out',
    world: 'api:2 2/2',
    category: 'timeout/stability',
  },
  {
    what: 'ECS never begins, rollback: never',
    scenario: { timings: { reconcile: 900 } },
    options: { rollback: 'never' },
    outcome: 'timed-out',
    world: 'api:2 2/2',
    category: 'timeout/stability',
  },
  { what: '--no-wait', flags: { wait: false }, outcome: 'started', world: 'api:2 2/2' },
  { what: 'scaled to zero', flags: { tasks: 0 }, outcome: 'succeeded', world: 'api:2 0/0' },
  {
    what: '--skip-task-definition with nothing to change',
    flags: { 'skip-task-definition': true },
    outcome: 'unchanged',
    world: 'api:1 2/2',
  },
  {
    what: '--skip-task-definition --force-new-deployment',
    flags: { 'skip-task-definition': true, 'force-new-deployment': true },
    outcome: 'succeeded',
    world: 'api:1 2/2',
  },
  {
    what: 'another deployment takes over',
    scenario: {
      actors: [
        {
          when: { after: { operation: 'UpdateService', seconds: 20 } },
          operation: 'UpdateService',
          input: { cluster: 'demo', service: 'api', taskDefinition: 'api:1', forceNewDeployment: true },
        },
      ],
    },
    outcome: 'superseded',
    world: 'api:1 2/2',
    category: 'conflict/superseded',
  },
  {
    what: 'the service is deleted meanwhile',
    scenario: {
      actors: [
        {
          when: { after: { operation: 'UpdateService', seconds: 20 } },
          operation: 'DeleteService',
          input: { cluster: 'demo', service: 'api', force: true },
        },
      ],
    },
    outcome: 'failed',
    world: 'no service',
    category: 'conflict/service-draining',
  },
  {
    what: 'throttled reads on the way',
    scenario: { faults: [{ operation: 'ecs:DescribeServices', kind: 'throttled', from: 2, times: 4 }] },
    outcome: 'succeeded',
    world: 'api:2 2/2',
  },
  {
    what: 'service deployments may not be read',
    scenario: { faults: [{ operation: 'ecs:ListServiceDeployments', kind: 'refused' }] },
    outcome: 'succeeded',
    world: 'api:2 2/2',
  },
  {
    what: 'service deployments may not be read, and ECS rolls back',
    scenario: { tasks: [badImage], faults: [{ operation: 'ecs:ListServiceDeployments', kind: 'refused' }] },
    service: breaker(true, true),
    outcome: 'rolled-back',
    world: 'api:1 2/2',
    category: 'image/not-found',
  },
  {
    what: 'stale reads for a while',
    scenario: { faults: [{ operation: 'ecs:DescribeServices', kind: 'stale', seconds: 30, from: 2, times: 5 }] },
    outcome: 'succeeded',
    world: 'api:2 2/2',
  },
  { what: 'lagging lists', scenario: { timings: { listLag: 30 } }, outcome: 'succeeded', world: 'api:2 2/2' },
  {
    what: 'credentials expire on the way',
    scenario: { faults: [{ operation: 'ecs:*', kind: 'expired', from: 8 }] },
    outcome: 'timed-out',
    world: 'api:2 2/2',
    category: 'credentials/expired',
  },
  {
    what: 'out of time on its way',
    scenario: { tasks: [{ ...slow, match: { image: 'app:2', attempt: 2 } }] },
    options: { timeout: 60_000 },
    outcome: 'timed-out',
    world: 'api:2 3/2',
    category: 'timeout/stability',
  },
]

rows.push({
  what: 'only the count changes, and reads lag',
  scenario: { faults: [{ operation: 'ecs:DescribeServices', kind: 'stale', seconds: 60, from: 2, times: 6 }] },
  flags: { 'skip-task-definition': true, tasks: 4 },
  outcome: 'succeeded',
  world: 'api:1 4/4',
  later: 0,
})

describe('what became of a deploy', () => {
  it.each(rows)(
    '$what → $outcome',
    async ({ scenario = {}, service = serviceDefinition, options = {}, flags = {}, later = 120_000, ...expected }) => {
      const simulator = openWorld(scenario, service)
      const { result } = await runDeploy(simulator, { service, options, flags })
      simulator.advanceTo(simulator.clock.now() + later)
      const seen = { outcome: result.outcome, world: describeWorld(simulator), category: result.category }

      const { outcome, world, category } = expected
      expect(seen).toEqual({ outcome, world, category })
    },
  )
})

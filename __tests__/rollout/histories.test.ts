import { expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { Simulator } from '../../simulator/simulator.ts'
import { AwsError, findCause } from '../../src/errors.ts'
import type { JsonObject } from '../../src/model/json.ts'
import { describeWorld, openWorld, runDeploy, secret, serviceDefinition } from './world.ts'

const reasons = [
  'CannotPullContainerError: app:2: not found',
  'ResourceInitializationError: unable to pull secrets',
  `bad ${secret}`,
]
const fate = fc.oneof(
  fc.constant({ kind: 'healthy' }),
  fc.record({ kind: fc.constant('healthy'), after: fc.nat(120) }),
  fc.record({ kind: fc.constant('cannot-start'), reason: fc.constantFrom(...reasons) }),
  fc.record({ kind: fc.constant('initialization-error'), reason: fc.constantFrom(...reasons) }),
  fc.record({ kind: fc.constant('exit'), code: fc.constantFrom(0, 1, 137), after: fc.nat(90) }),
  fc.constant({ kind: 'unhealthy' }),
  fc.record({ kind: fc.constant('not-placed'), reason: fc.constantFrom(...reasons) }),
  fc.constant({ kind: 'stuck' }),
)
const fates = fc.array(
  fc.record({
    match: fc.record({ image: fc.constant('app:2'), firstAttempts: fc.integer({ min: 1, max: 6 }) }),
    fate,
  }),
  { maxLength: 3 },
)
const faults = fc.array(
  fc.record({
    operation: fc.constantFrom(
      'ecs:DescribeServices',
      'ecs:ListServiceDeployments',
      'ecs:DescribeServiceDeployments',
      'ecs:ListTasks',
      'ecs:*',
    ),
    kind: fc.constantFrom('throttled', 'server-error', 'reset', 'stale'),
    probability: fc.constantFrom(0.1, 0.3),
    seconds: fc.constant(20),
  }),
  { maxLength: 2 },
)
const others = fc.array(
  fc.record({
    when: fc.record({
      after: fc.record({ operation: fc.constant('UpdateService'), seconds: fc.integer({ min: 1, max: 90 }) }),
    }),
    operation: fc.constant('UpdateService'),
    input: fc.constantFrom(
      { cluster: 'demo', service: 'api', taskDefinition: 'api:1' },
      { cluster: 'demo', service: 'api', desiredCount: 3 },
      { cluster: 'demo', service: 'api', forceNewDeployment: true },
    ),
  }),
  { maxLength: 1 },
)
const history = fc.record({
  scenario: fc.record({ seed: fc.nat(100_000), tasks: fates, faults, actors: others }),
  breaker: fc.record({ enable: fc.boolean(), rollback: fc.boolean() }),
})

/** AWS may refuse so often that nothing begins: then nothing may have been updated either. */
function refusedBefore(simulator: Simulator): (error: unknown) => undefined {
  return (error) => {
    if (findCause(error, (one): one is AwsError => one instanceof AwsError) === undefined) throw error
    expect(
      simulator.state().calls.filter((call) => call.operation === 'UpdateService' && call.fault === undefined),
    ).toEqual([])
  }
}

it('never says that a deployment succeeded unless it runs, and goes back only to what ran before', async () => {
  await fc.assert(
    fc.asyncProperty(history, async ({ scenario, breaker }) => {
      const service: JsonObject = {
        ...serviceDefinition,
        deploymentConfiguration: { deploymentCircuitBreaker: breaker },
      }
      const simulator = openWorld(scenario, service)
      const run = await runDeploy(simulator, { service }).catch(refusedBefore(simulator))
      if (run === undefined) return
      const { result, happenings, took } = run
      const world = describeWorld(simulator)
      if (result.outcome === 'succeeded') expect(world).toMatch(/^api:2 (\d+)\/\1$/)
      if (result.outcome === 'rolled-back') expect(world).toMatch(/^api:1 /)
      expect(result.outcome).not.toBe('unchanged')
      // The deadline, the same again for the rollback, and the last retries.
      expect(took).toBeLessThan(2 * 600_000 + 120_000)
      expect(JSON.stringify(result.sentence) + JSON.stringify(happenings.map(({ kind }) => kind))).not.toContain(secret)
    }),
    { numRuns: 60 },
  )
})

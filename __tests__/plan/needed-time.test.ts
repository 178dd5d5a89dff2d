import { describe, expect, it } from '@jest/globals'
import { listStages, sumStages, type TimeSources } from '../../src/plan/needed-time.ts'

const empty: TimeSources = { service: {}, taskDefinition: undefined, targetGroups: [] }
const healthCheck = (check: object) => ({
  containerDefinitions: [{ healthCheck: { command: ['CMD', 'true'], ...check } }],
})

describe('what a deployment may have to sit out', () => {
  it.each<[string, Partial<TimeSources>, string]>([
    ['nothing that is known', {}, ''],
    ['a grace period', { service: { healthCheckGracePeriodSeconds: 90 } }, 'health check grace period 90'],
    ['bake time, in minutes', { service: { deploymentConfiguration: { bakeTimeInMinutes: 5 } } }, 'bake time 300'],
    [
      'the slowest of several target groups',
      {
        targetGroups: [
          { becomingHealthy: 150, deregistrationDelay: 10 },
          { becomingHealthy: 20, deregistrationDelay: 300 },
        ],
      },
      'health checks 150 + deregistration delay 300',
    ],
    ['a container health check with the defaults of ECS', { taskDefinition: healthCheck({}) }, 'health checks 30'],
    [
      'a start period and an interval',
      { taskDefinition: healthCheck({ startPeriod: 120, interval: 10 }) },
      'health checks 130',
    ],
    ['no health check', { taskDefinition: { containerDefinitions: [{ name: 'app' }] } }, ''],
    [
      'the longer of container and load balancer',
      { taskDefinition: healthCheck({}), targetGroups: [{ becomingHealthy: 150, deregistrationDelay: 0 }] },
      'health checks 150',
    ],
  ])('%s', (_, sources, expected) => {
    const stages = listStages({ ...empty, ...sources })
    expect(stages.map(({ name, seconds }) => `${name} ${seconds}`).join(' + ')).toBe(expected)
  })

  it('adds up', () => {
    expect(sumStages([])).toBe(0)
    expect(
      sumStages([
        { name: 'a', seconds: 60 },
        { name: 'b', seconds: 30 },
      ]),
    ).toBe(90)
  })
})

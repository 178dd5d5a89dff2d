import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { NEXT } from '../ecs/ladder.ts'
import type { ServiceDeploymentStatus } from '../ecs/model.ts'
import { type Answer, base, fargate, type Story, tell } from './ecs-story.ts'

const LAST = 4

/** What others do to the service, and how long until the next does something. */
const move = fc.oneof(
  fc.record({ operation: fc.constant('update'), revision: fc.integer({ min: 1, max: LAST }), force: fc.boolean() }),
  fc.record({ operation: fc.constant('scale'), desired: fc.integer({ min: 0, max: 6 }) }),
  fc.record({ operation: fc.constant('stop'), abort: fc.boolean() }),
  fc.record({ operation: fc.constant('kill') }),
  fc.record({ operation: fc.constant('wait') }),
)
const step = fc.tuple(move as fc.Arbitrary<Answer>, fc.integer({ min: 0, max: 90 }))

/** Fates that end: only the first tasks of a revision meet them. */
const fate = fc.record({
  match: fc.record({
    taskDefinition: fc.integer({ min: 2, max: LAST }).map((revision) => `api:${revision}`),
    firstAttempts: fc.integer({ min: 1, max: 12 }),
  }),
  fate: fc.constantFrom<object>(
    { kind: 'cannot-start', reason: 'CannotPullContainerError: not found' },
    { kind: 'initialization-error', reason: 'ResourceInitializationError: x' },
    { kind: 'exit', code: 1 },
    { kind: 'exit', code: 1, after: 40 },
    { kind: 'unhealthy' },
    { kind: 'target-unhealthy' },
    { kind: 'not-placed', reason: 'Capacity is unavailable at this time.' },
    { kind: 'interrupted', after: 20 },
  ),
})

const world = fc.record({
  seed: fc.nat(),
  jitter: fc.constantFrom(0, 0.3),
  percents: fc.constantFrom<[number, number]>([100, 200], [100, 150], [50, 100], [0, 100], [50, 200], [67, 134]),
  breaker: fc.constantFrom(undefined, true, false),
  balanced: fc.boolean(),
  fates: fc.array(fate, { maxLength: 3 }),
  steps: fc.array(step, { maxLength: 8 }),
})

const GROUP = {
  name: 'api',
  arn: 'arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/api/0',
  deregistrationDelay: 20,
}

function begin({ seed, jitter, percents, breaker, balanced, fates }: Answer): Story {
  const [minimumHealthyPercent, maximumPercent] = percents
  const taskDefinitions = Array.from({ length: LAST }, () => ({ input: fargate('api') }))
  return tell(
    base(
      { seed, timings: { jitter }, tasks: fates, taskDefinitions, targetGroups: [GROUP] },
      {
        ...(balanced && { loadBalancers: [{ targetGroupArn: GROUP.arn, containerName: 'app', containerPort: 80 }] }),
        desiredCount: 3,
        deploymentConfiguration: {
          minimumHealthyPercent,
          maximumPercent,
          ...(breaker !== undefined && { deploymentCircuitBreaker: { enable: true, rollback: breaker } }),
        },
      },
    ),
  )
}

function act(story: Story, { operation, revision, force, desired, abort }: Answer): void {
  const service = 'api'
  if (operation === 'update')
    story.call('UpdateService', { service, taskDefinition: `api:${revision}`, forceNewDeployment: force })
  if (operation === 'scale') story.call('UpdateService', { service, desiredCount: desired })
  if (operation === 'kill') {
    const [task] = story.call('ListTasks', { serviceName: service }).taskArns
    if (task !== undefined) story.call('StopTask', { task })
  }
  if (operation === 'stop') {
    const [{ serviceDeploymentArn }] = story.deployments()
    story.refusal('StopServiceDeployment', { serviceDeploymentArn, stopType: abort ? 'ABORT' : 'ROLLBACK' })
  }
}

/** From where to where a service deployment can have gone between two looks. */
function reachable(from: ServiceDeploymentStatus): Set<string> {
  const seen = new Set<string>([from])
  const open: ServiceDeploymentStatus[] = [from]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const status of NEXT[next]) {
      if (!seen.has(status)) open.push(status)
      seen.add(status)
    }
  }
  return seen
}

/** What has to hold at every look. */
class Watch {
  readonly story: Story
  readonly ceilingPercent: number
  readonly statuses = new Map<string, ServiceDeploymentStatus>()
  /** The most tasks that the desired counts since the last rest allow: healthy ones may not all go at once. */
  allowed: number

  constructor(story: Story, maximum: number) {
    this.story = story
    this.ceilingPercent = maximum
    this.allowed = Math.floor((3 * maximum) / 100)
  }

  look(): void {
    const service = this.story.service()
    const primaries = service.deployments.filter((one: Answer) => one.status === 'PRIMARY')
    expect(primaries).toHaveLength(1)
    expect(service.deployments[0]).toBe(primaries[0])
    expect(primaries[0].desiredCount).toBe(service.desiredCount)
    const wanted = this.story.tasks().filter((task) => task.desiredStatus === 'RUNNING')
    const allowed = Math.floor((service.desiredCount * this.ceilingPercent) / 100)
    const atRest = service.deployments.length === 1 && wanted.length === service.desiredCount
    this.allowed = atRest ? allowed : Math.max(this.allowed, allowed)
    expect(wanted.length).toBeLessThanOrEqual(this.allowed)
    for (const counted of ['runningCount', 'pendingCount'])
      expect(service[counted]).toBe(service.deployments.reduce((sum: number, one: Answer) => sum + one[counted], 0))
    this.lookAtLadder()
  }

  private lookAtLadder(): void {
    const under = this.story.deployments()
    for (const { serviceDeploymentArn, status } of under) {
      const before = this.statuses.get(serviceDeploymentArn) ?? 'PENDING'
      if (before !== status) expect([...reachable(before)]).toContain(status)
      this.statuses.set(serviceDeploymentArn, status)
    }
    expect(under.filter(({ status }) => NEXT[status as ServiceDeploymentStatus].length > 0).length).toBeLessThanOrEqual(
      1,
    )
  }
}

/** At rest; also where the percentages let nothing be replaced, as ECS says in an event. */
function settled(story: Story): boolean {
  const service = story.service()
  const [primary] = service.deployments
  if (primary.rolloutState === 'FAILED' || /unable to stop or start tasks/.test(service.events[0].message)) return true
  return (
    service.deployments.length === 1 &&
    primary.rolloutState === 'COMPLETED' &&
    service.runningCount === service.desiredCount
  )
}

describe('whatever happens to a service', () => {
  it('has one primary deployment, keeps to maximumPercent, moves along the ladder and settles', () => {
    fc.assert(
      fc.property(world, (given: Answer) => {
        const story = begin(given)
        const watch = new Watch(story, given.percents[1])
        for (const [action, pause] of given.steps) {
          act(story, action)
          for (let second = 0; second <= pause; second += 3) {
            watch.look()
            story.pass(3)
          }
        }
        let quiet = 0
        story.until(() => {
          watch.look()
          story.pass(9)
          quiet = settled(story) ? quiet + 1 : 0
          return quiet > 10
        }, 4 * 3600)
      }),
      { numRuns: 60 },
    )
  })

  it('never has fewer healthy tasks than minimumHealthyPercent when only deployments happen', () => {
    const updates = fc.array(fc.tuple(fc.integer({ min: 1, max: LAST }), fc.integer({ min: 0, max: 120 })), {
      maxLength: 5,
    })
    fc.assert(
      fc.property(world, updates, (given: Answer, steps) => {
        const healthyFates = given.fates.filter(({ fate }: Answer) => !['interrupted', 'exit'].includes(fate.kind))
        const story = begin({ ...given, fates: healthyFates })
        const floor = Math.ceil((3 * given.percents[0]) / 100)
        for (const [revision, pause] of steps) {
          act(story, { operation: 'update', revision, force: false })
          for (let second = 0; second < pause; second++) {
            story.pass(1)
            expect(story.service().runningCount).toBeGreaterThanOrEqual(floor)
          }
        }
      }),
      { numRuns: 60 },
    )
  })

  it('is decided by the seed', () => {
    fc.assert(
      fc.property(world, (given: Answer) => {
        const run = () => {
          const story = begin(given)
          for (const [action, pause] of given.steps) {
            act(story, action)
            story.pass(pause)
          }
          return JSON.stringify([story.service(), story.tasks(), story.deployments()])
        }
        expect(run()).toBe(run())
      }),
      { numRuns: 20 },
    )
  })
})

import { describe, expect, it } from '@jest/globals'
import type { Simulator } from '../../simulator/simulator.ts'
import type { JsonObject } from '../../src/model/json.ts'
import { scalableResource } from '../../src/model/scaling.ts'
import { openView, serviceInput, shopOf, taskDefinition } from './world.ts'

const stream = { group: '/ecs/api', stream: 'api/app/0123', region: 'us-east-1', limit: 3 }

function writeLines(simulator: Simulator, messages: readonly string[]): void {
  const place = { logGroupName: stream.group, logStreamName: stream.stream }
  simulator.ask('logs', 'CreateLogStream', place)
  const logEvents = messages.map((message, index) => ({ message, timestamp: simulator.clock.now() + index }))
  simulator.ask('logs', 'PutLogEvents', { ...place, logEvents })
}

describe('logs', () => {
  it('are the last lines, oldest first', async () => {
    const { aws, simulator } = openView({ logGroups: ['/ecs/api'] })
    writeLines(simulator, ['one', 'two', 'three', 'four', 'five'])
    expect(await aws.logs.readLastLines(stream)).toEqual(['three', 'four', 'five'])
  })

  it('are read in the region of their group', async () => {
    const { aws, simulator } = openView({ region: 'eu-west-1', logGroups: ['/ecs/api'] })
    writeLines(simulator, ['one'])
    expect(await aws.logs.readLastLines({ ...stream, region: 'eu-west-1' })).toEqual(['one'])
    expect(await aws.logs.hasGroup('/ecs/api', 'eu-west-1')).toBe(true)
    expect(await aws.logs.hasGroup('/ecs/api', 'us-east-1')).toBe(false)
    expect(simulator.state().calls.map(({ region }) => region)).toEqual(['eu-west-1', 'eu-west-1', 'us-east-1'])
  })

  it.each([
    ['stream', { ...stream, stream: 'api/app/none' }],
    ['group', { ...stream, group: '/ecs/none' }],
  ])('of a %s that does not exist are empty', async (_, missing) => {
    const { aws, simulator } = openView({ logGroups: ['/ecs/api'] })
    writeLines(simulator, ['one'])
    expect(await aws.logs.readLastLines(missing)).toEqual([])
  })

  it('that may not be read are an error', async () => {
    const { aws } = openView({ logGroups: ['/ecs/api'], faults: [{ operation: 'logs:*', kind: 'refused' }] })
    await expect(aws.logs.readLastLines(stream)).rejects.toMatchObject({ code: 'AccessDeniedException' })
    await expect(aws.logs.hasGroup('/ecs/api', 'us-east-1')).rejects.toMatchObject({ service: 'logs' })
  })

  it.each([
    ['/ecs/api', true],
    ['/ecs/ap', false],
    ['/ecs/api-2', true],
    ['/ecs/api-', false],
  ])('the group %s exists by its whole name: %s', async (group, exists) => {
    const { aws } = openView({ logGroups: ['/ecs/api', '/ecs/api-2'] })
    expect(await aws.logs.hasGroup(group, 'us-east-1')).toBe(exists)
  })
})

describe('target groups', () => {
  const arn = 'arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/api/0123456789abcdef'
  const behindBalancer = (fate: JsonObject) =>
    openView({
      ...shopOf([]),
      taskDefinitions: [
        {
          input: {
            ...taskDefinition('api'),
            containerDefinitions: [
              { name: 'app', image: 'app:1', essential: true, portMappings: [{ containerPort: 8080 }] },
            ],
          },
        },
      ],
      targetGroups: [{ name: 'api', port: 8080, arn }],
      services: [
        serviceInput('api', {
          desiredCount: 2,
          loadBalancers: [{ targetGroupArn: arn, containerName: 'app', containerPort: 8080 }],
        }),
      ],
      tasks: [
        { match: { image: 'app:1', firstAttempts: 1 }, fate: { kind: 'healthy' } },
        { match: {}, fate },
      ],
    })

  it('tell the health of each target', async () => {
    const { aws, simulator } = behindBalancer({ kind: 'target-unhealthy', after: 1 })
    await aws.ecs.updateService({ cluster: 'demo', service: 'api', forceNewDeployment: true })
    await simulator.clock.sleep(30_000)
    const target = expect.stringMatching(/^10(\.\d+){3}:8080$/)
    const healthy = { target, state: 'healthy', reason: '', description: '' }
    expect(await aws.targetGroups.readHealth(arn)).toEqual([
      healthy,
      healthy,
      {
        target,
        state: 'initial',
        reason: 'Elb.InitialHealthChecking',
        description: 'Initial health checks in progress',
      },
      {
        target,
        state: 'unhealthy',
        reason: 'Target.ResponseCodeMismatch',
        description: 'Health checks failed with these codes: [502]',
      },
    ])
  })

  it('exist or do not', async () => {
    const { aws } = behindBalancer({ kind: 'healthy' })
    expect(await aws.targetGroups.exists(arn)).toBe(true)
    expect(await aws.targetGroups.exists(arn.replace('api', 'web'))).toBe(false)
  })

  it('that may not be read are an error', async () => {
    const { aws } = openView({ faults: [{ operation: 'elasticloadbalancing:*', kind: 'refused' }] })
    await expect(aws.targetGroups.exists(arn)).rejects.toMatchObject({ service: 'elasticloadbalancing' })
  })
})

describe('auto scaling', () => {
  const target = {
    ServiceNamespace: 'ecs',
    ScalableDimension: 'ecs:service:DesiredCount',
    ResourceId: 'service/demo/api',
    MinCapacity: 1,
    MaxCapacity: 4,
  }

  const limits = {
    MinCapacity: 1,
    MaxCapacity: 4,
    SuspendedState: {
      DynamicScalingInSuspended: false,
      DynamicScalingOutSuspended: false,
      ScheduledScalingSuspended: false,
    },
  }

  it.each([
    ['demo', 'api', limits],
    ['arn:aws:ecs:us-east-1:123456789012:cluster/demo', 'api', limits],
    ['demo', 'arn:aws:ecs:us-east-1:123456789012:service/demo/api', limits],
    ['demo', 'web', undefined],
    ['other', 'api', undefined],
  ])('finds the target of the desired count in %s of %s', async (cluster, service, found) => {
    const { aws, simulator } = openView(shopOf(['api']))
    simulator.ask('application-autoscaling', 'RegisterScalableTarget', target)
    expect(await aws.scaling.readTarget({ cluster, service })).toEqual(found)
  })

  it('lists the policies of all pages', async () => {
    const { aws, simulator } = openView(shopOf(['api']))
    simulator.ask('application-autoscaling', 'RegisterScalableTarget', target)
    const { MinCapacity: _, MaxCapacity: __, ...resource } = target
    const names = Array.from({ length: 12 }, (_, index) => `policy-${index}`)
    for (const PolicyName of names) {
      simulator.ask('application-autoscaling', 'PutScalingPolicy', { ...resource, PolicyName })
    }
    const policies = await aws.scaling.listPolicies({ cluster: 'demo', service: 'api' })
    expect(policies).toEqual(names.map((name) => ({ name, type: 'StepScaling' })))
  })

  it('changes what is said and leaves the rest', async () => {
    const { aws, simulator } = openView(shopOf(['api']))
    simulator.ask('application-autoscaling', 'RegisterScalableTarget', target)
    const name = { cluster: 'demo', service: 'api' }
    await aws.scaling.changeTarget({ ...scalableResource(name), MaxCapacity: 8 })
    expect(await aws.scaling.readTarget(name)).toEqual({ ...limits, MaxCapacity: 8 })
  })
})

import { CloudWatchLogs } from '@aws-sdk/client-cloudwatch-logs'
import { ECS } from '@aws-sdk/client-ecs'
import { ElasticLoadBalancingV2 } from '@aws-sdk/client-elastic-load-balancing-v2'
import { describe, expect, it } from '@jest/globals'
import { parseScenario, targetGroupArn } from '../scenario.ts'
import { createSimulator } from '../simulator.ts'
import { type Connection, connectHttp, connectInProcess } from './sockets.ts'

const group = { name: 'web', port: 8080 }
const arn = targetGroupArn({ account: '123456789012', region: 'us-east-1' }, { ...group, protocol: 'HTTP', vpcId: '' })
const logConfiguration = {
  logDriver: 'awslogs',
  options: { 'awslogs-group': '/ecs/app', 'awslogs-region': 'us-east-1', 'awslogs-stream-prefix': 'app' },
}
const scenario = {
  start: '2026-01-15T09:00:00Z',
  targetGroups: [group],
  logGroups: ['/ecs/app'],
  alarms: [{ name: 'errors', fires: { at: 600 } }],
  tasks: [{ match: { image: '*' }, fate: { kind: 'healthy' }, logs: [{ message: 'listening', after: 2 }] }],
  taskDefinitions: [
    {
      input: {
        family: 'app',
        cpu: '256',
        memory: '512',
        networkMode: 'awsvpc',
        requiresCompatibilities: ['FARGATE'],
        executionRoleArn: 'arn:aws:iam::123456789012:role/exec',
        containerDefinitions: [
          { name: 'app', image: 'app:1', essential: true, portMappings: [{ containerPort: 8080 }], logConfiguration },
        ],
      },
    },
  ],
}

async function createApi(ecs: ECS): Promise<void> {
  await ecs.createService({
    serviceName: 'api',
    taskDefinition: 'app',
    desiredCount: 2,
    launchType: 'FARGATE',
    networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-1'], securityGroups: ['sg-1'] } },
    loadBalancers: [{ targetGroupArn: arn, containerName: 'app', containerPort: 8080 }],
  })
}

async function runningCount(ecs: ECS): Promise<number | undefined> {
  return (await ecs.describeServices({ services: ['api'] })).services?.[0]?.runningCount
}

describe('a deployment', () => {
  it('is seen by all services, in virtual time', async () => {
    const { simulator, config } = await connectInProcess(scenario)
    const ecs = new ECS(config)
    await createApi(ecs)
    expect(await runningCount(ecs)).toBe(0)
    await simulator.clock.sleep(300_000)
    expect(await runningCount(ecs)).toBe(2)
    const health = await new ElasticLoadBalancingV2(config).describeTargetHealth({ TargetGroupArn: arn })
    expect(health.TargetHealthDescriptions?.map(({ TargetHealth }) => TargetHealth?.State)).toEqual([
      'healthy',
      'healthy',
    ])
    const { events } = await new CloudWatchLogs(config).filterLogEvents({ logGroupName: '/ecs/app' })
    expect(events?.map(({ message }) => message)).toEqual(['listening', 'listening'])
    const alarms = () => simulator.ask('monitoring', 'DescribeAlarms', {})['MetricAlarms']
    expect(alarms()).toMatchObject([{ AlarmName: 'errors', StateValue: 'OK' }])
    await simulator.clock.sleep(301_000)
    expect(alarms()).toMatchObject([{ AlarmName: 'errors', StateValue: 'ALARM' }])
    expect(simulator.state().services).toMatchObject([{ serviceName: 'api', runningCount: 2 }])
  })

  it('happens in another region only for those who ask there', async () => {
    const { simulator, config } = await connectInProcess(scenario)
    const tokyo = new ECS({ ...config, region: 'ap-northeast-1' })
    const { clusterArns } = await tokyo.listClusters()
    expect(clusterArns).toEqual(['arn:aws:ecs:ap-northeast-1:123456789012:cluster/default'])
    await expect(tokyo.describeTaskDefinition({ taskDefinition: 'app' })).rejects.toMatchObject({
      name: 'ClientException',
    })
    expect(simulator.state().calls.map(({ region }) => region)).toEqual(['ap-northeast-1', 'ap-northeast-1'])
  })

  it('goes the same way over both sockets and every time', async () => {
    const story = async ({ simulator, config, close }: Connection) => {
      await createApi(new ECS(config))
      simulator.advanceTo(simulator.clock.now() + 120_000)
      const state = simulator.state()
      await close()
      return state
    }
    const first = await story(await connectInProcess(scenario))
    expect(await story(await connectInProcess(scenario))).toEqual(first)
    expect(await story(await connectHttp(scenario))).toEqual(first)
  })
})

it('keeps what a registration of a scalable target leaves out, each suspension too', () => {
  const target = {
    ServiceNamespace: 'ecs',
    ResourceId: 'service/default/api',
    ScalableDimension: 'ecs:service:DesiredCount',
  }
  const simulator = createSimulator(parseScenario({}), {
    scalableTargets: [{ ...target, MinCapacity: 1, MaxCapacity: 4 }],
  })
  const register = (more: object) =>
    simulator.ask('application-autoscaling', 'RegisterScalableTarget', { ...target, ...more })
  register({ SuspendedState: { DynamicScalingInSuspended: true } })
  register({ MinCapacity: 2, SuspendedState: { ScheduledScalingSuspended: true } })
  const found = simulator.ask('application-autoscaling', 'DescribeScalableTargets', { ServiceNamespace: 'ecs' })
  expect(found['ScalableTargets']).toMatchObject([
    {
      MinCapacity: 2,
      MaxCapacity: 4,
      SuspendedState: {
        DynamicScalingInSuspended: true,
        DynamicScalingOutSuspended: false,
        ScheduledScalingSuspended: true,
      },
    },
  ])
  expect(() =>
    simulator.ask('application-autoscaling', 'RegisterScalableTarget', {
      ...target,
      ResourceId: 'service/default/web',
    }),
  ).toThrow('MinCapacity and MaxCapacity')
})

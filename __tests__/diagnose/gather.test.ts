import { describe, expect, it } from '@jest/globals'
import { createGatherer } from '../../src/diagnose/gather.ts'
import type { Service, Task, TaskDefinition } from '../../src/model/ecs.ts'
import { awsOf, refusingAws, type Scene } from './pretended-aws.ts'

const began = Date.UTC(2026, 0, 1, 12)
const name = { cluster: 'default', service: 'web' }
const ours = 'ecs-svc/2'
const group = 'arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/1'

const taskDefinition = {
  containerDefinitions: [
    {
      name: 'app',
      logConfiguration: {
        logDriver: 'awslogs',
        options: { 'awslogs-group': '/ecs/web', 'awslogs-stream-prefix': 'web', 'awslogs-region': 'eu-west-1' },
      },
    },
    { name: 'proxy', logConfiguration: { logDriver: 'awsfirelens' } },
    { name: 'silent' },
  ],
} as TaskDefinition

function taskOf(id: string, rest: Partial<Task> = {}): Task {
  return {
    taskArn: `arn:aws:ecs:us-east-1:123456789012:task/default/${id}`,
    startedBy: ours,
    lastStatus: 'STOPPED',
    stopCode: 'EssentialContainerExited',
    stoppedReason: 'Essential container in task exited',
    stoppedAt: new Date(began + 1000),
    containers: [{ name: 'app', exitCode: 1 }],
    ...rest,
  }
}

function gathererOf(scene: Scene, since = began) {
  const aws = awsOf(scene)
  return { aws, gatherer: createGatherer({ aws, name, deploymentIds: new Set([ours]), taskDefinition, since }) }
}

function serviceWith(...messages: readonly (readonly [second: number, message: string])[]): Service {
  const events = messages.map(([second, message]) => ({ message, createdAt: new Date(began + second * 1000) }))
  return { serviceName: 'web', launchType: 'FARGATE', events }
}

describe('a gatherer', () => {
  it('remembers tasks that have faded since', async () => {
    const { gatherer } = gathererOf({ stopped: [[taskOf('a')], [taskOf('b')], []] })
    await gatherer.look()
    await gatherer.look()
    const { evidence } = await gatherer.dossier()
    expect(new Set(evidence.map((one) => one.task))).toEqual(new Set(['a', 'b']))
  })

  it('waits for the exit code of a task that is still stopping', async () => {
    const stopping = taskOf('a', { lastStatus: 'STOPPING', containers: [{ name: 'app' }] })
    const { gatherer } = gathererOf({
      stopped: [[stopping], [taskOf('a', { containers: [{ name: 'app', exitCode: 3 }] })]],
    })
    await gatherer.look()
    const { evidence } = await gatherer.dossier()
    expect(evidence).toContainEqual(
      expect.objectContaining({ source: 'exitCode', container: 'app', exitCode: 3, task: 'a' }),
    )
  })

  it('asks for the tasks of our deployment only, and drops a scale-in', async () => {
    const { gatherer } = gathererOf({
      stopped: [
        [
          taskOf('other', { startedBy: 'ecs-svc/1' }),
          taskOf('scaled', { stoppedReason: 'Scaling activity initiated by (deployment ecs-svc/2)' }),
        ],
      ],
    })
    expect((await gatherer.dossier()).evidence).toEqual([])
  })

  it('tells what task and containers say, with code, container and time', async () => {
    const task = taskOf('a', {
      containers: [
        { name: 'app', exitCode: 137, reason: 'OutOfMemoryError: Container killed due to memory usage' },
        { name: 'proxy', exitCode: 0, healthStatus: 'UNHEALTHY' },
      ],
    })
    const common = { task: 'a', at: began + 1000 }
    expect((await gathererOf({ stopped: [[task]] }).gatherer.dossier()).evidence).toEqual([
      {
        source: 'containerReason',
        message: 'OutOfMemoryError: Container killed due to memory usage',
        container: 'app',
        ...common,
      },
      { source: 'exitCode', message: 'container app exited with code 137', exitCode: 137, container: 'app', ...common },
      { source: 'health', message: 'UNHEALTHY', container: 'proxy', ...common },
      {
        source: 'stoppedReason',
        message: 'Essential container in task exited',
        stopCode: 'EssentialContainerExited',
        ...common,
      },
    ])
  })

  it('takes events that are bad news and newer than the deployment, oldest first', async () => {
    const service = serviceWith(
      [60, '(service web) has reached a steady state.'],
      [50, '(service web) (task a) failed container health checks.'],
      [40, '(service web) was unable to place a task.'],
      [30, '(service web) has started 1 tasks: (task a).'],
      [-10, '(service web) was unable to place a task. Reason: Internal error.'],
    )
    const { evidence } = await gathererOf({ service }).gatherer.dossier()
    expect(evidence.map((one) => [one.at, one.message])).toEqual([
      [began + 40_000, '(service web) was unable to place a task.'],
      [began + 50_000, '(service web) (task a) failed container health checks.'],
    ])
  })

  it('takes the reasons of our own rollout and of failed service deployments', async () => {
    const service: Service = {
      deployments: [
        {
          id: ours,
          rolloutState: 'FAILED',
          rolloutStateReason: 'ECS deployment circuit breaker: tasks failed to start.',
        },
        { id: 'ecs-svc/1', rolloutState: 'FAILED', rolloutStateReason: 'somebody else’s' },
      ],
    }
    const briefs = [
      {
        status: 'ROLLBACK_SUCCESSFUL',
        statusReason: 'Service deployment rolled back because PRE_SCALE_UP lifecycle hook(s) failed.',
      },
      { status: 'SUCCESSFUL', statusReason: 'no alarm' },
    ] as const
    const { evidence } = await gathererOf({ service, briefs }).gatherer.dossier()
    expect(evidence.map((one) => one.message)).toEqual([
      'ECS deployment circuit breaker: tasks failed to start.',
      'Service deployment rolled back because PRE_SCALE_UP lifecycle hook(s) failed.',
    ])
  })

  it('asks the target groups why targets are unhealthy, and lets starting ones be', async () => {
    const service: Service = { loadBalancers: [{ targetGroupArn: group }] }
    const health = {
      [group]: [
        {
          target: '10.0.0.1:80',
          state: 'unhealthy',
          reason: 'Target.ResponseCodeMismatch',
          description: 'Health checks failed with these codes: [404]',
        },
        { target: '10.0.0.2:80', state: 'initial', reason: 'Elb.InitialHealthChecking', description: '' },
      ],
    }
    const { evidence } = await gathererOf({ service, health }).gatherer.dossier()
    expect(evidence).toEqual([
      {
        source: 'health',
        message: `target 10.0.0.1:80 is unhealthy in ${group}: Target.ResponseCodeMismatch: Health checks failed with these codes: [404]`,
      },
    ])
  })

  it.each([
    ['EC2', 0, true],
    ['EC2', 2, false],
    ['FARGATE', 0, false],
  ] as const)('with launch type %s and %d instances, says that there are none: %s', async (launchType, count, said) => {
    const { gatherer } = gathererOf({ service: { launchType }, cluster: { registeredContainerInstancesCount: count } })
    const { evidence } = await gatherer.dossier()
    expect(evidence.some((one) => one.message.includes('No container instances'))).toBe(said)
  })
})

describe('the logs a gatherer reads', () => {
  const lines = ['starting', 'FATAL: no database']
  const logs = { 'eu-west-1 /ecs/web web/app/a': lines, 'eu-west-1 /ecs/web web/app/c': lines }

  it('are the last lines of the failed container, from its own stream and region', async () => {
    const { gatherer } = gathererOf({ stopped: [[taskOf('a')]], logs })
    expect(await gatherer.dossier()).toMatchObject({
      logs: [{ container: 'app', task: 'a', group: '/ecs/web', stream: 'web/app/a', lines }],
      notes: [],
    })
  })

  it('are those of the two newest tasks, and of no container that never ran', async () => {
    const at = (second: number) => ({ stoppedAt: new Date(began + second * 1000) })
    const never = taskOf('d', { ...at(9), containers: [{ name: 'app', reason: 'CannotPullContainerError: no' }] })
    const stopped = [[taskOf('a', at(1)), taskOf('c', at(3)), taskOf('b', at(2))]]
    const { aws, gatherer } = gathererOf({ stopped, logs })
    await gatherer.dossier()
    expect([...aws.readLogs].sort()).toEqual(['web/app/b', 'web/app/c'])
    const silent = gathererOf({ stopped: [[never]], logs })
    await silent.gatherer.dossier()
    expect(silent.aws.readLogs).toEqual([])
  })

  it('are noted as unreadable where the driver keeps them elsewhere or nowhere', async () => {
    const task = taskOf('a', {
      containers: [
        { name: 'proxy', exitCode: 1 },
        { name: 'silent', exitCode: 1 },
      ],
    })
    const { notes } = await gathererOf({ stopped: [[task]] }).gatherer.dossier()
    expect(notes).toEqual([
      'container proxy logs with awsfirelens: look there',
      'container silent has no log driver: add a `logConfiguration` to keep what it writes',
    ])
  })
})

describe('a gatherer that may not read', () => {
  it('notes the missing permission, once each, and never throws', async () => {
    const gatherer = createGatherer({
      aws: refusingAws('AccessDeniedException'),
      name,
      deploymentIds: new Set([ours]),
      taskDefinition,
      since: began,
    })
    await gatherer.look()
    const dossier = await gatherer.dossier()
    expect(dossier.evidence).toEqual([])
    expect([...dossier.notes].sort()).toEqual([
      'stopped tasks: no permission for ecs:ListTasks',
      'the service: no permission for ecs:DescribeServices',
    ])
  })

  it('notes any other reason with AWS’s words', async () => {
    const gatherer = createGatherer({
      aws: refusingAws('ServerException'),
      name,
      deploymentIds: new Set([ours]),
      since: began,
    })
    expect((await gatherer.dossier()).notes).toContain(
      'stopped tasks: could not be read (ServerException: no (ecs:ListTasks))',
    )
  })
})

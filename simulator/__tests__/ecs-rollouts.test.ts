import { describe, expect, it } from '@jest/globals'
import { targetGroupArn } from '../scenario.ts'
import { type Answer, BREAKER, base, fargate, NETWORK, type Story, tell } from './ecs-story.ts'

const PULL =
  'CannotPullContainerError: pull image manifest has been retried 7 time(s): failed to resolve ref registry.example/api:2: not found'
const BAD_IMAGE = { tasks: [{ match: { image: '*api:2' }, fate: { kind: 'cannot-start', reason: PULL } }] }

function update(story: Story, more: object = { taskDefinition: 'api:2' }) {
  return story.call('UpdateService', { service: 'api', ...more }).service
}

function status(story: Story, index = 0): string {
  return story.deployments()[index].status
}

function revisions(story: Story): string[] {
  return story
    .tasks()
    .filter((task) => task.lastStatus === 'RUNNING')
    .map((task) => task.taskDefinitionArn.split('/').at(-1))
}

describe('a healthy rollout', () => {
  it('begins with what the scenario says has been running', () => {
    const story = tell(base())
    expect(story.service()).toMatchObject({
      runningCount: 2,
      pendingCount: 0,
      status: 'ACTIVE',
      deployments: [{ status: 'PRIMARY' }],
    })
    expect(story.deployments()).toMatchObject([
      { status: 'SUCCESSFUL', targetServiceRevision: { runningTaskCount: 2 } },
    ])
    story.pass(600)
    expect(story.events()).toHaveLength(2)
  })

  it('goes from PENDING over IN_PROGRESS to SUCCESSFUL, old tasks last', () => {
    const story = tell(base())
    const answered = update(story)
    expect(answered.deployments.map((one: Answer) => [one.status, one.rolloutState])).toEqual([
      ['PRIMARY', 'IN_PROGRESS'],
      ['ACTIVE', 'COMPLETED'],
    ])
    expect(answered.taskDefinition).toMatch(/:task-definition\/api:2$/)
    expect(status(story)).toBe('PENDING')
    story.pass(3)
    expect(status(story)).toBe('IN_PROGRESS')
    story.until(() => status(story) === 'SUCCESSFUL', 120)
    expect(revisions(story)).toEqual(['api:2', 'api:2'])
    expect(story.service().deployments).toHaveLength(1)
    expect(story.service().deployments[0]).toMatchObject({
      id: answered.deployments[0].id,
      rolloutState: 'COMPLETED',
      rolloutStateReason: `ECS deployment ${answered.deployments[0].id} completed.`,
    })
    expect(
      story
        .events()
        .slice(0, 4)
        .map((message) => message.replace(/[0-9a-f]{32}|\d{19}/g, '#')),
    ).toEqual([
      '(service api) has reached a steady state.',
      '(service api) (deployment ecs-svc/#) deployment completed.',
      '(service api) has stopped 2 running tasks: (task #) (task #).',
      '(service api) has started 2 tasks: (task #) (task #).',
    ])
  })

  it('marks the tasks with the deployment that started them', () => {
    const story = tell(base())
    const [deployment] = update(story).deployments
    story.pass(120)
    const running = story.tasks().filter((task) => task.desiredStatus === 'RUNNING')
    expect(running.map((task) => task.startedBy)).toEqual([deployment.id, deployment.id])
    const old = story.tasks().filter((task) => task.desiredStatus === 'STOPPED')
    expect(old.map((task) => [task.stopCode, task.stoppedReason])).toEqual(
      Array(2).fill(['ServiceSchedulerInitiated', `Scaling activity initiated by (deployment ${deployment.id})`]),
    )
  })

  it('is the same for the same seed and another for another', () => {
    const ids = (seed: number) => update(tell(base({ seed }))).deployments[0].id
    expect(ids(7)).toBe(ids(7))
    expect(ids(7)).not.toBe(ids(8))
  })

  it('shows new tasks going through the statuses of their life', () => {
    const story = tell(base())
    update(story)
    const seen = new Set<string>()
    for (let second = 0; second < 120; second++) {
      story.pass(1)
      for (const task of story.tasks()) seen.add(task.lastStatus)
    }
    expect([...seen].sort()).toEqual(
      ['ACTIVATING', 'DEPROVISIONING', 'PENDING', 'PROVISIONING', 'RUNNING', 'STOPPED', 'STOPPING'].sort(),
    )
  })
})

describe('what opens a deployment', () => {
  it.each([
    ['another task definition', { taskDefinition: 'api:2' }, true],
    ['the same task definition', { taskDefinition: 'api:1' }, false],
    ['the newest of the family', { taskDefinition: 'api' }, true],
    ['force', { forceNewDeployment: true }, true],
    ['a desired count', { desiredCount: 3 }, false],
    ['a deployment configuration', { deploymentConfiguration: { maximumPercent: 150 } }, false],
    ['execute command', { enableExecuteCommand: true }, false],
    ['placement', { placementStrategy: [] }, false],
    ['another platform version', { platformVersion: '1.4.0' }, true],
    ['the same platform version', { platformVersion: 'LATEST' }, false],
    [
      'the same subnets in another order',
      { networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-2', 'subnet-1'] } } },
      false,
    ],
    ['another subnet', { networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-3'] } } }, true],
    ['no load balancers where there are none', { loadBalancers: [] }, false],
    ['service connect switched off', { serviceConnectConfiguration: { enabled: false } }, false],
    ['service connect switched on', { serviceConnectConfiguration: { enabled: true, namespace: 'n' } }, true],
    ['volumes', { volumeConfigurations: [{ name: 'v' }] }, true],
  ])('%s: %j', (_, input, opens) => {
    const story = tell(base())
    expect(update(story, input).deployments).toHaveLength(opens ? 2 : 1)
    expect(story.deployments()).toHaveLength(opens ? 2 : 1)
  })
})

describe('minimumHealthyPercent and maximumPercent', () => {
  it.each([
    [4, 100, 200, 4, 8],
    [4, 100, 150, 4, 6],
    [4, 50, 100, 2, 4],
    [4, 50, 200, 4, 8],
    [3, 67, 134, 3, 4],
    [2, 0, 100, 0, 2],
    [1, 100, 200, 1, 2],
  ])('%d tasks, %d–%d %%: between %d and %d run', (desiredCount, minimumHealthyPercent, maximumPercent, low, high) => {
    const story = tell(base({}, { desiredCount, deploymentConfiguration: { minimumHealthyPercent, maximumPercent } }))
    update(story)
    const counts: number[] = []
    const running: number[] = []
    story.until(() => {
      const { runningCount, pendingCount } = story.service()
      counts.push(runningCount + pendingCount)
      running.push(runningCount)
      return status(story) === 'SUCCESSFUL'
    })
    expect(Math.min(...running)).toBe(low)
    expect(Math.max(...counts)).toBe(high)
  })

  it('says so when they allow neither stopping nor starting', () => {
    const story = tell(
      base({}, { desiredCount: 1, deploymentConfiguration: { minimumHealthyPercent: 100, maximumPercent: 150 } }),
    )
    update(story)
    story.pass(300)
    expect(status(story)).toBe('IN_PROGRESS')
    expect(story.events()[0]).toMatch(
      /was unable to stop or start tasks during a deployment because of the service deployment configuration/,
    )
  })
})

describe('the circuit breaker', () => {
  it('fails the deployment and goes back to the one before', () => {
    const story = tell(base(BAD_IMAGE, BREAKER(true)))
    const [bad, good] = update(story).deployments
    story.until(() => status(story) === 'ROLLBACK_IN_PROGRESS', 600)
    const [primary, active] = story.service().deployments
    expect(primary).toMatchObject({
      id: good.id,
      status: 'PRIMARY',
      rolloutState: 'IN_PROGRESS',
      rolloutStateReason: `ECS deployment circuit breaker: rolling back to deploymentId ${good.id}.`,
    })
    expect(active).toMatchObject({
      id: bad.id,
      status: 'ACTIVE',
      rolloutState: 'FAILED',
      rolloutStateReason: 'ECS deployment circuit breaker: tasks failed to start.',
      failedTasks: 3,
    })
    expect(story.events().slice(0, 2)).toEqual([
      `(service api) rolling back to deployment ${good.id}.`,
      `(service api) (deployment ${bad.id}) deployment failed: tasks failed to start.`,
    ])
    story.until(() => status(story) === 'ROLLBACK_SUCCESSFUL', 600)
    expect(story.deployments()[0]).toMatchObject({
      statusReason: 'Service deployment rolled back because the circuit breaker threshold was exceeded.',
      deploymentCircuitBreaker: { status: 'TRIGGERED', failureCount: 3, threshold: 3 },
      rollback: { serviceRevisionArn: story.deployments()[1].targetServiceRevision.arn },
    })
    expect(revisions(story)).toEqual(['api:1', 'api:1'])
    expect(story.service().taskDefinition).toMatch(/api:1$/)
    expect(story.service().deployments).toHaveLength(1)
  })

  it('shows why on the stopped tasks and in the events', () => {
    const story = tell(base(BAD_IMAGE, BREAKER(true)))
    update(story)
    story.pass(300)
    const [stopped] = story.tasks().filter((task) => task.stopCode === 'TaskFailedToStart')
    expect(stopped).toMatchObject({
      stoppedReason: PULL,
      desiredStatus: 'STOPPED',
      containers: [{ name: 'app', reason: PULL }],
    })
    expect(stopped.containers[0].exitCode).toBeUndefined()
    expect(story.events()).toContain(`(service api) was unable to place a task. Reason: ${PULL}.`)
    expect(story.events().join()).toMatch(/is unable to consistently start tasks successfully/)
  })

  it('without rollback stops the deployment and leaves the old tasks alone', () => {
    const story = tell(base(BAD_IMAGE, BREAKER(false)))
    update(story)
    story.until(() => status(story) === 'STOPPED', 600)
    story.pass(600)
    expect(story.service().deployments.map((one: Answer) => [one.status, one.rolloutState])).toEqual([
      ['PRIMARY', 'FAILED'],
      ['ACTIVE', 'COMPLETED'],
    ])
    expect(revisions(story)).toEqual(['api:1', 'api:1'])
    expect(story.service().pendingCount).toBe(0)
  })

  it('has nothing to go back to on the first deployment', () => {
    const story = tell({ ...base(BAD_IMAGE), services: [] })
    story.call('CreateService', {
      serviceName: 'api',
      taskDefinition: 'api:2',
      desiredCount: 1,
      launchType: 'FARGATE',
      networkConfiguration: NETWORK,
      ...BREAKER(true),
    })
    story.until(() => status(story) === 'ROLLBACK_FAILED', 900)
    expect(story.deployments()[0].statusReason).toBe('No rollback candidate was found to run the rollback.')
  })

  it('reports a rollback that fails too', () => {
    const dying = { tasks: [{ match: {}, fate: { kind: 'exit', code: 1 } }] }
    const story = tell(
      base(dying, {
        ...BREAKER(true),
        deploymentConfiguration: {
          minimumHealthyPercent: 0,
          maximumPercent: 100,
          deploymentCircuitBreaker: { enable: true, rollback: true },
        },
      }),
    )
    update(story)
    story.until(() => status(story) === 'ROLLBACK_FAILED', 1800)
    expect(story.service().deployments[0]).toMatchObject({ rolloutState: 'FAILED' })
  })

  it.each([
    [2, {}, 3],
    [10, {}, 5],
    [500, {}, 200],
    [10, { thresholdConfiguration: { type: 'COUNT', value: 2 } }, 2],
    [10, { thresholdConfiguration: { type: 'BOUNDED_PERCENT', value: 10 } }, 3],
    [10, { thresholdConfiguration: { type: 'UNBOUNDED_PERCENT', value: 10 } }, 1],
  ])('with %d tasks and %j its threshold is %d', (desiredCount, more, threshold) => {
    const story = tell(base({}, { desiredCount, ...BREAKER(true, more) }))
    expect(story.deployments()[0].deploymentCircuitBreaker.threshold).toBe(threshold)
  })

  it('forgets failures when a task becomes healthy', () => {
    const flaky = { tasks: [{ match: { taskDefinition: 'api:2', firstAttempts: 2 }, fate: { kind: 'exit', code: 1 } }] }
    const story = tell(base(flaky, BREAKER(true)))
    update(story)
    story.until(() => status(story) === 'SUCCESSFUL', 600)
    expect(story.deployments()[0].deploymentCircuitBreaker).toEqual({
      status: 'MONITORING_COMPLETE',
      failureCount: 0,
      threshold: 3,
    })
  })

  it('switched off lets the service try for ever, more and more slowly', () => {
    const story = tell(base(BAD_IMAGE))
    update(story)
    story.pass(3600)
    const { failedTasks, rolloutState } = story.service().deployments[0]
    expect(rolloutState).toBe('IN_PROGRESS')
    expect(failedTasks).toBeGreaterThan(5)
    expect(failedTasks).toBeLessThan(60)
  })
})

describe('tasks that fail', () => {
  it.each([
    [{ kind: 'exit', code: 1 }, 'EssentialContainerExited', 'Essential container in task exited', { exitCode: 1 }],
    [
      { kind: 'exit', code: 137, reason: 'OutOfMemoryError: container killed due to memory usage' },
      'EssentialContainerExited',
      'Essential container in task exited',
      { exitCode: 137, reason: 'OutOfMemoryError: container killed due to memory usage' },
    ],
    [
      { kind: 'initialization-error', reason: 'ResourceInitializationError: unable to pull secrets or registry auth' },
      'TaskFailedToStart',
      'ResourceInitializationError: unable to pull secrets or registry auth',
      { lastStatus: 'STOPPED' },
    ],
    [
      {
        kind: 'cannot-start',
        reason: 'CannotStartContainerError: exec: "x": not found',
        stoppedReason: 'Task failed to start',
      },
      'TaskFailedToStart',
      'Task failed to start',
      { reason: 'CannotStartContainerError: exec: "x": not found' },
    ],
    [
      { kind: 'unhealthy', after: 30 },
      'ServiceSchedulerInitiated',
      'Task failed container health checks',
      { healthStatus: 'UNHEALTHY' },
    ],
    [{ kind: 'interrupted', after: 5 }, 'SpotInterruption', 'Your Spot Task was interrupted.', { exitCode: 143 }],
  ])('%j', (fate, stopCode, stoppedReason, container) => {
    const story = tell(base({ tasks: [{ match: { taskDefinition: 'api:2' }, fate }] }))
    update(story)
    story.until(
      () => story.tasks().some((task) => task.stopCode === stopCode && /api:2$/.test(task.taskDefinitionArn)),
      300,
    )
    story.pass(30)
    const task = story.tasks().find((one) => one.stopCode === stopCode && one.lastStatus === 'STOPPED')
    expect(task).toMatchObject({ stoppedReason, containers: [container] })
    expect(revisions(story)).toContain('api:1')
  })

  it('announces what container health checks cost', () => {
    const story = tell(
      base({ tasks: [{ match: { taskDefinition: 'api:2', attempt: 1 }, fate: { kind: 'unhealthy' } }] }),
    )
    update(story)
    story.until(() => status(story) === 'SUCCESSFUL', 600)
    const told = story.events().join('\n')
    expect(told).toMatch(/\(service api\) \(task [0-9a-f]{32}\) failed container health checks\./)
    expect(told).toMatch(
      /has started 1 tasks: \(task [0-9a-f]{32}\)\. Amazon ECS replaced 1 tasks due to an unhealthy status\./,
    )
  })

  it('a sidecar that ends does not end the task', () => {
    const input = fargate('api', 'registry.example/api:2')
    const sidecar = { name: 'init', image: 'registry.example/init:1', essential: false }
    Object.assign(input, { containerDefinitions: [...(input['containerDefinitions'] as []), sidecar] })
    const story = tell({
      ...base({ tasks: [{ match: { container: 'init' }, fate: { kind: 'exit', code: 0 } }] }),
      taskDefinitions: [{ input: fargate('api') }, { input }],
    })
    update(story)
    story.until(() => status(story) === 'SUCCESSFUL', 300)
    const [task] = story.tasks()
    expect(task.containers).toMatchObject([
      { lastStatus: 'RUNNING' },
      { name: 'init', lastStatus: 'STOPPED', exitCode: 0 },
    ])
  })

  it('says once a minute that a task cannot be placed', () => {
    const reason = 'Capacity is unavailable at this time. Please try again later or in a different availability zone.'
    const story = tell(
      base({ tasks: [{ match: { taskDefinition: 'api:2', firstAttempts: 6 }, fate: { kind: 'not-placed', reason } }] }),
    )
    update(story)
    story.until(() => status(story) === 'SUCCESSFUL', 900)
    const told = story
      .events()
      .filter((message) => message === `(service api) was unable to place a task. Reason: ${reason}`)
    expect(told.length).toBeGreaterThan(1)
    expect(told.length).toBeLessThan(6)
  })

  it('a stuck task stays pending', () => {
    const story = tell(base({ tasks: [{ match: { taskDefinition: 'api:2' }, fate: { kind: 'stuck' } }] }))
    update(story)
    story.pass(1800)
    expect(story.service()).toMatchObject({ runningCount: 2, pendingCount: 2 })
  })
})

describe('load balancers', () => {
  const group = { name: 'api', deregistrationDelay: 30 }
  const scenario = tell({ targetGroups: [group] }).scenario
  const arn = targetGroupArn(scenario, { ...group, port: 80, protocol: 'HTTP', vpcId: 'vpc-1' })
  const balanced = { loadBalancers: [{ targetGroupArn: arn, containerName: 'app', containerPort: 80 }] }

  it('registers new targets, drains old ones and only then stops them', () => {
    const story = tell(base({ targetGroups: [group] }, balanced))
    expect(story.ecs.targetHealth(arn).map(({ state }) => state)).toEqual(['healthy', 'healthy'])
    update(story)
    story.until(() => story.ecs.targetHealth(arn).some(({ state }) => state === 'initial'), 60)
    story.until(() => story.ecs.targetHealth(arn).some(({ state }) => state === 'draining'), 60)
    expect(story.tasks().filter((task) => task.lastStatus === 'DEACTIVATING')).toHaveLength(2)
    expect(story.service().runningCount).toBe(2)
    expect(story.until(() => status(story) === 'SUCCESSFUL', 120)).toBeGreaterThanOrEqual(30)
    expect(story.ecs.targetHealth(arn).map(({ state }) => state)).toEqual(['healthy', 'healthy'])
    const told = story
      .events()
      .slice(0, 8)
      .reverse()
      .map((message) => message.replace(/[0-9a-f]{32}|\d{19}/g, '#'))
    expect(told).toEqual([
      '(service api) has started 2 tasks: (task #) (task #).',
      `(service api) registered 1 targets in (target-group ${arn})`,
      `(service api) registered 1 targets in (target-group ${arn})`,
      '(service api, taskSet ecs-svc/#) has begun draining connections on 2 tasks.',
      `(service api) deregistered 2 targets in (target-group ${arn})`,
      '(service api) has stopped 2 running tasks: (task #) (task #).',
      '(service api) (deployment ecs-svc/#) deployment completed.',
      '(service api) has reached a steady state.',
    ])
  })

  const failing = {
    targetGroups: [group],
    tasks: [{ match: { taskDefinition: 'api:2' }, fate: { kind: 'target-unhealthy' } }],
  }

  it('stops tasks that the load balancer calls unhealthy', () => {
    const story = tell(base(failing, { ...balanced, ...BREAKER(true) }))
    update(story)
    story.until(() => status(story) === 'ROLLBACK_SUCCESSFUL', 1200)
    expect(story.events().join('\n')).toContain(
      `(port 80) is unhealthy in (target-group ${arn}) due to (reason Health checks failed with these codes: [502]).`,
    )
    const failed = story.tasks().find((task) => /failed ELB/.test(task.stoppedReason ?? ''))
    expect(failed).toMatchObject({
      stopCode: 'ServiceSchedulerInitiated',
      stoppedReason: `Task failed ELB health checks in (target-group ${arn})`,
    })
  })

  it('shows the reason on the target', () => {
    const story = tell(base(failing, balanced))
    update(story)
    story.until(() => story.ecs.targetHealth(arn).some(({ state }) => state === 'unhealthy'), 60)
    expect(story.ecs.targetHealth(arn)).toContainEqual(
      expect.objectContaining({ state: 'unhealthy', reason: 'Target.ResponseCodeMismatch', port: 80 }),
    )
  })

  it('leaves unhealthy tasks alone within the grace period', () => {
    const story = tell(base(failing, { ...balanced, healthCheckGracePeriodSeconds: 120 }))
    update(story)
    const began = story.until(() => story.service().runningCount === 4, 60)
    const stopped = story.until(() => story.tasks().some((task) => /failed ELB/.test(task.stoppedReason ?? '')), 300)
    expect(stopped).toBeGreaterThanOrEqual(119)
    expect(began).toBeLessThan(40)
  })
})

describe('stopping a deployment', () => {
  const stop = (story: Story, more: object = {}) => {
    const [{ serviceDeploymentArn }] = story.deployments()
    return story.call('StopServiceDeployment', { serviceDeploymentArn, ...more })
  }

  it.each([[0], [10], [35]])('after %d s goes back to the last successful revision', (seconds) => {
    const story = tell(base())
    update(story)
    story.pass(seconds)
    stop(story)
    expect(status(story)).toBe('ROLLBACK_REQUESTED')
    story.until(() => status(story) === 'ROLLBACK_SUCCESSFUL', 300)
    expect(revisions(story)).toEqual(['api:1', 'api:1'])
    expect(story.service().deployments).toMatchObject([{ status: 'PRIMARY', rolloutState: 'COMPLETED' }])
  })

  it('keeps what a revision does not hold', () => {
    const story = tell(base())
    update(story, { taskDefinition: 'api:2', desiredCount: 3, deploymentConfiguration: { maximumPercent: 150 } })
    stop(story)
    story.until(() => status(story) === 'ROLLBACK_SUCCESSFUL', 300)
    expect(story.service()).toMatchObject({
      desiredCount: 3,
      runningCount: 3,
      deploymentConfiguration: { maximumPercent: 150 },
    })
  })

  it('aborted it stays as it is', () => {
    const story = tell(base())
    update(story)
    story.pass(10)
    stop(story, { stopType: 'ABORT' })
    expect(status(story)).toBe('STOP_REQUESTED')
    story.until(() => status(story) === 'STOPPED', 60)
    expect(story.service().deployments[0].rolloutState).toBe('FAILED')
  })

  it('asked twice is the same as once; finished it is refused; unknown it is not found', () => {
    const story = tell(base())
    update(story)
    expect(stop(story)).toEqual(stop(story))
    story.until(() => status(story) === 'ROLLBACK_SUCCESSFUL', 300)
    const [{ serviceDeploymentArn }] = story.deployments()
    expect(story.refusal('StopServiceDeployment', { serviceDeploymentArn })).toMatch(/^ConflictException: /)
    expect(story.refusal('StopServiceDeployment', { serviceDeploymentArn: 'arn:x' })).toMatch(
      /^ServiceDeploymentNotFoundException: /,
    )
  })
})

describe('others who act', () => {
  it('a newer update supersedes the deployment', () => {
    const story = tell(
      base({ taskDefinitions: [1, 2, 3].map((tag) => ({ input: fargate('api', `registry.example/api:${tag}`) })) }),
    )
    update(story)
    story.pass(10)
    update(story, { taskDefinition: 'api:3' })
    expect(story.deployments().map((one) => one.status)).toEqual(['PENDING', 'STOPPED', 'SUCCESSFUL'])
    expect(story.service().deployments).toHaveLength(3)
    story.until(() => status(story) === 'SUCCESSFUL', 300)
    expect(revisions(story)).toEqual(['api:3', 'api:3'])
    expect(story.service().deployments).toHaveLength(1)
  })

  it('an alarm rolls back', () => {
    const alarms = [{ name: 'api-5xx', fires: { after: { operation: 'ecs:UpdateService', seconds: 40 } } }]
    const watching = { deploymentConfiguration: { alarms: { alarmNames: ['api-5xx'], enable: true, rollback: true } } }
    const story = tell(base({ alarms }, watching))
    const [bad] = update(story).deployments
    story.until(() => status(story) === 'ROLLBACK_SUCCESSFUL', 300)
    expect(story.ecs.alarmState('api-5xx')).toBe('ALARM')
    expect(story.events()).toContain(`(service api) (deployment ${bad.id}) deployment failed: alarm detected.`)
    expect(story.deployments()[0].alarms).toEqual({
      status: 'TRIGGERED',
      alarmNames: ['api-5xx'],
      triggeredAlarmNames: ['api-5xx'],
    })
  })

  it('alarms are watched a minute longer than tasks need', () => {
    const watching = { deploymentConfiguration: { alarms: { alarmNames: ['api-5xx'], enable: true, rollback: true } } }
    const story = tell(base({ alarms: [{ name: 'api-5xx' }] }, watching))
    update(story)
    expect(story.until(() => status(story) === 'SUCCESSFUL', 300)).toBeGreaterThan(100)
  })

  it('an actor of the scenario scales while a deployment is under way', () => {
    const actors = [
      {
        name: 'autoscaling',
        when: { after: { operation: 'UpdateService', seconds: 20 } },
        operation: 'UpdateService',
        input: { service: 'api', desiredCount: 4 },
      },
      { when: { at: 1 }, operation: 'UpdateService', input: { service: 'nope' } },
    ]
    const story = tell(base({ actors }))
    update(story)
    story.until(() => status(story) === 'SUCCESSFUL', 300)
    expect(story.service()).toMatchObject({ desiredCount: 4, runningCount: 4 })
    expect(story.ecs.refusals()).toEqual([
      { actor: 'actor', operation: 'UpdateService', message: 'ServiceNotFoundException: Service not found.' },
    ])
  })
})

describe('scaling', () => {
  it('to zero, then away', () => {
    const story = tell(base())
    expect(story.refusal('DeleteService', { service: 'api' })).toBe(
      'InvalidParameterException: The service cannot be stopped while it is scaled above 0.',
    )
    update(story, { desiredCount: 0 })
    story.until(() => story.service().runningCount === 0, 60)
    story.pass(60)
    expect(story.events()[0]).toBe('(service api) has reached a steady state.')
    expect(story.call('DeleteService', { service: 'api' }).service.status).toBe('DRAINING')
    story.until(() => story.service().status === 'INACTIVE', 60)
  })

  it('a deployment of nothing succeeds at once', () => {
    const story = tell(base({}, { desiredCount: 0 }))
    update(story)
    expect(story.until(() => status(story) === 'SUCCESSFUL', 60)).toBeLessThan(15)
  })

  it('replaces a task that dies by itself', () => {
    const story = tell(base())
    const [task] = story.tasks()
    story.call('StopTask', { task: task.taskArn, reason: 'because' })
    story.until(() => story.service().runningCount === 1, 30)
    story.until(() => story.service().runningCount === 2, 120)
    const stopped = story.tasks().find((one) => one.taskArn === task.taskArn)
    expect(stopped).toMatchObject({ stopCode: 'UserInitiated', stoppedReason: 'because' })
  })

  it('a service deleted by force while deploying drains and becomes INACTIVE', () => {
    const story = tell(base())
    update(story)
    story.pass(20)
    story.call('DeleteService', { service: 'api', force: true })
    expect(story.refusal('UpdateService', { service: 'api', desiredCount: 1 })).toBe(
      'ServiceNotActiveException: Service was not ACTIVE.',
    )
    story.until(() => story.service().status === 'INACTIVE', 120)
    expect(status(story)).toBe('STOPPED')
    expect(story.service()).toMatchObject({ runningCount: 0, deployments: [] })
  })
})

describe('EC2 instances', () => {
  const ec2 = {
    family: 'web',
    containerDefinitions: [{ name: 'web', image: 'registry.example/web:1', cpu: 512, memory: 256 }],
  }
  const world = (instances: object[]) => ({
    clusters: [{ name: 'default', instances }],
    taskDefinitions: [{ input: ec2 }, { input: ec2 }],
    services: [{ serviceName: 'web', taskDefinition: 'web:1', desiredCount: 2 }],
  })

  it('place what fits and say what does not', () => {
    const story = tell(world([{ cpu: 1024, memory: 2048 }]))
    story.call('UpdateService', { service: 'web', taskDefinition: 'web:2' })
    story.pass(120)
    expect(story.service('web')).toMatchObject({ runningCount: 2, launchType: 'EC2' })
    expect(story.events('web')[0]).toMatch(
      /^\(service web\) was unable to place a task because no container instance met all of its requirements\. The closest matching container-instance [0-9a-f]{32} has insufficient CPU units available\./,
    )
  })

  it('roll when there is room', () => {
    const story = tell(
      world([
        { cpu: 1024, memory: 2048 },
        { cpu: 1024, memory: 2048 },
      ]),
    )
    story.call('UpdateService', { service: 'web', taskDefinition: 'web:2' })
    story.until(() => story.deployments('web')[0].status === 'SUCCESSFUL', 300)
  })
})

describe('logs', () => {
  it('of the affected container go where awslogs would put them', () => {
    const story = tell(
      base({
        tasks: [
          {
            match: { image: '*:2' },
            fate: { kind: 'exit', code: 1, after: 3 },
            logs: [
              { message: 'FATAL: no database', after: 2 },
              { message: 'too late', after: 9 },
            ],
          },
        ],
      }),
    )
    update(story)
    story.until(() => story.logs.length > 0, 60)
    const task = story.tasks().find((one) => /api:2$/.test(one.taskDefinitionArn))
    expect(story.logs[0]).toEqual({
      group: '/ecs/api',
      stream: `api/app/${task.taskArn.split('/').at(-1)}`,
      at: (task.startedAt + 2) * 1000,
      message: 'FATAL: no database',
    })
    story.pass(5)
    expect(story.logs.map(({ message }) => message)).not.toContain('too late')
  })
})

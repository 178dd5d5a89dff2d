import { describe, expect, it } from '@jest/globals'
import type { Deployment, Service, ServiceDeployment } from '../../src/model/ecs.ts'
import { describeWaiting } from '../../src/rollout/waiting.ts'

const event = (second: number, message: string) => ({ message, createdAt: new Date(second * 1000) })
const loadBalancers = [{ targetGroupArn: 'arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/api/1' }]
const stale = event(
  5,
  '(service api) was unable to place a task because no container instance met all of its requirements.',
)
const started = event(20, '(service api) has started 1 tasks: (task a).')
const unplaced = event(
  30,
  '(service api) was unable to place a task because no container instance met all of its requirements. The closest matching (container-instance 1) has insufficient memory available. For more information, see the Troubleshooting section of the Amazon ECS Developer Guide.',
)
const ill = event(
  40,
  '(service api) (task a) (port 8080) is unhealthy in (target-group arn:x) due to (reason Health checks failed with these codes: [502]).',
)

const draining = event(50, '(service api, taskSet ecs-svc/1) has begun draining connections on 2 tasks.')
const stopped = event(60, '(service api) has stopped 2 running tasks: (task a) (task b).')

interface Row {
  readonly ours?: Partial<Deployment>
  /** Running and wanted tasks of before. */
  readonly before?: readonly [running: number, wanted: number]
  readonly service?: Service
  readonly deployment?: ServiceDeployment
  readonly containerCheck?: boolean
  readonly drainDelay?: number
}

const up = { runningCount: 2, pendingCount: 0 }
const monitoring: ServiceDeployment['alarms'] = { status: 'MONITORING', alarmNames: ['api-errors'] }

describe('what a deployment waits for', () => {
  it.each<[what: string, row: Row, sentence: string]>([
    ['its turn', { deployment: { status: 'PENDING' } }, '0 of 2 tasks of api:2 run; ECS has not begun yet (PENDING)'],
    ['tasks that start', { ours: { pendingCount: 2 } }, '0 of 2 tasks of api:2 run; 2 tasks starting'],
    [
      'tasks that are not there',
      { ours: { pendingCount: 1 } },
      '0 of 2 tasks of api:2 run; 1 task starting, 1 not started yet',
    ],
    ['an old event says nothing', { service: { events: [stale] } }, '0 of 2 tasks of api:2 run; 2 not started yet'],
    [
      'room',
      { service: { events: [unplaced, started] } },
      '0 of 2 tasks of api:2 run; 2 not placed: no container instance met all of its requirements. The closest matching (container-instance 1) has insufficient memory available',
    ],
    [
      'room that was found since',
      { service: { events: [event(50, '(service api) has started 1 tasks: (task b).'), unplaced] } },
      '0 of 2 tasks of api:2 run; 2 not started yet',
    ],
    [
      'health',
      { ours: up, before: [2, 2] },
      'api:2 runs 2 of 2 tasks, waiting until they are healthy; 2 tasks of before still serving',
    ],
    [
      'a health check of the container',
      { ours: up, before: [2, 2], containerCheck: true },
      'api:2 runs 2 of 2 tasks, waiting until they are healthy (container health check); 2 tasks of before still serving',
    ],
    [
      'the load balancer, in the grace period',
      { ours: up, before: [1, 1], service: { loadBalancers, healthCheckGracePeriodSeconds: 60 } },
      'api:2 runs 2 of 2 tasks, waiting until they are healthy (load balancer, grace period 60 s); 1 task of before still serving',
    ],
    [
      'targets that are unhealthy',
      { ours: up, before: [2, 2], service: { loadBalancers, events: [ill] } },
      'api:2 runs 2 of 2 tasks, waiting until they are healthy (load balancer); unhealthy: Health checks failed with these codes: [502]; 2 tasks of before still serving',
    ],
    ['old tasks', { ours: up, before: [2, 0] }, 'api:2 runs; 2 tasks of before still finishing'],
    [
      'connections, for nobody knows how long',
      { ours: up, service: { loadBalancers, events: [draining] } },
      'api:2 runs; connections of 2 tasks of before are draining',
    ],
    [
      'connections',
      { ours: up, service: { loadBalancers, events: [draining] }, drainDelay: 300 },
      'api:2 runs; connections of 2 tasks of before are draining, for up to 300 s',
    ],
    [
      'not connections of our own',
      { ours: up, service: { loadBalancers, events: [event(50, draining.message.replace('svc/1', 'svc/2'))] } },
      'api:2 runs; ECS is completing the deployment',
    ],
    [
      'no connections any more',
      { ours: up, service: { loadBalancers, events: [stopped, draining] } },
      'api:2 runs; ECS is completing the deployment',
    ],
    ['ECS', { ours: up }, 'api:2 runs; ECS is completing the deployment'],
    ['an alarm', { ours: up, deployment: { alarms: monitoring } }, 'api:2 runs; ECS watches the alarm api-errors'],
    [
      'no alarm any more',
      { ours: up, deployment: { alarms: { ...monitoring, status: 'MONITORING_COMPLETE' } } },
      'api:2 runs; ECS is completing the deployment',
    ],
    [
      'its bake time',
      { ours: up, deployment: { lifecycleStage: 'BAKE_TIME', deploymentConfiguration: { bakeTimeInMinutes: 10 } } },
      'api:2 runs; it bakes for 10 min',
    ],
    [
      'its bake time, watched',
      {
        ours: up,
        deployment: {
          lifecycleStage: 'BAKE_TIME',
          deploymentConfiguration: { bakeTimeInMinutes: 10 },
          alarms: { ...monitoring, alarmNames: ['a', 'b'] },
        },
      },
      'api:2 runs; it bakes for 10 min, and ECS watches the alarms a, b',
    ],
  ])('%s', (_, row, sentence) => {
    const { before: [running, wanted] = [0, 0], service = {}, deployment, containerCheck = false, drainDelay } = row
    const ours = {
      id: 'ecs-svc/2',
      taskDefinition: 'x/api:2',
      desiredCount: 2,
      runningCount: 0,
      pendingCount: 0,
      ...row.ours,
    }
    const old = { id: 'ecs-svc/1', runningCount: running, desiredCount: wanted }
    const going = {
      service: { ...service, deployments: [ours, old] },
      ours,
      serviceDeployment: deployment,
      since: 10_000,
    }
    expect(describeWaiting({ ...going, containerCheck, drainDelay })).toBe(sentence)
  })
})

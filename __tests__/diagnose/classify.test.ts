import { describe, expect, it } from '@jest/globals'
import { classify } from '../../src/diagnose/classify.ts'
import type { Evidence } from '../../src/model/diagnosis.ts'

const steady: Evidence = { source: 'event', message: '(service web) has reached a steady state.' }
const impaired: Evidence = {
  source: 'event',
  message: '(service web) is unable to consistently start tasks successfully.',
}
const breaker: Evidence = { source: 'rollout', message: 'ECS deployment circuit breaker: tasks failed to start.' }
const waiter: Evidence = { source: 'cli', message: 'Waiter ServicesStable failed: Max attempts exceeded' }
const exited: Evidence = { source: 'stoppedReason', message: 'Essential container in task exited' }
const killed: Evidence = { source: 'exitCode', message: 'exit code 137', exitCode: 137 }
const failed: Evidence = { source: 'exitCode', message: 'exit code 1', exitCode: 1 }
const unhealthy: Evidence = {
  source: 'event',
  message: '(service web) (port 80) is unhealthy in (target-group x) due to (reason Request timed out)',
}
const noMemory: Evidence = {
  source: 'event',
  message:
    '(service web) was unable to place a task because no container instance met all of its requirements. The closest matching (container-instance i) has insufficient memory available.',
}
const noImage: Evidence = {
  source: 'event',
  message:
    '(service web) was unable to place a task. Reason: CannotPullContainerError: failed to resolve ref docker.io/acme/web:9: not found.',
}

describe('classify', () => {
  it.each<[label: string, why: string, evidence: readonly Evidence[]]>([
    [
      'throttle/api',
      'a refused call decides before all',
      [
        breaker,
        noImage,
        { source: 'apiError', errorName: 'ThrottlingException', operation: 'UpdateService', message: 'Rate exceeded' },
      ],
    ],
    [
      'image/not-found',
      'a refused read only ends our looking',
      [
        {
          source: 'apiError',
          errorName: 'ExpiredTokenException',
          operation: 'DescribeServices',
          message: 'The security token included in the request is expired',
        },
        noImage,
      ],
    ],
    [
      'credentials/expired',
      'a refused read is better than a symptom',
      [
        impaired,
        {
          source: 'apiError',
          errorName: 'ExpiredTokenException',
          operation: 'DescribeServices',
          message: 'The security token included in the request is expired',
        },
      ],
    ],
    [
      'container/oom',
      'the container’s own words beat what happened to the task',
      [
        { source: 'stoppedReason', message: 'Task failed ELB health checks in (target-group x)' },
        { source: 'containerReason', message: 'OutOfMemoryError: Container killed due to memory usage' },
        killed,
      ],
    ],
    [
      'healthcheck/elb',
      'SIGKILL is how the scheduler stops a task',
      [killed, { source: 'stoppedReason', message: 'Task failed ELB health checks in (target-group x)' }, breaker],
    ],
    [
      'container/app-error',
      'the log decides between the reasons of exit 1',
      [
        exited,
        failed,
        { source: 'log', message: 'listening on port 3000' },
        { source: 'log', message: 'FATAL: password authentication failed for user "app"' },
        breaker,
        steady,
      ],
    ],
    ['container/exit-code', 'the exit code is all there is', [steady, exited, failed, breaker, waiter]],
    ['resource/memory', 'no task ever ran', [waiter, noMemory, impaired]],
    ['image/not-found', 'placement before health', [unhealthy, noImage]],
    [
      'image/not-found',
      'a pull that is cut is completed by the event',
      [
        {
          source: 'stoppedReason',
          message: 'CannotPullContainerError: pull image manifest has been retried 5 time(s)',
        },
        noImage,
      ],
    ],
    [
      'resource/memory',
      'why no new tasks come, not how the old ones went',
      [{ source: 'stoppedReason', message: 'Your Spot Task was interrupted.' }, noMemory],
    ],
    [
      'healthcheck/elb',
      'health before the controller',
      [
        { source: 'codedeploy', errorName: 'ALARM_ACTIVE', message: 'One or more alarms have been activated' },
        unhealthy,
      ],
    ],
    [
      'rollback/alarm',
      'the controller before symptoms',
      [waiter, { source: 'codedeploy', errorName: 'ALARM_ACTIVE', message: 'One or more alarms have been activated' }],
    ],
    ['rollback/circuit-breaker', 'of symptoms, the one that tells most', [impaired, waiter, breaker]],
    ['unknown/symptom-only', 'nothing but a symptom', [steady, impaired]],
    ['info/steady-state', 'nothing but normal life', [steady]],
  ])('%s: %s', (label, _, evidence) => {
    expect(classify(evidence).label).toBe(label)
  })

  it('has no opinion without evidence', () => {
    expect(classify([])).toEqual({ label: 'unknown/unclassified', decisive: -1, recognitions: [] })
  })

  it('takes the earliest of equals, by time where it is known', () => {
    const late: Evidence = { source: 'event', message: noMemory.message, at: 2000 }
    const early: Evidence = { source: 'event', message: noImage.message, at: 1000 }
    expect(classify([late, early])).toMatchObject({ label: 'image/not-found', decisive: 1 })
    expect(classify([noMemory, noImage])).toMatchObject({ label: 'resource/memory', decisive: 0 })
  })

  it.each([
    '(service load-balancer-secrets) has reached a steady state.',
    '(service hook) has started 1 tasks: (task abc).',
    '(service alarm-lambda) has begun draining connections on 1 tasks.',
  ])('reads nothing into the name of the service: %s', (message) => {
    expect(classify([{ source: 'event', message }]).label).toMatch(/^info\//)
  })
})

import { describe, expect, it } from '@jest/globals'
import { countDeaths, readLaunches } from '../../src/diagnose/deaths.ts'
import { conclusive } from '../../src/diagnose/rules/conclusive.ts'
import { rules } from '../../src/diagnose/rules/index.ts'
import { diedByItself } from '../../src/diagnose/stopped-task.ts'
import type { Service, Task } from '../../src/model/ecs.ts'

describe('whether a task died by itself', () => {
  it.each<[stopCode: Task['stopCode'], reason: string | undefined, died: boolean]>([
    ['TaskFailedToStart', 'CannotPullContainerError: app:2: not found', true],
    ['TaskFailedToStart', 'ResourceInitializationError: unable to pull secrets', true],
    ['TaskFailedToStart', undefined, true],
    ['EssentialContainerExited', 'Essential container in task exited', true],
    ['EssentialContainerExited', 'Host EC2 (instance i-0a) terminated.', false],
    ['ServiceSchedulerInitiated', 'Task failed ELB health checks in (target-group arn:x)', true],
    ['ServiceSchedulerInitiated', 'Task failed container health checks', true],
    ['ServiceSchedulerInitiated', 'Scaling activity initiated by (deployment ecs-svc/1)', false],
    ['ServiceSchedulerInitiated', 'Availability Zone rebalancing', false],
    ['ServiceSchedulerInitiated', undefined, false],
    ['UserInitiated', 'Task stopped by user', false],
    ['SpotInterruption', 'Your Spot Task was interrupted.', false],
    ['TerminationNotice', 'ECS is performing maintenance on the underlying infrastructure hosting the task.', false],
    ['InfrastructureHealth', 'the host is not well', false],
    [undefined, 'Essential container in task exited', true],
    [undefined, 'Task failed to start', true],
    [undefined, 'Scaling activity initiated by (deployment ecs-svc/1)', false],
    [undefined, 'Host EC2 (instance i-0a) stopped.', false],
    [undefined, 'Container instance deregistration forced by user', false],
    [undefined, 'Task stopped by user', false],
    [undefined, 'Your Spot Task was interrupted.', false],
  ])('%s, %s → %s', (stopCode, stoppedReason, died) => {
    expect(diedByItself({ stopCode, stoppedReason })).toBe(died)
  })
})

const notFound = 'CannotPullContainerError: failed to resolve ref app:2: app:2: not found'

function taskOf(id: number, rest: Partial<Task>): Task {
  return {
    taskArn: `arn:aws:ecs:us-east-1:123456789012:task/demo/${id}`,
    lastStatus: 'STOPPED',
    stopCode: 'TaskFailedToStart',
    stoppedReason: 'Task failed to start',
    ...rest,
  }
}

const unpulled = (id: number, rest: Partial<Task> = {}) =>
  taskOf(id, { containers: [{ name: 'app', image: 'app:2', reason: notFound }], ...rest })

describe('what stopped tasks come to', () => {
  it('names the cause that no further attempt survives, and how often it was met', () => {
    expect(countDeaths([unpulled(1), unpulled(2)], [])).toEqual({
      count: 2,
      exits: 0,
      unsettled: false,
      cause: {
        label: 'image/not-found',
        reason: 'image app:2 was not found in its registry',
        times: 2,
        met: 'by tasks',
      },
    })
  })

  it('waits for a task that has not come to rest: its reason may still be missing', () => {
    const dying = unpulled(2, { lastStatus: 'DEPROVISIONING' })
    const { count, cause, unsettled } = countDeaths([unpulled(1), dying], [])
    expect({ count, unsettled, times: cause?.times }).toEqual({ count: 2, unsettled: true, times: 1 })
  })

  it.each([
    ['a connection that was not made', 'CannotPullContainerError: dial tcp 10.0.0.1:443: i/o timeout'],
    ['a limit', 'CannotPullContainerError: toomanyrequests: You have reached your pull rate limit'],
    ['a message that is cut before the reason', 'CannotPullContainerError: pull image has been retried 5 time(s)'],
    ['no room', 'Capacity is unavailable at this time. Please try again later'],
    ['a daemon that does not answer', 'DockerTimeoutError: Could not transition to created; timed out'],
    ['nothing that is known', 'Foo'],
  ])('takes %s for nothing final', (_, reason) => {
    const task = (id: number) => taskOf(id, { containers: [{ name: 'app', reason }] })
    expect(countDeaths([task(1), task(2)], [])).toEqual({ count: 2, exits: 0, unsettled: false })
  })

  it('counts apart what had come to run, and takes no exit code for final', () => {
    const containers = [{ name: 'app', exitCode: 127 }]
    const exited = taskOf(1, { stopCode: 'EssentialContainerExited', startedAt: new Date(0), containers })
    expect(countDeaths([exited, unpulled(2), taskOf(3, { stopCode: 'SpotInterruption' })], [])).toMatchObject({
      count: 2,
      exits: 1,
    })
    expect(countDeaths([exited, { ...exited }], []).cause).toBeUndefined()
  })

  it('has a rule for each label that is final', () => {
    expect([...conclusive].filter((label) => !rules.some((rule) => rule.label === label && !rule.retryable))).toEqual(
      [],
    )
  })
})

describe('launches that failed', () => {
  const ours = 'ecs-svc/2'
  const denied = 'ECS was unable to assume the role arn:aws:iam::123456789012:role/task that was provided'
  const event = (second: number, message: string) => ({ message, createdAt: new Date(second * 1000) })
  const serviceOf = (events: Service['events'], before: number): Service => ({
    events,
    deployments: [
      { id: ours, desiredCount: 2, runningCount: 0 },
      { id: 'ecs-svc/1', desiredCount: 2, runningCount: before },
    ],
  })
  const failed = (second: number) => event(second, `(service api) failed to launch a task with (error ${denied}.).`)
  const read = (service: Service) => readLaunches(service, 10_000, new Set([ours]))

  it('are those since our start that say why', () => {
    const events = [failed(30), failed(20), failed(5), event(25, '(service api) has reached a steady state.')]
    expect(countDeaths([], read(serviceOf(events, 2))).cause).toEqual({
      label: 'permission/assume-role',
      reason: 'ECS cannot assume role task',
      times: 2,
      met: 'at launch',
    })
  })

  it('may be those of another deployment that lacks tasks itself', () => {
    expect(read(serviceOf([failed(30)], 1))).toEqual([])
  })

  it('are ours when they say so, and not when they name another', () => {
    const named = (id: string) => event(30, `(service api) (deployment ${id}) failed to launch a task with (error x).`)
    expect(read(serviceOf([named('ecs-svc/2')], 0))).toHaveLength(1)
    expect(read(serviceOf([named('ecs-svc/1')], 2))).toEqual([])
  })
})

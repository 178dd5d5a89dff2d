import { describe, expect, it } from '@jest/globals'
import type { Container, Task } from '../../src/model/ecs.ts'
import { assessTasks, exitCodeOf, type TaskGoal } from '../../src/rollout/assess-tasks.ts'

const goal: TaskGoal = { revision: 'job:3', watched: ['app'], essential: ['app', 'proxy'], until: 'stopped' }
const untilRunning: TaskGoal = { ...goal, until: 'running' }
const startedAt = new Date('2026-01-15T09:00:00Z')
const stopCode = 'EssentialContainerExited'

function stopped(containers: readonly Container[], more: Partial<Task> = {}): Task {
  return {
    taskArn: 'arn:aws:ecs:r:1:task/c/0123456789abcdef',
    lastStatus: 'STOPPED',
    startedAt,
    stopCode,
    containers: [...containers],
    ...more,
  }
}

const app = (exitCode: number | undefined, reason?: string): Container => ({
  name: 'app',
  ...(exitCode === undefined ? {} : { exitCode }),
  ...(reason === undefined ? {} : { reason }),
})
const proxy = (exitCode: number, reason?: string): Container => ({ ...app(exitCode, reason), name: 'proxy' })
const running: Task = { taskArn: 'task/1', lastStatus: 'RUNNING', startedAt, containers: [{ name: 'app' }] }
const pending: Task = { taskArn: 'task/1', lastStatus: 'PENDING', containers: [{ name: 'app' }] }

describe('the verdict on tasks', () => {
  it.each<[string, Task[], TaskGoal, string, string]>([
    ['ends well', [stopped([app(0)])], goal, 'succeeded', 'job:3 ran: container app ended with exit code 0'],
    ['has a harmless reason', [stopped([app(0, 'done by itself')])], goal, 'succeeded', ''],
    [
      'is killed by memory',
      [stopped([app(0, 'OutOfMemoryError: Container killed')])],
      goal,
      'failed',
      'container: app, exit code: 0, reason: OutOfMemoryError: Container killed (job:3)',
    ],
    ['ends with a code', [stopped([app(3)])], goal, 'failed', 'container: app, exit code: 3 (job:3)'],
    ['ends with a reason', [stopped([app(1, 'x')])], goal, 'failed', 'container: app, exit code: 1, reason: x (job:3)'],
    ['has no code', [stopped([app(undefined)])], goal, 'failed', 'container: app, no exit code'],
    ['takes a sidecar with it', [stopped([app(0), proxy(143)])], goal, 'succeeded', ''],
    ['kills a sidecar', [stopped([app(0), proxy(137)])], goal, 'succeeded', ''],
    [
      'loses a sidecar to memory',
      [stopped([app(0), proxy(137, 'OutOfMemoryError: x')])],
      goal,
      'failed',
      'container: proxy',
    ],
    [
      'is ended by an essential container',
      [stopped([app(0), proxy(1)])],
      goal,
      'failed',
      'container: proxy, exit code: 1',
    ],
    ['has an unimportant failure', [stopped([app(0), { ...app(1), name: 'agent' }])], goal, 'succeeded', ''],
    [
      'cannot start',
      [stopped([app(undefined, 'CannotPull')], { stopCode: 'TaskFailedToStart', stoppedReason: 'no image' })],
      goal,
      'failed',
      'task failed to start: no image; container app: CannotPull (job:3)',
    ],
    [
      'is stopped before it runs',
      [{ ...stopped([app(undefined)], { stopCode: 'UserInitiated', stoppedReason: 'by me' }), startedAt: undefined }],
      goal,
      'failed',
      'task stopped before it ran: by me',
    ],
    [
      'is stopped by a person',
      [stopped([app(143)], { stopCode: 'UserInitiated', stoppedReason: 'by me' })],
      goal,
      'failed',
      'container: app, exit code: 143; task stopped: by me',
    ],
    ['runs on', [running], goal, 'progressing', 'the task of job:3 has not ended (RUNNING)'],
    ['is one of two', [stopped([app(1)]), running], goal, 'progressing', '1 of 2 tasks of job:3 ended'],
    [
      'fails beside another',
      [stopped([app(0)]), stopped([app(2)])],
      goal,
      'failed',
      'task 01234567: container: app, exit code: 2 (1 of 2 tasks of job:3 failed)',
    ],
    ['runs', [running], untilRunning, 'succeeded', 'job:3 runs'],
    ['does not run yet', [pending], untilRunning, 'progressing', 'the task of job:3 does not run yet (PENDING)'],
    ['ran between two looks', [stopped([app(0)])], untilRunning, 'succeeded', 'job:3 ran'],
    ['failed between two looks', [stopped([app(1)]), pending], untilRunning, 'failed', 'exit code: 1'],
  ])('a task that %s', (_, tasks, wanted, kind, sentence) => {
    const verdict = assessTasks(tasks, wanted)
    expect(verdict.kind).toBe(kind)
    expect(verdict.sentence).toContain(sentence)
  })

  it.each<[string, Task[], readonly string[], number | undefined]>([
    ['the only one', [stopped([app(3)])], ['app'], 3],
    ['zero', [stopped([app(0)])], ['app'], 0],
    ['the first that is not 0', [stopped([app(0), proxy(5)]), stopped([app(7)])], ['app', 'proxy'], 5],
    ['none while one runs', [stopped([app(0)]), running], ['app'], undefined],
    ['a failure while one runs', [running, stopped([app(9)])], ['app'], 9],
    ['that of watched ones only', [stopped([app(0), proxy(1)])], ['app'], 0],
  ])('the exit code is %s', (_, tasks, watched, code) => {
    expect(exitCodeOf(tasks, { ...goal, watched })).toBe(code)
  })
})

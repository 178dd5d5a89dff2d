import { describe, expect, it } from '@jest/globals'
import type { JsonObject } from '../../src/model/json.ts'
import { type History, historyOf } from './histories.ts'
import { type Life, live } from './life.ts'
import { brokenPromises, resultOf } from './promises.ts'

// Each was found by random histories (npm run test:histories), and is here in its smallest form.

const badImage = {
  match: { image: 'app:2' },
  fate: { kind: 'cannot-start', reason: 'CannotPullContainerError: app:2: not found' },
}

async function liveWell(history: History): Promise<Life> {
  const life = await live(history)
  expect(brokenPromises(life)).toEqual([])
  return life
}

function told(life: Life): string {
  const { outcome, sentence, leftovers = [] } = resultOf(life)
  return [`${outcome}: ${sentence}`, ...leftovers].join('\n')
}

describe('a success', () => {
  it('of a first deployment waits until the tasks are healthy, also with --wait-until stable', async () => {
    const slow = { match: { image: 'app:2' }, fate: { kind: 'healthy', after: 100 } }
    const inputs = { command: 'deploy --wait-until stable' }
    const life = await liveWell(historyOf({ before: null, inputs, scenario: { tasks: [slow] } }))

    expect(resultOf(life).outcome).toBe('succeeded')
    expect(life.took).toBeGreaterThan(100_000)
  })
})

describe('a cancelled run', () => {
  it.each([
    [1, 'cancelled: the workflow was cancelled before the task definition was registered'],
    [3, /^cancelled: the workflow was cancelled before the service was updated\napi:3 stays registered/],
    [4, 'cancelled: the workflow was cancelled; the deployment of api:3 goes on'],
  ])('after %i calls begins nothing more', async (calls, expected) => {
    const life = await liveWell(historyOf({ cancelled: { calls }, inputs: { 'on-cancel': 'leave' } }))

    if (typeof expected === 'string') expect(told(life)).toBe(expected)
    else expect(told(life)).toMatch(expected)
  })

  const whole = historyOf({
    scenario: { tasks: [badImage] },
    file: withTags(historyOf().file),
    inputs: { command: 'deploy', timeout: '10m', 'poll-interval': '40s' },
  })

  it.each(['leave', 'rollback'])('writes at most once more at whatever call it is cancelled (%s)', async (onCancel) => {
    const { calls } = await liveWell(whole)
    for (let after = 0; after < calls.length; after++) {
      await liveWell({ ...whole, cancelled: { calls: after }, inputs: { ...whole.inputs, 'on-cancel': onCancel } })
    }
  })

  it('says what became of a failure that it interrupts', async () => {
    const inputs = { ...whole.inputs, 'on-cancel': 'rollback' }
    const { calls } = await live(whole)
    const back = calls.findLastIndex(({ operation }) => operation === 'StopServiceDeployment')
    const life = await liveWell(historyOf({ ...whole, inputs, cancelled: { calls: back } }))

    expect(told(life)).toMatch(/^cancelled: .*api:3 .*; the workflow was cancelled; ECS was asked to roll back$/)
  })
})

describe('what was written', () => {
  it('is told also where its answer was lost and it was written again', async () => {
    const lost = { operation: 'ecs:RegisterTaskDefinition', kind: 'lost', times: 1 }
    const life = await liveWell(historyOf({ scenario: { faults: [lost] } }))

    const doubt = 'warning: api:3 may have been registered too: the answer to a first attempt was lost'
    expect(life.log).toContain(doubt)
    expect(life.log).toContain('registered api:4')
  })

  it.each([
    ['ecs:RegisterTaskDefinition', 'a revision of api may have been registered: the answer of RegisterTaskDefinition'],
    ['ecs:UpdateService', 'the service may have been updated: the answer of UpdateService was lost'],
  ])('is told also where no answer came at all: %s', async (operation, expected) => {
    const life = await liveWell(historyOf({ scenario: { faults: [{ operation, kind: 'lost' }] } }))

    expect(resultOf(life).outcome).toBe('failed')
    expect(told(life)).toContain(expected)
  })

  it('is told of the tags that a rollback puts back', async () => {
    const before = withTags(historyOf().file)
    const life = await liveWell(historyOf({ before, scenario: { tasks: [badImage] } }))

    expect(resultOf(life).outcome).toBe('rolled-back')
    expect(life.log).toContain('put the tags of the service back: team')
  })

  it('is told of a desired count that a rollback may not put back', async () => {
    const unreadable = { operation: 'application-autoscaling:*', kind: 'refused' }
    const scenario = { tasks: [badImage], faults: [unreadable] }
    const life = await liveWell(historyOf({ file: { ...historyOf().file, desiredCount: 3 }, scenario }))

    expect(resultOf(life).outcome).toBe('rolled-back')
    expect(resultOf(life).leftovers).toContain(
      'the desired count stays 3 (before: 2): whether auto scaling moves it could not be read',
    )
  })
})

function withTags(service: JsonObject): JsonObject {
  return { ...service, tags: [{ key: 'team', value: 'web' }] }
}

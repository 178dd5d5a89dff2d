import { describe, expect, it } from '@jest/globals'
import type { DeadlyCause } from '../../src/model/deaths.ts'
import type { Service } from '../../src/model/ecs.ts'
import type { Verdict } from '../../src/model/verdict.ts'
import { assessFailures } from '../../src/rollout/breaker.ts'
import { extendToll, noToll } from '../../src/rollout/toll.ts'

type Breaker = NonNullable<NonNullable<Service['deploymentConfiguration']>['deploymentCircuitBreaker']>

const on: Breaker = { enable: true, rollback: true }
const going: Verdict = { kind: 'progressing', sentence: 'it goes on' }
const missing: DeadlyCause = { label: 'image/not-found', reason: 'image app:2 is missing', times: 2, met: 'by tasks' }

interface Look {
  readonly desired?: number
  readonly running?: number
  /** The counter of ECS. */
  readonly ecs?: number
  readonly deaths?: number
  readonly exits?: number
  readonly cause?: DeadlyCause
  readonly breaker?: Partial<Breaker>
  readonly leavesToEcs?: boolean
}

function judge(look: Look, verdict = going): Verdict {
  const { desired = 2, running = 0, ecs = 0, deaths = 0, exits = 0, cause, breaker, leavesToEcs = false } = look
  const found = { count: deaths, exits, unsettled: false, ...(cause && { cause }) }
  const deploymentCircuitBreaker = breaker && { ...on, ...breaker }
  return assessFailures(verdict, {
    progress: { revision: 'api:2', desired, running, pending: 0, failed: deaths },
    toll: extendToll(noToll, { counter: ecs, deaths: found }, true),
    service: { deploymentConfiguration: { deploymentCircuitBreaker } },
    leavesToEcs,
  })
}

const failed = (sentence: string): Verdict => ({ kind: 'failed', by: 'tasks', sentence })

describe('a cause that no further attempt survives', () => {
  const sentence = 'the deployment of api:2 cannot succeed: 2 tasks ended the same way (image app:2 is missing)'

  it.each<[what: string, look: Look, verdict: Verdict]>([
    ['ends it when it was met twice', { cause: missing, deaths: 2 }, failed(sentence)],
    ['with a circuit breaker too', { cause: missing, deaths: 2, ecs: 2, breaker: on }, failed(sentence)],
    ['not when it was met once', { cause: { ...missing, times: 1 }, deaths: 1 }, going],
    ['not while a task runs', { cause: missing, deaths: 2, running: 1 }, going],
    ['not where only ECS acts, and will', { cause: missing, leavesToEcs: true, breaker: on }, going],
    [
      'but where ECS only stops it',
      { cause: missing, leavesToEcs: true, breaker: { rollback: false } },
      failed(sentence),
    ],
    ['and where nobody acts', { cause: missing, leavesToEcs: true }, failed(sentence)],
    [
      'also when no task came to be',
      { cause: { ...missing, met: 'at launch', times: 3 } },
      failed(
        'the deployment of api:2 cannot succeed: ECS failed to launch 3 tasks the same way (image app:2 is missing)',
      ),
    ],
  ])('%s', (_, look, verdict) => {
    expect(judge(look)).toEqual(verdict)
  })

  it('changes nothing that is final, or on its way back', () => {
    const verdicts: Verdict[] = [
      { kind: 'succeeded', sentence: 'done' },
      { kind: 'superseded', sentence: 'other' },
      { kind: 'rolling-back', by: 'alarm', sentence: 'back', why: 'alarm' },
    ]
    for (const verdict of verdicts) expect(judge({ cause: missing, deaths: 9, exits: 9 }, verdict)).toBe(verdict)
  })
})

describe('failures of any reason', () => {
  it.each<[what: string, look: Look, ends: boolean]>([
    ['three of two', { deaths: 3 }, true],
    ['two of two', { deaths: 2 }, false],
    ['half of twenty', { desired: 20, deaths: 10 }, true],
    ['fewer than half of twenty', { desired: 20, deaths: 9 }, false],
    ['two hundred of a thousand', { desired: 1000, deaths: 200 }, true],
    ['three that ECS counted', { ecs: 3, running: 2 }, true],
    ['three, while others come up', { deaths: 3, running: 1 }, false],
    ['one more round, while some run', { deaths: 5, running: 1 }, true],
    ['whatever died, while all run', { deaths: 50, running: 2 }, false],
    [
      'no forgiving: three while others come up',
      { deaths: 3, running: 1, breaker: { enable: false, resetOnHealthyTask: false } },
      true,
    ],
    ['with a breaker, what ECS counts', { deaths: 9, exits: 9, ecs: 9, breaker: on }, false],
    ['with a breaker, three exits that ECS overlooks', { deaths: 3, exits: 3, breaker: on }, true],
    ['with a breaker, two exits that ECS overlooks', { deaths: 4, exits: 4, ecs: 2, breaker: on }, false],
    ['with a breaker, what ECS will count in a moment', { deaths: 3, breaker: on }, false],
    [
      'a count of its own',
      { deaths: 5, breaker: { enable: false, thresholdConfiguration: { type: 'COUNT', value: 5 } } },
      true,
    ],
    [
      'less than that',
      { deaths: 4, breaker: { enable: false, thresholdConfiguration: { type: 'COUNT', value: 5 } } },
      false,
    ],
    [
      'a share within bounds',
      { deaths: 3, breaker: { enable: false, thresholdConfiguration: { type: 'BOUNDED_PERCENT', value: 10 } } },
      true,
    ],
    [
      'a share without bounds',
      { deaths: 1, breaker: { enable: false, thresholdConfiguration: { type: 'UNBOUNDED_PERCENT', value: 10 } } },
      true,
    ],
    [
      'a large share without bounds',
      {
        desired: 1000,
        deaths: 499,
        breaker: { enable: false, thresholdConfiguration: { type: 'UNBOUNDED_PERCENT', value: 50 } },
      },
      false,
    ],
  ])('%s', (_, look, ends) => {
    expect(judge(look).kind).toBe(ends ? 'failed' : 'progressing')
  })

  it('says the numbers, and that ECS does not count them', () => {
    expect([judge({ deaths: 4 }).sentence, judge({ deaths: 3, exits: 3, breaker: on }).sentence]).toEqual([
      'the deployment of api:2 failed: 4 tasks failed (threshold 3) and 0 of 2 run',
      'the deployment of api:2 failed: 3 tasks started and ended, uncounted by ECS (threshold 3) and 0 of 2 run',
    ])
  })
})

describe('a toll', () => {
  const look = (counter: number, count: number) => ({ counter, deaths: { count, exits: count, unsettled: false } })

  it('is forgiven when ECS begins to count anew', () => {
    const toll = extendToll(extendToll(noToll, look(2, 2), true), look(0, 2), true)
    expect(toll).toMatchObject({ ecs: 2, deaths: 2, forgiven: { ecs: 2, deaths: 2 } })
    expect(extendToll(toll, look(1, 3), true)).toMatchObject({ ecs: 3, deaths: 3, forgiven: { ecs: 2, deaths: 2 } })
  })

  it('stands where the service does not forgive', () => {
    const toll = extendToll(extendToll(noToll, look(2, 2), false), look(0, 2), false)
    expect(toll.forgiven).toEqual({ ecs: 0, deaths: 0, exits: 0 })
  })
})

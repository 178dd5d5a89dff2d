import { describe, expect, it } from '@jest/globals'
import { parseScenario, targetGroupArn } from '../scenario.ts'

describe('a scenario', () => {
  it('needs nothing at all', () => {
    expect(parseScenario({})).toMatchObject({
      start: Date.UTC(2026, 0, 15, 9),
      seed: 1,
      clusters: [{ name: 'default' }],
      timings: { provisioning: 8, listLag: 0 },
      tasks: [],
    })
  })

  it('fills in the timings that are not given', () => {
    const { timings } = parseScenario({ timings: { pending: 1, jitter: 0 } })
    expect(timings).toMatchObject({ pending: 1, jitter: 0, provisioning: 8 })
  })

  it.each([
    ['a list', [], 'scenario: must be an object'],
    ['an unknown section', { task: [] }, /^task: is not known \(known: start, seed, /],
    ['a start that is no instant', { start: 'soon' }, 'start: must be an instant such as "2026-01-15T09:00:00Z"'],
    ['an account as number', { account: 123456789012 }, 'account: must be twelve digits in quotes'],
    ['a missing name', { clusters: [{}] }, 'clusters[0].name: is missing (a string)'],
    ['a negative time', { timings: { pending: -1 } }, 'timings.pending: must be a number from 0 on'],
    [
      'an unknown fate',
      { tasks: [{ match: {}, fate: { kind: 'dies' } }] },
      /^tasks\[0\]\.fate\.kind: must be one of healthy, /,
    ],
    [
      'an exit without a code',
      { tasks: [{ match: {}, fate: { kind: 'exit' } }] },
      /^tasks\[0\]\.fate\.code: is missing/,
    ],
    ['a typo in a match', { tasks: [{ match: { imag: 'x' } }] }, /^tasks\[0\]\.match\.imag: is not known/],
    [
      'an unknown fault',
      { faults: [{ operation: 'ecs:*', kind: 'angry' }] },
      /^faults\[0\]\.kind: must be one of throttled/,
    ],
    [
      'a permission',
      { github: { repository: 'a/b', permissions: { issues: 'all' } } },
      /^github\.permissions\.issues: /,
    ],
  ])('refuses %s and names the place', (_, value, message) => {
    expect(() => parseScenario(value)).toThrow(message)
  })

  it('names target groups by ARNs that do not change between runs', () => {
    const { targetGroups, ...place } = parseScenario({ targetGroups: [{ name: 'api' }, { name: 'web' }] })
    const arns = targetGroups.map((group) => targetGroupArn(place, group))
    expect(arns[0]).toMatch(/^arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup\/api\/[0-9a-f]{16}$/)
    expect(new Set(arns).size).toBe(2)
  })
})

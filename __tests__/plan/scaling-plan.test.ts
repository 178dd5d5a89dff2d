import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { ScalingLimits, SuspendedScaling } from '../../src/model/scaling.ts'
import {
  applyScaling,
  describeScaling,
  mayBeMovedBack,
  planScaling,
  planScalingReturn,
  type ScalingRequest,
} from '../../src/plan/scaling-plan.ts'

const name = { cluster: 'prod', service: 'api' }
const resource = {
  ServiceNamespace: 'ecs',
  ResourceId: 'service/prod/api',
  ScalableDimension: 'ecs:service:DesiredCount',
}

function suspension(scaleIn: boolean, scaleOut = scaleIn, scheduled = scaleIn): SuspendedScaling {
  return {
    DynamicScalingInSuspended: scaleIn,
    DynamicScalingOutSuspended: scaleOut,
    ScheduledScalingSuspended: scheduled,
  }
}

const limits = (min: number, max: number, suspended = suspension(false)): ScalingLimits => ({
  MinCapacity: min,
  MaxCapacity: max,
  SuspendedState: suspended,
})

describe('the change that is asked for', () => {
  it.each<[string, ScalingRequest, object]>([
    ['a minimum of 0', { min: 0 }, { MinCapacity: 0 }],
    ['a range', { min: 1, max: 5 }, { MinCapacity: 1, MaxCapacity: 5 }],
    ['suspend: all three', { suspend: true }, { SuspendedState: suspension(true) }],
    ['resume: all three', { suspend: false }, { SuspendedState: suspension(false) }],
  ])('%s', (_what, request, members) => {
    expect(planScaling(name, request)).toEqual({ ...resource, ...members })
  })

  it('names the service shortly where the config has ARNs', () => {
    const arn = 'arn:aws:ecs:us-east-1:123456789012:'
    const long = { cluster: `${arn}cluster/prod`, service: `${arn}service/prod/api` }
    expect(planScaling(long, { min: 1 }).ResourceId).toBe('service/prod/api')
  })
})

/** Specification 9.1, "auto scaling text". */
describe('a change in words', () => {
  it.each<[ScalingRequest, string]>([
    [{ min: 1, max: 5, suspend: false }, 'MaxCapacity=5, MinCapacity=1, Suspend=false'],
    [{ suspend: true }, 'Suspend=true'],
    [{ min: 0 }, 'MinCapacity=0'],
  ])('%j', (request, text) => {
    expect(describeScaling(planScaling(name, request))).toBe(text)
  })

  it('says which of the three are suspended where they differ', () => {
    const change = { ...planScaling(name, {}), SuspendedState: suspension(true, false, true) }
    expect(describeScaling(change)).toBe('Suspend=in+scheduled')
  })
})

describe('the way back', () => {
  it.each<[string, ScalingLimits, ScalingRequest, object | undefined]>([
    ['what was so before is not put back', limits(1, 4), { min: 1, max: 4, suspend: false }, undefined],
    ['only what differs', limits(1, 4), { min: 1, max: 9 }, { MaxCapacity: 4 }],
    [
      'the suspension as it was',
      limits(1, 4, suspension(true, false, false)),
      { suspend: true },
      { SuspendedState: suspension(true, false, false) },
    ],
  ])('%s', (_what, before, request, members) => {
    expect(planScalingReturn(before, planScaling(name, request))).toEqual(members && { ...resource, ...members })
  })

  const count = fc.nat({ max: 20 })
  const anyLimits = fc
    .tuple(count, count, fc.boolean(), fc.boolean(), fc.boolean())
    .map(([min, max, ...suspended]) => limits(min, max, suspension(...suspended)))
  const anyRequest = fc.record({ suspend: fc.boolean(), min: count, max: count }, { requiredKeys: [] })

  it('leads from any change to what was', () => {
    fc.assert(
      fc.property(anyLimits, anyRequest, (before, request) => {
        const change = planScaling(name, request)
        const after = applyScaling(before, change)
        expect(applyScaling(after, planScalingReturn(before, change))).toEqual(before)
      }),
    )
  })
})

describe('a count that auto scaling may move back', () => {
  it.each<[string, number, ScalingLimits, boolean]>([
    ['within the range', 2, limits(1, 4), false],
    ['the bounds belong to it', 4, limits(4, 4), false],
    ['below', 0, limits(1, 4), true],
    ['above', 5, limits(1, 4), true],
    ['below, and scaling out is suspended', 0, limits(1, 4, suspension(false, true, false)), false],
    ['above, and only scaling out is suspended', 5, limits(1, 4, suspension(false, true, false)), true],
    ['above, and scaling in is suspended', 5, limits(1, 4, suspension(true, false, false)), false],
  ])('%s', (_what, count, range, expected) => {
    expect(mayBeMovedBack(count, range)).toBe(expected)
  })
})

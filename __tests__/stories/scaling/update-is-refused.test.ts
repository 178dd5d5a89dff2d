import { expect } from '@jest/globals'
import { scalableTarget, shop, shopFiles } from '../shop.ts'
import { story } from '../stage.ts'

const faults = [{ operation: 'ecs:UpdateService', kind: 'refused' }]

story(
  'an update that is refused after auto scaling was changed',
  { files: shopFiles(), scenario: shop({ faults }) },
  async ({ step, simulator }) => {
    simulator.ask('application-autoscaling', 'RegisterScalableTarget', scalableTarget(1, 4))
    const scale = await step({ command: 'scale --tasks 3 --auto-scaling-min 2' })
    expect(scale).toMatchObject({ exit: 1, outputs: { outcome: 'failed', 'failure-category': 'permission/caller' } })
    expect(scale.writes).toEqual(['RegisterScalableTarget'])
    expect(scale.log).toMatch(/left behind: auto scaling stays changed.*--min-capacity 1`/)
  },
)

import { expect } from '@jest/globals'
import { shop, shopFiles } from '../shop.ts'
import { story } from '../stage.ts'

const faults = [{ operation: 'application-autoscaling:*', kind: 'refused' }]

story(
  'auto scaling that may not be read stops only who asks for it',
  { files: shopFiles(), scenario: shop({ faults }) },
  async ({ step }) => {
    const flagged = await step({ command: 'deploy --suspend-auto-scaling' }, { TAG: '2' })
    expect(flagged).toMatchObject({
      exit: 1,
      outputs: { outcome: 'failed', 'failure-category': 'permission/caller' },
      calls: [],
    })
    expect(flagged.log).toContain('application-autoscaling:DescribeScalableTargets')
    const scale = await step({ command: 'scale --tasks 3' })
    expect(scale).toMatchObject({ exit: 0, outputs: { outcome: 'succeeded' }, writes: ['UpdateService'] })
  },
)

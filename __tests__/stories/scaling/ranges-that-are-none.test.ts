import { expect } from '@jest/globals'
import { scalableTarget, shop, shopFiles } from '../shop.ts'
import { story } from '../stage.ts'

story(
  'ranges that are none are refused before anything is written',
  { files: shopFiles(), scenario: shop() },
  async ({ step, simulator }) => {
    simulator.ask('application-autoscaling', 'RegisterScalableTarget', scalableTarget(1, 4))
    const lines = ['--auto-scaling-min 5 --auto-scaling-max 2', '--auto-scaling-min=-1', '--auto-scaling-min 5']
    for (const flags of lines) {
      const deploy = await step({ command: `deploy ${flags}` }, { TAG: '2' })
      expect(deploy).toMatchObject({ exit: 1, outputs: { outcome: 'failed', retryable: 'false' }, calls: [] })
      expect(deploy.outputs['failure-category']).toMatch(/^config\//)
    }
  },
)

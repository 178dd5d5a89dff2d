import { expect } from '@jest/globals'
import { scalableTarget, shop, shopFiles } from '../shop.ts'
import { story } from '../stage.ts'

story(
  'a count that auto scaling may move back is warned of',
  { files: shopFiles(), scenario: shop({}, { desiredCount: 3 }) },
  async ({ step, simulator }) => {
    simulator.ask('application-autoscaling', 'RegisterScalableTarget', scalableTarget(1, 4))
    const outside = await step({ command: 'scale --tasks 6' })
    expect(outside).toMatchObject({ exit: 0, outputs: { outcome: 'succeeded' } })
    expect(outside.log).toMatch(/warning: --tasks 6 is outside the 1 to 4 tasks/)
    const suspended = await step({ command: 'scale --tasks 5 --suspend-auto-scaling' })
    expect(suspended.log).not.toContain('outside')
    const deploy = await step({ command: 'deploy' }, { TAG: '2' })
    expect(deploy.log).toMatch(/warning: auto scaling looks after the desired count .* at 5; .* to 2/)
  },
)

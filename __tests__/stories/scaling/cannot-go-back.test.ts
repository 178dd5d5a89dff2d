import { expect } from '@jest/globals'
import { scalableTarget, shop, shopFiles } from '../shop.ts'
import { story } from '../stage.ts'

const tasks = [{ match: { image: '*/api:2' }, fate: { kind: 'exit', code: 1, after: 2 } }]
const faults = [{ operation: 'application-autoscaling:RegisterScalableTarget', kind: 'refused', from: 2 }]

story(
  'auto scaling that may not be put back is left behind and named',
  { files: shopFiles(), scenario: shop({ tasks, faults }) },
  async ({ step, simulator, services }) => {
    simulator.ask('application-autoscaling', 'RegisterScalableTarget', scalableTarget(1, 4))
    const deploy = await step({ command: 'deploy --suspend-auto-scaling' }, { TAG: '2' })
    expect(deploy).toMatchObject({ exit: 1, outputs: { outcome: 'rollback-failed' } })
    expect(deploy.log).toMatch(/left behind: .*register-scalable-target .*"DynamicScalingInSuspended":false/)
    expect(deploy.log).toMatch(/could not be put back: .*application-autoscaling:RegisterScalableTarget/)
    expect(services()).toMatchObject([{ runningCount: 2, taskDefinition: expect.stringMatching(/api:1$/) }])
  },
)

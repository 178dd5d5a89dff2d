import { expect } from '@jest/globals'
import { scalableTarget, shop, shopFiles } from '../shop.ts'
import { story } from '../stage.ts'

const faults = [{ operation: 'application-autoscaling:RegisterScalableTarget', kind: 'refused' }]

story(
  'auto scaling that may be read and not changed stops the deploy before the update',
  { files: shopFiles(), scenario: shop({ faults }) },
  async ({ step, simulator, services }) => {
    simulator.ask('application-autoscaling', 'RegisterScalableTarget', scalableTarget(1, 4))
    const deploy = await step({ command: 'deploy --suspend-auto-scaling' }, { TAG: '2' })
    expect(deploy).toMatchObject({
      exit: 1,
      outputs: { outcome: 'failed', 'failure-category': 'permission/caller' },
      writes: ['RegisterTaskDefinition'],
    })
    expect(deploy.log).toMatch(/failed to register scalable target: .*application-autoscaling:RegisterScalableTarget/)
    expect(deploy.log).toMatch(/left behind: .*api:2/)
    expect(deploy.log).not.toContain('auto scaling stays changed')
    expect(services()).toMatchObject([{ runningCount: 2, taskDefinition: expect.stringMatching(/api:1$/) }])
  },
)

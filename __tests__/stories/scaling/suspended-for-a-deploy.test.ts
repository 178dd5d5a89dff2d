import { expect } from '@jest/globals'
import { scalableTarget, shop, shopFiles } from '../shop.ts'
import { story } from '../stage.ts'

story(
  'deploy suspends auto scaling, and the line after resumes it',
  { files: shopFiles(), scenario: shop() },
  async ({ step, simulator }) => {
    simulator.ask('application-autoscaling', 'RegisterScalableTarget', scalableTarget(1, 4))
    const command = 'deploy --suspend-auto-scaling\nscale --resume-auto-scaling\nstatus --events 0'
    const deploy = await step({ command }, { TAG: '2' })
    expect(deploy).toMatchObject({ exit: 0, outputs: { outcome: 'succeeded' } })
    // The suspension stands before the update.
    expect(deploy.writes).toEqual([
      'RegisterTaskDefinition',
      'RegisterScalableTarget',
      'UpdateService',
      'RegisterScalableTarget',
      'UpdateService',
    ])
    expect(deploy.log).toContain('Suspended in:false out:false scheduled:false')
  },
)

import { expect } from '@jest/globals'
import { scalableTarget, shop, shopFiles } from '../shop.ts'
import { story } from '../stage.ts'

story(
  'scale sets the range and the suspension of auto scaling',
  { files: shopFiles(), scenario: shop() },
  async ({ step, simulator }) => {
    simulator.ask('application-autoscaling', 'RegisterScalableTarget', scalableTarget(1, 4))
    const range = '--auto-scaling-min 3 --auto-scaling-max 10'
    const dry = await step({ command: `scale --tasks 5 ${range} --dry-run` })
    expect(dry).toMatchObject({ exit: 0, outputs: { outcome: 'dry-run' }, calls: [] })
    expect(dry.log).toMatch(/would call RegisterScalableTarget[\s\S]*"MinCapacity": 3[\s\S]*would call UpdateService/)
    const scale = await step({ command: `scale --tasks 5 ${range}` })
    expect(scale).toMatchObject({
      exit: 0,
      outputs: { outcome: 'succeeded' },
      writes: ['RegisterScalableTarget', 'UpdateService'],
    })
    expect(scale.log).toContain('MaxCapacity=10, MinCapacity=3')
    const both = await step({ command: 'scale --suspend-auto-scaling --resume-auto-scaling' })
    expect(both).toMatchObject({ exit: 0, outputs: { outcome: 'succeeded' } })
    expect(both.log).toMatch(/warning: --suspend-auto-scaling and --resume-auto-scaling/)
    expect(both.calls[0]).toContain(
      '{"DynamicScalingInSuspended":true,"DynamicScalingOutSuspended":true,"ScheduledScalingSuspended":true}',
    )
    const resume = await step({ command: 'scale --resume-auto-scaling' })
    expect(resume.log).toContain('Suspend=false')
  },
)

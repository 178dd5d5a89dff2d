import { expect } from '@jest/globals'
import { shop, shopFiles } from '../shop.ts'
import { story } from '../stage.ts'

const resource = {
  ServiceNamespace: 'ecs',
  ResourceId: 'service/shop/api',
  ScalableDimension: 'ecs:service:DesiredCount',
}
const faults = [{ operation: 'application-autoscaling:*', kind: 'refused', from: 3 }]

story(
  'status shows auto scaling, as far as it may be read',
  { files: shopFiles(), scenario: shop({ faults }) },
  async ({ step, simulator }) => {
    const SuspendedState = { DynamicScalingInSuspended: true }
    const target = { ...resource, MinCapacity: 2, MaxCapacity: 10, SuspendedState }
    simulator.ask('application-autoscaling', 'RegisterScalableTarget', target)
    const policy = { ...resource, PolicyName: 'cpu', PolicyType: 'TargetTrackingScaling' }
    simulator.ask('application-autoscaling', 'PutScalingPolicy', policy)
    const status = await step({ command: 'status --events 0' })
    expect(status).toMatchObject({ exit: 0, outputs: { outcome: 'succeeded' } })
    expect(status.log).toMatch(
      /AutoScaling:\n {2}Capacity min:2 max:10\n {2}Suspended in:true out:false scheduled:false/,
    )
    expect(status.log).toContain('  Policy name:cpu type:TargetTrackingScaling')
    const refused = await step({ command: 'status --events 0' })
    expect(refused).toMatchObject({ exit: 0, outputs: { outcome: 'succeeded' } })
    expect(refused.log).toMatch(/warning.*application-autoscaling:DescribeScalableTargets/)
  },
)

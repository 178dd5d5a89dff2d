import { expect } from '@jest/globals'
import { breaker, pretty, scalableTarget, shop, shopFiles } from '../shop.ts'
import { story } from '../stage.ts'

const attributes = breaker()
const files = shopFiles({ 'ecs/service.json': pretty(attributes) })
const tasks = [{ match: { image: '*/api:2' }, fate: { kind: 'exit', code: 1, after: 2 } }]

story(
  'auto scaling goes back with a rollback',
  { files, scenario: shop({ tasks }, attributes) },
  async ({ step, simulator }) => {
    simulator.ask('application-autoscaling', 'RegisterScalableTarget', scalableTarget(1, 4))
    const command = 'deploy --suspend-auto-scaling --auto-scaling-max 8 --auto-scaling-min 1'
    const deploy = await step({ command }, { TAG: '2' })
    expect(deploy).toMatchObject({ exit: 1, outputs: { outcome: 'rolled-back' } })
    expect(deploy.log).not.toContain('auto scaling stays changed')
    const registered = deploy.calls.filter((call) => call.startsWith('RegisterScalableTarget'))
    // What was the same before is not said again.
    expect(registered[1]).toMatch(/MaxCapacity=4 .*"DynamicScalingInSuspended":false/)
    expect(registered[1]).not.toContain('MinCapacity')
    const never = await step({ command: 'deploy --auto-scaling-max 8', rollback: 'never' }, { TAG: '2' })
    expect(never).toMatchObject({ exit: 1, outputs: { outcome: 'failed' } })
    expect(never.log).toContain('--max-capacity 4`')
  },
)

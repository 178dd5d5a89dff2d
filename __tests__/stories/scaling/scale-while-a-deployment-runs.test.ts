import { expect } from '@jest/globals'
import { breaker, pretty, shop, shopFiles } from '../shop.ts'
import { story } from '../stage.ts'

const attributes = breaker()
const files = shopFiles({ 'ecs/service.json': pretty(attributes) })
const tasks = [{ match: { image: '*/api:2' }, fate: { kind: 'stuck' } }]

story(
  'a deployment of somebody else is scaled and not rolled back',
  { files, scenario: shop({ tasks }, attributes) },
  async ({ step, services }) => {
    await step({ command: 'deploy --no-wait' }, { TAG: '2' })
    const scale = await step({ command: 'scale --tasks 3 --timeout 2m', rollback: 'always' })
    expect(scale).toMatchObject({ exit: 1, outputs: { outcome: 'timed-out' }, writes: ['UpdateService'] })
    expect(services()).toMatchObject([{ desiredCount: 3, taskDefinition: expect.stringMatching(/api:2$/) }])
  },
)

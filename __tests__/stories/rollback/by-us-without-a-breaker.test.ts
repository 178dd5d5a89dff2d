import { expect } from '@jest/globals'
import { breaker, pretty, shop, shopFiles } from '../shop.ts'
import { story } from '../stage.ts'

const files = shopFiles({ 'ecs/service.json': pretty(breaker()) })
const tasks = [{ match: { image: '*/api:2' }, fate: { kind: 'exit', code: 1, after: 2 } }]

story(
  'without a circuit breaker we count the dead tasks',
  {
    files,
    scenario: shop({ tasks }, breaker()),
  },
  async ({ step }) => {
    const deploy = await step({ command: 'deploy' }, { TAG: '2' })
    expect(deploy).toMatchObject({
      exit: 1,
      outputs: { outcome: 'rolled-back', 'failure-category': 'container/exit-code' },
    })
    expect(deploy.writes).toEqual(['RegisterTaskDefinition', 'UpdateService', 'StopServiceDeployment'])
  },
)

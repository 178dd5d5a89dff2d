import { expect } from '@jest/globals'
import { breaker, pretty, shop, shopFiles } from '../shop.ts'
import { story } from '../stage.ts'

const attributes = breaker({ enable: true, rollback: false })
const files = shopFiles({ 'ecs/service.json': pretty(attributes) })
const tasks = [{ match: { image: '*/api:2' }, fate: { kind: 'exit', code: 1, after: 2 } }]

story(
  '`rollback: never` leaves a failed deployment',
  { files, scenario: shop({ tasks }, attributes) },
  async ({ step }) => {
    const deploy = await step({ command: 'deploy', rollback: 'never' }, { TAG: '2' })
    expect(deploy).toMatchObject({
      exit: 1,
      outputs: { outcome: 'failed', 'failure-category': 'container/exit-code' },
    })
    expect(deploy.outputs['task-definition-arn']).toMatch(/api:2$/)
    expect(deploy.writes).toEqual(['RegisterTaskDefinition', 'UpdateService'])
  },
)

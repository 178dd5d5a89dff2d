import { expect } from '@jest/globals'
import { breaker, pretty, shop, shopFiles } from '../shop.ts'
import { story } from '../stage.ts'

const attributes = breaker({ enable: true, rollback: false })
const files = shopFiles({ 'ecs/service.json': pretty(attributes) })
const scenario = shop(
  {
    tasks: [{ match: { image: '*/api:2' }, fate: { kind: 'exit', code: 1, after: 2 } }],
    faults: [{ operation: 'ecs:UpdateService', kind: 'refused', from: 2 }],
  },
  attributes,
)

story('the way back is refused', { files, scenario }, async ({ step }) => {
  const deploy = await step({ command: 'deploy' }, { TAG: '2' })
  expect(deploy).toMatchObject({
    exit: 1,
    outputs: { outcome: 'rollback-failed', 'failure-category': 'container/exit-code' },
  })
  expect(deploy.outputs['task-definition-arn']).toMatch(/api:2$/)
  expect(deploy.log).toContain('is not authorized to perform: ecs:UpdateService')
})

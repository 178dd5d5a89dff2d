import { expect } from '@jest/globals'
import { pretty, shop, shopFiles, taskDefinition } from '../shop.ts'
import { story } from '../stage.ts'

const files = shopFiles({ 'ecs/task.json': pretty({ ...taskDefinition, memory: '300' }) })

story('Fargate has no such size', { files, scenario: shop() }, async ({ step }) => {
  const deploy = await step({ command: 'deploy' }, { TAG: '2' })
  expect(deploy).toMatchObject({
    exit: 1,
    outputs: { outcome: 'failed', 'failure-category': 'config/task-size' },
    writes: [],
  })
  expect(deploy.log).toContain('failed to register task definition: ')
  expect(deploy.log).toMatch(/^::error .*file=ecs\/task\.json,line=[34]\b/m)
})

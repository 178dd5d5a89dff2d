import { expect } from '@jest/globals'
import { shop, shopFiles } from '../shop.ts'
import { story } from '../stage.ts'

const files = shopFiles({ 'ecs/task.json': '{\n  "family": "api",\n  "cpu": "256"\n  "memory": "512"\n}\n' })

story('a definition that is no JSON', { files, scenario: shop() }, async ({ step }) => {
  const deploy = await step({ command: 'deploy' }, { TAG: '2' })
  expect(deploy).toMatchObject({ exit: 1, outputs: { outcome: 'failed' }, calls: [] })
  expect(deploy.outputs['failure-category']).toMatch(/^config\//)
  expect(deploy.log).toMatch(/^::error .*file=ecs\/task\.json,line=[34]\b/m)
})

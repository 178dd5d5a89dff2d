import { expect } from '@jest/globals'
import { shop, shopFiles } from '../shop.ts'
import { story } from '../stage.ts'

const { 'ecs/task.json': _, ...files } = shopFiles()

story('the config names a file that is not there', { files, scenario: shop() }, async ({ step }) => {
  const deploy = await step({ command: 'deploy' }, { TAG: '2' })
  expect(deploy).toMatchObject({ exit: 1, outputs: { outcome: 'failed' }, calls: [] })
  expect(deploy.outputs['failure-reason']).toContain('ecs/task.json')
  expect(deploy.log).toMatch(/ecspresso\.yml:4/)
})

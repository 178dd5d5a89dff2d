import { expect } from '@jest/globals'
import { shop, shopFiles } from '../shop.ts'
import { story } from '../stage.ts'

story('wait ends at once where nothing moves', { files: shopFiles(), scenario: shop() }, async ({ step }) => {
  const wait = await step({ command: 'wait' }, { TAG: 'unused' })
  expect(wait).toMatchObject({ exit: 0, outputs: { outcome: 'succeeded' }, calls: [] })
  expect(wait.outputs['task-definition-arn']).toMatch(/api:1$/)
})

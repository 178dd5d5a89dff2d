import { expect } from '@jest/globals'
import { shop, shopFiles } from '../shop.ts'
import { story } from '../stage.ts'

story('register touches no service', { files: shopFiles(), scenario: shop() }, async ({ step }) => {
  const dry = await step({ command: 'register --dry-run' }, { TAG: '2' })
  expect(dry).toMatchObject({ exit: 0, outputs: { outcome: 'dry-run' }, calls: [] })
  const register = await step({ command: 'register --output' }, { TAG: '2' })
  expect(register).toMatchObject({ exit: 0, outputs: { outcome: 'succeeded' }, writes: ['RegisterTaskDefinition'] })
  expect(register.outputs['task-definition-arn']).toMatch(/api:2$/)
  expect(JSON.parse(register.documents[0] ?? '')).toMatchObject({ family: 'api', revision: 2, status: 'ACTIVE' })
})

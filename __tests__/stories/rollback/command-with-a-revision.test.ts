import { expect } from '@jest/globals'
import { registered, shop, shopFiles } from '../shop.ts'
import { story } from '../stage.ts'

const taskDefinitions = ['1', '2', '3'].map((tag) => registered(tag))
const scenario = shop({ taskDefinitions }, { taskDefinition: 'api:3' })

story('rollback goes to the revision that is named', { files: shopFiles(), scenario }, async ({ step }) => {
  const missing = await step({ command: 'rollback --revision 7' }, { TAG: 'unused' })
  expect(missing).toMatchObject({ exit: 1, outputs: { outcome: 'failed' }, calls: [] })
  expect(missing.log).toContain('rollback target is not found')
  const rollback = await step({ command: 'rollback --revision 1 --no-deregister-task-definition' }, { TAG: 'unused' })
  expect(rollback).toMatchObject({ exit: 0, outputs: { outcome: 'succeeded' }, writes: ['UpdateService'] })
  expect(rollback.outputs['task-definition-arn']).toMatch(/api:1$/)
})

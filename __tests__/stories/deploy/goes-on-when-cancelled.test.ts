import { expect } from '@jest/globals'
import { shop, shopFiles } from '../shop.ts'
import { story } from '../stage.ts'

story('a cancelled workflow leaves the deployment', { files: shopFiles(), scenario: shop() }, async ({ step }) => {
  const deploy = await step({ command: 'deploy' }, { TAG: '2' }, { cancelAfter: 20 })
  expect(deploy).toMatchObject({ exit: 1, outputs: { outcome: 'cancelled' } })
  expect(deploy.writes).toEqual(['RegisterTaskDefinition', 'UpdateService'])
  expect(deploy.outputs['failed-task-definition-arn']).toBe('')
  expect(deploy.log).not.toContain('deregister-task-definition')
  const wait = await step({ command: 'wait' }, { TAG: '2' })
  expect(wait).toMatchObject({ exit: 0, outputs: { outcome: 'succeeded' } })
})

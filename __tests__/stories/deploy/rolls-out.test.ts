import { expect } from '@jest/globals'
import { shop, shopFiles } from '../shop.ts'
import { story } from '../stage.ts'

story('deploy replaces the tasks of a service', { files: shopFiles(), scenario: shop() }, async ({ step }) => {
  const deploy = await step({ command: 'deploy' }, { TAG: '2' })
  expect(deploy).toMatchObject({ exit: 0, outputs: { outcome: 'succeeded', changed: 'true' } })
  expect(deploy.outputs['deployment-id']).toMatch(/:service-deployment\/shop\/api\//)
  expect(deploy.writes).toEqual(['RegisterTaskDefinition', 'UpdateService'])
})

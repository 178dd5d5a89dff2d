import { expect } from '@jest/globals'
import { shop, shopFiles } from '../shop.ts'
import { story } from '../stage.ts'

story('deploy --no-wait starts the deployment and ends', { files: shopFiles(), scenario: shop() }, async ({ step }) => {
  const deploy = await step({ command: 'deploy --no-wait' }, { TAG: '2' })
  expect(deploy).toMatchObject({ exit: 0, outputs: { outcome: 'started', changed: 'true' } })
  expect(deploy.outputs['deployment-id']).toMatch(/service-deployment|ecs-svc/)
  expect(deploy.log).toContain('::notice')
  expect(deploy.writes).toEqual(['RegisterTaskDefinition', 'UpdateService'])
  const wait = await step({ command: 'wait' }, { TAG: '2' })
  expect(wait).toMatchObject({ exit: 0, outputs: { outcome: 'succeeded' }, writes: [] })
})

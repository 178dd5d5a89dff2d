import { expect } from '@jest/globals'
import { shop, shopFiles } from '../shop.ts'
import { story } from '../stage.ts'

story('the tasks are replaced without a new revision', { files: shopFiles(), scenario: shop() }, async ({ step }) => {
  const command = 'deploy --skip-task-definition --force-new-deployment'
  const deploy = await step({ command }, { TAG: '1' })
  expect(deploy).toMatchObject({ exit: 0, outputs: { outcome: 'succeeded' }, writes: ['UpdateService'] })
  expect(deploy.outputs['task-definition-arn']).toMatch(/task-definition\/api:1$/)
  expect(deploy.log).toContain('effect: new tasks will be started')
})

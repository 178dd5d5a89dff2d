import { expect } from '@jest/globals'
import { shop, shopFiles } from '../shop.ts'
import { story } from '../stage.ts'

const scenario = shop({ faults: [{ operation: 'ecs:UpdateService', kind: 'refused' }] })

story('the deployer may not update the service', { files: shopFiles(), scenario }, async ({ step }) => {
  const deploy = await step({ command: 'deploy' }, { TAG: '2' })
  expect(deploy).toMatchObject({
    exit: 1,
    outputs: { outcome: 'failed', changed: 'true', 'failure-category': 'permission/caller', retryable: 'false' },
  })
  expect(deploy.outputs['task-definition-arn']).toMatch(/api:1$/)
  expect(deploy.log).toMatch(/failed to update service.*: .*ecs:UpdateService/)
  // The revision that was registered for nothing is named with the command that removes it.
  expect(deploy.log).toContain('deregister-task-definition --task-definition api:2')
  expect(deploy.writes).toEqual(['RegisterTaskDefinition'])
})

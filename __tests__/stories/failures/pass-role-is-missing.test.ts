import { expect } from '@jest/globals'
import { shop, shopFiles } from '../shop.ts'
import { story } from '../stage.ts'

const message =
  'User: arn:aws:sts::123456789012:assumed-role/deployer/github-actions is not authorized to perform: iam:PassRole on resource: arn:aws:iam::123456789012:role/execution because no identity-based policy allows the iam:PassRole action'
const scenario = shop({ faults: [{ operation: 'ecs:RegisterTaskDefinition', kind: 'refused', message }] })

story('the deployer may not pass the execution role', { files: shopFiles(), scenario }, async ({ step }) => {
  const deploy = await step({ command: 'deploy' }, { TAG: '2' })
  expect(deploy).toMatchObject({
    exit: 1,
    outputs: { outcome: 'failed', changed: 'true', 'failure-category': 'permission/pass-role', retryable: 'false' },
  })
  expect(deploy.outputs['task-definition-arn']).toMatch(/api:1$/)
  expect(deploy.log).toMatch(/failed to register task definition: .*iam:PassRole/)
  expect(deploy.writes).toEqual([])
})

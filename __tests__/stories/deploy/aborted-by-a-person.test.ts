import { expect } from '@jest/globals'
import { shop, shopFiles } from '../shop.ts'
import { story } from '../stage.ts'

const actors = [
  {
    name: 'somebody at the console',
    when: { after: { operation: 'ecs:UpdateService', seconds: 12 } },
    operation: 'StopServiceDeployment',
    input: { $of: 'shop/api', serviceDeploymentArn: '$serviceDeployment', stopType: 'ABORT' },
  },
]

story('somebody aborts the deployment', { files: shopFiles(), scenario: shop({ actors }) }, async ({ step }) => {
  const deploy = await step({ command: 'deploy' }, { TAG: '2' })
  expect(deploy).toMatchObject({ exit: 1, outputs: { outcome: 'failed', 'failure-category': 'rollback/manual' } })
  expect(deploy.writes).toEqual(['RegisterTaskDefinition', 'UpdateService'])
})

import { expect } from '@jest/globals'
import { registered, shop, shopFiles } from '../shop.ts'
import { story } from '../stage.ts'

const actors = [
  {
    name: 'another workflow',
    when: { after: { operation: 'ecs:UpdateService', seconds: 12 } },
    operation: 'UpdateService',
    input: { cluster: 'shop', service: 'api', taskDefinition: 'api:2' },
  },
]
const scenario = shop({ actors, taskDefinitions: [registered('1'), registered('other')] })

story('another deployment takes over', { files: shopFiles(), scenario }, async ({ step }) => {
  const deploy = await step({ command: 'deploy' }, { TAG: '2' })
  expect(deploy).toMatchObject({
    exit: 1,
    outputs: { outcome: 'superseded', 'failure-category': 'conflict/superseded', retryable: 'true' },
  })
  expect(deploy.outputs['failure-reason']).toContain('api:2')
  // What the service has when the step ends is the other's.
  expect(deploy.outputs['task-definition-arn']).toMatch(/task-definition\/api:2$/)
  expect(deploy.writes).toEqual(['RegisterTaskDefinition', 'UpdateService'])
})

import { expect } from '@jest/globals'
import { registered, shop, shopFiles } from '../shop.ts'
import { story } from '../stage.ts'

const register = registered('other').input
const actors = [
  {
    name: 'another workflow',
    when: { after: { operation: 'ecs:UpdateService', seconds: 10 } },
    operation: 'RegisterTaskDefinition',
    input: register,
  },
  {
    name: 'another workflow',
    when: { after: { operation: 'ecs:UpdateService', seconds: 12 } },
    operation: 'UpdateService',
    input: { cluster: 'shop', service: 'api', taskDefinition: 'api:3' },
  },
]
const scenario = shop({ actors, taskDefinitions: [registered('1')] })

story('another deployment takes over', { files: shopFiles(), scenario }, async ({ step }) => {
  const deploy = await step({ command: 'deploy' }, { TAG: '2' })
  expect(deploy).toMatchObject({
    exit: 1,
    outputs: { outcome: 'superseded', 'failure-category': 'conflict/superseded', retryable: 'true' },
  })
  expect(deploy.outputs['failure-reason']).toContain('api:3')
  expect(deploy.outputs['failure-reason']).toContain('api:3 was registered by')
  // What the service has when the step ends is the other's.
  expect(deploy.outputs['task-definition-arn']).toMatch(/task-definition\/api:3$/)
  expect(deploy.writes).toEqual(['RegisterTaskDefinition', 'UpdateService'])
})

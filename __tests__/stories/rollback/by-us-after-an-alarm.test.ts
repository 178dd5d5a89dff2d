import { expect } from '@jest/globals'
import { pretty, service, shop, shopFiles } from '../shop.ts'
import { story } from '../stage.ts'

const alarms = { enable: true, rollback: false, alarmNames: ['api-errors'] }
const attributes = { ...service, deploymentConfiguration: { ...service.deploymentConfiguration, alarms } }
const fires = { after: { operation: 'ecs:UpdateService', seconds: 40 } }

story(
  'an alarm only stops the deployment, and we go back',
  {
    files: shopFiles({ 'ecs/service.json': pretty(attributes) }),
    scenario: shop({ alarms: [{ name: 'api-errors', fires, clears: 5 }] }, attributes),
  },
  async ({ step }) => {
    const deploy = await step({ command: 'deploy' }, { TAG: '2' })
    expect(deploy).toMatchObject({ exit: 1, outputs: { outcome: 'rolled-back', 'failure-category': 'rollback/alarm' } })
    expect(deploy.outputs['task-definition-arn']).toMatch(/api:1$/)
    expect(deploy.writes).toEqual(['RegisterTaskDefinition', 'UpdateService', 'UpdateService'])
  },
)

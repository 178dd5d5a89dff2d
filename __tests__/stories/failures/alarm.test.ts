import { expect } from '@jest/globals'
import { pretty, service, shop, shopFiles } from '../shop.ts'
import { story } from '../stage.ts'

const alarms = { enable: true, rollback: true, alarmNames: ['api-errors'] }
const attributes = { ...service, deploymentConfiguration: { ...service.deploymentConfiguration, alarms } }
const files = shopFiles({ 'ecs/service.json': pretty(attributes) })
const fires = { after: { operation: 'ecs:UpdateService', seconds: 40 } }

story(
  'an alarm rolls the deployment back',
  {
    files,
    scenario: shop({ alarms: [{ name: 'api-errors', fires }] }, attributes),
  },
  async ({ step }) => {
    const deploy = await step({ command: 'deploy' }, { TAG: '2' })
    expect(deploy).toMatchObject({
      exit: 1,
      outputs: { outcome: 'rolled-back', 'failure-category': 'rollback/alarm' },
    })
    expect(deploy.outputs['failure-reason']).toContain('api-errors')
    expect(deploy.writes).toEqual(['RegisterTaskDefinition', 'UpdateService'])
  },
)

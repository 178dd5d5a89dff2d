import { expect } from '@jest/globals'
import { emptyAccount, pretty, service, shop, shopFiles } from '../shop.ts'
import { story } from '../stage.ts'

const alarms = { enable: true, rollback: true, alarmNames: ['api-errors'] }
const attributes = { ...service, deploymentConfiguration: { ...service.deploymentConfiguration, alarms } }
const scenario = shop({ timings: { ...emptyAccount.timings, bake: 60 }, alarms: [{ name: 'api-errors' }] }, attributes)

story(
  'everything runs, and ECS still watches an alarm',
  { files: shopFiles({ 'ecs/service.json': pretty(attributes) }), scenario },
  async ({ step }) => {
    const deploy = await step({ command: 'deploy' }, { TAG: '2' })
    expect(deploy).toMatchObject({ exit: 0, outputs: { outcome: 'succeeded' } })
    expect(deploy.log).toContain('ECS watches the alarm api-errors')
  },
)

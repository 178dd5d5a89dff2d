import { expect } from '@jest/globals'
import { pretty, service, shop, shopFiles } from '../shop.ts'
import { story } from '../stage.ts'

// The old tasks go before the new ones come: there is nothing left to go back to but new tasks of the old revision.
const deploymentConfiguration = { ...service.deploymentConfiguration, maximumPercent: 100, minimumHealthyPercent: 0 }
const attributes = { ...service, deploymentConfiguration }
const tasks = [{ match: { service: 'api' }, fate: { kind: 'exit', code: 1 } }]

story(
  'the new revision fails, and what ran before does not come up any more',
  { files: shopFiles({ 'ecs/service.json': pretty(attributes) }), scenario: shop({ tasks }, attributes) },
  async ({ step }) => {
    const deploy = await step({ command: 'deploy' }, { TAG: '2' })
    expect(deploy).toMatchObject({ exit: 1, outputs: { outcome: 'rollback-failed' } })
    expect(deploy.writes).toEqual(['RegisterTaskDefinition', 'UpdateService'])
  },
)

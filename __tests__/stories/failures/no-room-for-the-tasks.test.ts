import { expect } from '@jest/globals'
import { pretty, registered, service, shop, shopFiles, taskDefinition } from '../shop.ts'
import { story } from '../stage.ts'

const onInstances = { ...taskDefinition, networkMode: 'bridge', requiresCompatibilities: ['EC2'] }
const { networkConfiguration: _, availabilityZoneRebalancing: __, ...attributes } = { ...service, launchType: 'EC2' }
const files = shopFiles({ 'ecs/task.json': pretty(onInstances), 'ecs/service.json': pretty(attributes) })
const scenario = {
  ...shop({ clusters: [{ name: 'shop', instances: [{ cpu: 1024, memory: 1100 }] }] }),
  taskDefinitions: [registered('1', onInstances)],
  services: [{ ...attributes, serviceName: 'api', cluster: 'shop', taskDefinition: 'api:1' }],
}

story('the instances have no room for two more tasks', { files, scenario }, async ({ step }) => {
  const deploy = await step({ command: 'deploy', timeout: '5m' }, { TAG: '2' })
  expect(deploy).toMatchObject({
    exit: 1,
    outputs: { outcome: 'rolled-back', 'failure-category': 'resource/memory', retryable: 'true' },
  })
  expect(deploy.log).toContain('timeout waiting for service stable')
  expect(deploy.log).toContain('was unable to place a task')
})

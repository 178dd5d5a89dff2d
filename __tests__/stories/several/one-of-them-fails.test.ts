import { expect } from '@jest/globals'
import { pretty, registered, service, shop, shopFiles, taskDefinition } from '../shop.ts'
import { story } from '../stage.ts'

const worker = { ...taskDefinition, family: 'worker' }
const { 'ecspresso.yml': config = '', ...definitions } = shopFiles()
const files = {
  ...definitions,
  'services/api.yml': config.replaceAll('ecs/', '../ecs/'),
  'services/worker.yml': config
    .replaceAll('ecs/', '../ecs/')
    .replace('service: api', 'service: worker')
    .replace('task.json', 'worker.json'),
  'services/draft.yml': 'cluster: [not, ready\n',
  'ecs/worker.json': pretty(worker),
}
const scenario = shop({
  taskDefinitions: [registered('1'), registered('1', worker)],
  services: ['api', 'worker'].map((serviceName) => ({
    ...service,
    serviceName,
    cluster: 'shop',
    taskDefinition: `${serviceName}:1`,
  })),
  tasks: [{ match: { taskDefinition: 'worker:2' }, fate: { kind: 'exit', code: 1, after: 2 } }],
})

/** Who of two at work at once is first. */
const blur = /(?<=````text\n)(?:shop\/.*?(?=\n::group::)|Register.*?(?=\n````))/gs

story('two services, and one of them does not come up', { files, scenario, blur }, async ({ step }) => {
  const inputs = { command: 'deploy', config: 'services/*.yml\n!services/draft.yml' }
  const deploy = await step(inputs, { TAG: '2' })
  expect(deploy).toMatchObject({ exit: 1, outputs: { outcome: 'rolled-back', 'task-definition-arn': '' } })
  expect(JSON.parse(deploy.outputs['projects'] ?? '')).toMatchObject([
    { config: 'services/api.yml', cluster: 'shop', service: 'api', outcome: 'succeeded', changed: true },
    { config: 'services/worker.yml', cluster: 'shop', service: 'worker', outcome: 'rolled-back', changed: true },
  ])
  expect([...deploy.writes].sort()).toEqual([
    'RegisterTaskDefinition',
    'RegisterTaskDefinition',
    'UpdateService',
    'UpdateService',
  ])
  expect(deploy.log.match(/^::error/gm)).toHaveLength(1)
})

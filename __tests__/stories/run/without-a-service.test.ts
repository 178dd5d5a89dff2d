import { expect } from '@jest/globals'
import { pretty, registered, service, shop } from '../shop.ts'
import { story } from '../stage.ts'
import { migration } from './migrations.ts'

const config = 'region: ap-northeast-1\ncluster: shop\ntask_definition: ecs/migration.json\n'
const files = {
  'ecspresso.yml': config,
  'with-network.yml': `${config}service_definition: ecs/service.json\n`,
  'ecs/migration.json': pretty(migration()),
  'ecs/service.json': pretty(service),
}
const scenario = shop({ services: [], taskDefinitions: [registered('1', migration())] })

story('a project without a service', { files, scenario }, async ({ step }) => {
  const lost = await step({ command: 'run' }, { TAG: '2' })
  expect(lost).toMatchObject({ exit: 1, outputs: { outcome: 'failed', 'failure-category': 'config/network' } })
  expect(lost.log).toMatch(/left behind: migration:2/)

  const found = await step({ command: 'run --latest-task-definition', config: 'with-network.yml' }, { TAG: '2' })
  expect(found).toMatchObject({ exit: 0, outputs: { outcome: 'succeeded', 'exit-code': '0' }, writes: ['RunTask'] })
})

import { expect } from '@jest/globals'
import { story } from '../stage.ts'
import { migration, migrationFiles, migrationShop } from './migrations.ts'

const [migrate] = migration().containerDefinitions
const logConfiguration = { logDriver: 'fluentd', options: { 'fluentd-address': 'localhost:24224' } }
const definition = {
  ...migration(),
  networkMode: 'bridge',
  requiresCompatibilities: ['EC2'],
  containerDefinitions: [{ ...migrate, logConfiguration }],
}
const files = migrationFiles(definition, {
  'ecs/service.json': '{"launchType": "EC2"}',
})
const scenario = migrationShop(
  { fate: { kind: 'exit', code: 0, after: 3 } },
  { clusters: [{ name: 'shop', instances: [{ cpu: 2048, memory: 4096 }] }] },
)

story('a log that is not in CloudWatch cannot be shown', { files, scenario }, async ({ step }) => {
  const run = await step({ command: 'run --task-def ecs/migration.json' }, { TAG: '2' })
  expect(run).toMatchObject({ exit: 0, outputs: { outcome: 'succeeded', 'exit-code': '0' } })
  expect(run.log.match(/container migrate logs with fluentd/g)).toHaveLength(1)
})

import { expect } from '@jest/globals'
import { story } from '../stage.ts'
import { container, migration, migrationFiles, migrationShop } from './migrations.ts'

const definition = migration(container('proxy'))
const scenario = migrationShop({
  fate: { kind: 'healthy' },
  stop: { after: 1, code: 0 },
  others: [{ container: 'proxy', exit: { code: 1, after: 3 } }],
})

story(
  'an essential container that is not watched fails',
  { files: migrationFiles(definition), scenario },
  async ({ step }) => {
    const run = await step({ command: 'run --task-def ecs/migration.json' }, { TAG: '2' })
    expect(run).toMatchObject({ exit: 1, outputs: { outcome: 'failed', 'exit-code': '0' } })
    expect(run.log).toMatch(/^container: proxy, exit code: 1 \(migration:1\)/m)
  },
)

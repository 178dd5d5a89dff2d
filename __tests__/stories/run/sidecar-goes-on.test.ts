import { expect } from '@jest/globals'
import { story } from '../stage.ts'
import { container, migration, migrationFiles, migrationShop } from './migrations.ts'

const definition = migration(container('proxy', { stopTimeout: 10 }), container('agent', { essential: false }))
const scenario = migrationShop({
  fate: { kind: 'exit', code: 0, after: 3 },
  logs: [{ message: 'done', after: 2 }],
  others: [
    { container: 'proxy', stop: { after: 3600 } },
    { container: 'agent', exit: { code: 1, after: 1 } },
  ],
})

story(
  'sidecars that are stopped or fail decide nothing',
  { files: migrationFiles(definition), scenario },
  async ({ step }) => {
    const run = await step({ command: 'run --task-def ecs/migration.json' }, { TAG: '2' })
    expect(run).toMatchObject({ exit: 0, outputs: { outcome: 'succeeded', 'exit-code': '0' } })
    expect(run.log).toMatch(/proxy +STOPPED +137/)
  },
)

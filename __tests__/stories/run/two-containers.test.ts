import { expect } from '@jest/globals'
import { story } from '../stage.ts'
import { container, migration, migrationFiles, migrationShop } from './migrations.ts'

const definition = migration(container('report', { essential: false }))
const scenario = migrationShop({
  fate: { kind: 'exit', code: 0, after: 8 },
  logs: [{ message: 'step', after: 1, every: 3 }],
  others: [
    { container: 'report', exit: { code: 4, after: 6 }, logs: [{ message: 'no report: the disk is full', after: 5 }] },
  ],
})

story('two containers are watched', { files: migrationFiles(definition), scenario }, async ({ step }) => {
  const command = 'run --task-def ecs/migration.json --watch-container migrate --watch-container report'
  const run = await step({ command }, { TAG: '2' })
  expect(run).toMatchObject({ exit: 1, outputs: { outcome: 'failed', 'exit-code': '4' } })
  expect(run.log).toMatch(/^report \| no report: the disk is full$/m)
  expect(run.log).toMatch(/^migrate \| step$/m)

  const wrong = await step({ command: 'run --task-def ecs/migration.json --watch-container migrat' }, { TAG: '2' })
  expect(wrong).toMatchObject({ exit: 1, outputs: { 'failure-category': 'config/client' }, writes: [] })
  expect(wrong.log).toContain('did you mean migrate?')
})

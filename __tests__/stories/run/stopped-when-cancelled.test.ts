import { expect } from '@jest/globals'
import { story } from '../stage.ts'
import { migrationFiles, migrationShop } from './migrations.ts'

const scenario = migrationShop({
  fate: { kind: 'healthy' },
  logs: [{ message: 'copying rows', after: 1 }],
  stop: { after: 2, code: 143, logs: [{ message: 'interrupted, rolled back', after: 1 }] },
})

story('a cancelled workflow stops its tasks', { files: migrationFiles(), scenario }, async ({ step }) => {
  const inputs = { command: 'run --task-def ecs/migration.json --count 2' }
  const run = await step(inputs, { TAG: '2' }, { cancelAfter: 40 })
  expect(run).toMatchObject({ exit: 1, outputs: { outcome: 'cancelled' } })
  expect(run.writes).toEqual(['RegisterTaskDefinition', 'RunTask', 'StopTask', 'StopTask'])
  expect(run.log).toContain('interrupted, rolled back')
})

import { expect } from '@jest/globals'
import { story } from '../stage.ts'
import { migrationFiles, shopOfFates } from './migrations.ts'

const scenario = shopOfFates([
  {
    match: { taskDefinition: 'migration', attempt: 2 },
    fate: { kind: 'exit', code: 1, after: 9 },
    logs: [{ message: 'cannot take the lock', after: 2 }],
  },
  {
    match: { taskDefinition: 'migration' },
    fate: { kind: 'exit', code: 0, after: 6 },
    logs: [{ message: 'has the lock', after: 2 }],
  },
])

story('one of two tasks fails', { files: migrationFiles(), scenario }, async ({ step }) => {
  const run = await step({ command: 'run --task-def ecs/migration.json --count 2' }, { TAG: '2' })
  expect(run).toMatchObject({ exit: 1, outputs: { outcome: 'failed', 'exit-code': '1' } })
  expect(run.log).toMatch(/1 of 2 tasks of migration:1 failed/)
  expect(run.writes).toEqual(['RegisterTaskDefinition', 'RunTask'])
})

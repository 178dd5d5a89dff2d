import { expect } from '@jest/globals'
import { story } from '../stage.ts'
import { migrationFiles, migrationShop } from './migrations.ts'

const scenario = migrationShop(
  { fate: { kind: 'healthy' }, logs: [{ message: 'copying rows', after: 1 }] },
  { faults: [{ operation: '*', kind: 'expired', after: 40 }] },
)

story('the credentials expire while a task runs', { files: migrationFiles(), scenario }, async ({ step }) => {
  const run = await step({ command: 'run --task-def ecs/migration.json' }, { TAG: '2' })
  expect(run).toMatchObject({
    exit: 1,
    outputs: { outcome: 'timed-out', 'failure-category': 'credentials/expired', retryable: 'true' },
  })
  expect(run.writes).toEqual(['RegisterTaskDefinition', 'RunTask'])
})

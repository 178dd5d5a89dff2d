import { expect } from '@jest/globals'
import { story } from '../stage.ts'
import { migrationFiles, migrationShop } from './migrations.ts'

const scenario = migrationShop(
  { fate: { kind: 'exit', code: 1, after: 4 }, logs: [{ message: 'FATAL: nobody may read this', after: 1 }] },
  { faults: [{ operation: 'logs:GetLogEvents', kind: 'refused' }] },
)

story('the log may not be read, the exit code counts', { files: migrationFiles(), scenario }, async ({ step }) => {
  const run = await step({ command: 'run --task-def ecs/migration.json' }, { TAG: '2' })
  expect(run).toMatchObject({
    exit: 1,
    outputs: { outcome: 'failed', 'exit-code': '1', 'failure-category': 'container/exit-code' },
  })
  expect(run.log.match(/logs:GetLogEvents/g)?.length).toBeGreaterThan(0)
})

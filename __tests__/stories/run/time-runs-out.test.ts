import { expect } from '@jest/globals'
import { story } from '../stage.ts'
import { migrationFiles, migrationShop } from './migrations.ts'

const scenario = migrationShop({
  fate: { kind: 'healthy' },
  logs: [{ message: 'copying rows', after: 1, every: 20 }],
  stop: { after: 8, code: 143, logs: [{ message: 'interrupted, rolled back', after: 6 }] },
})

story('time runs out, and the task is stopped', { files: migrationFiles(), scenario }, async ({ step }) => {
  const run = await step({ command: 'run --task-def ecs/migration.json --timeout 90s' }, { TAG: '2' })
  expect(run).toMatchObject({
    exit: 1,
    outputs: { outcome: 'timed-out', 'exit-code': '143', 'failure-category': 'timeout/task', retryable: 'true' },
  })
  expect(run.log).toContain('interrupted, rolled back')
  expect(run.writes).toEqual(['RegisterTaskDefinition', 'RunTask', 'StopTask'])
})

import { expect } from '@jest/globals'
import { story } from '../stage.ts'
import { migrationFiles, migrationShop } from './migrations.ts'

const scenario = migrationShop({
  fate: { kind: 'exit', code: 3, after: 4 },
  logs: [
    { message: 'migrating to 20260115', after: 1 },
    { message: 'FATAL: relation "orders" does not exist', after: 4 },
  ],
})

story('a migration fails, and the service is not deployed', { files: migrationFiles(), scenario }, async ({ step }) => {
  const command = 'run --task-def ecs/migration.json\ndeploy'
  const run = await step({ command }, { TAG: '2' })
  expect(run).toMatchObject({
    exit: 1,
    outputs: { outcome: 'failed', 'exit-code': '3', 'failure-category': 'container/app-error', retryable: 'false' },
  })
  expect(run.outputs['failed-task-definition-arn']).toMatch(/migration:1$/)
  expect(run.writes).toEqual(['RegisterTaskDefinition', 'RunTask'])
  expect(run.log).toMatch(/left behind: migration:1 stays registered/)
  expect(run.summary).toContain('relation "orders" does not exist')
})

import { expect } from '@jest/globals'
import { story } from '../stage.ts'
import { migrationFiles, migrationShop } from './migrations.ts'

const scenario = migrationShop({
  fate: { kind: 'exit', code: 0, after: 14 },
  logs: [
    { message: 'migrating to 20260115', after: 1 },
    { message: '::warning::not a workflow command', after: 2 },
    { message: 'password of the database is pa55-Kxq9Zw', after: 9 },
    { message: 'done, 3 tables changed', after: 14 },
  ],
})
const overrides = {
  containerOverrides: [{ name: 'migrate', environment: [{ name: 'DB_PASSWORD', value: 'pa55-Kxq9Zw' }] }],
}

story('a migration runs, and its log is shown', { files: migrationFiles(), scenario }, async ({ step }) => {
  const command = `run --task-def ecs/migration.json --overrides='${JSON.stringify(overrides)}'`
  const run = await step({ command }, { TAG: '2' })
  expect(run).toMatchObject({ exit: 0, outputs: { outcome: 'succeeded', 'exit-code': '0' } })
  expect(run.outputs['task-arn']).toMatch(/:task\/shop\//)
  expect(run.writes).toEqual(['RegisterTaskDefinition', 'RunTask'])
  for (const line of ['migrating to 20260115', 'done, 3 tables changed']) expect(run.log.split(line)).toHaveLength(2)
  expect(run.log).not.toMatch(/^::warning/m)
  expect(run.log + run.summary).not.toContain('pa55-Kxq9Zw')
})

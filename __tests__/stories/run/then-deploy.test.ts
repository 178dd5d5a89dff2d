import { expect } from '@jest/globals'
import { story } from '../stage.ts'
import { migrationFiles, migrationShop } from './migrations.ts'

const scenario = migrationShop({ fate: { kind: 'exit', code: 0, after: 4 }, logs: [{ message: 'done', after: 3 }] })

story('the migration first, then the service', { files: migrationFiles(), scenario }, async ({ step }) => {
  const command = 'run --task-def ecs/migration.json\ndeploy'
  const both = await step({ command }, { TAG: '2' })
  expect(both).toMatchObject({ exit: 0, outputs: { outcome: 'succeeded', 'exit-code': '0' } })
  expect(both.outputs['task-definition-arn']).toMatch(/api:2$/)
  expect(both.writes).toEqual(['RegisterTaskDefinition', 'RunTask', 'RegisterTaskDefinition', 'UpdateService'])
})

import { expect } from '@jest/globals'
import { story } from '../stage.ts'
import { migrationFiles, migrationShop } from './migrations.ts'

const scenario = migrationShop({ fate: { kind: 'healthy' }, logs: [{ message: 'worker is ready', after: 1 }] })

story('a task is waited for until it runs', { files: migrationFiles(), scenario }, async ({ step, simulator }) => {
  const run = await step({ command: 'run --task-def ecs/migration.json --wait-until running' }, { TAG: '2' })
  expect(run).toMatchObject({ exit: 0, outputs: { outcome: 'succeeded' } })
  expect(run.outputs['exit-code']).toBe('')
  expect(run.writes).toEqual(['RegisterTaskDefinition', 'RunTask'])
  const { tasks } = simulator.ask('ecs', 'DescribeTasks', { cluster: 'shop', tasks: [run.outputs['task-arn'] ?? ''] })
  expect(tasks).toMatchObject([{ lastStatus: 'RUNNING' }])
})

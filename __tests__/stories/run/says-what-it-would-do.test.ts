import { expect } from '@jest/globals'
import { story } from '../stage.ts'
import { migrationFiles, migrationShop } from './migrations.ts'

const scenario = migrationShop({})

story('a dry run starts nothing', { files: migrationFiles(), scenario }, async ({ step }) => {
  const command = 'run --task-def ecs/migration.json --dry-run --count 2 --tags a=1,b= --propagate-tags TASK_DEFINITION'
  const run = await step({ command }, { TAG: '2' })
  expect(run).toMatchObject({ exit: 0, outputs: { outcome: 'dry-run' }, calls: [] })
})

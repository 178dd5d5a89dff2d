import { expect } from '@jest/globals'
import { story } from '../stage.ts'
import { migrationFiles, migrationShop } from './migrations.ts'

const reference = '123456789012.dkr.ecr.ap-northeast-1.amazonaws.com/api:9'
const reason = `CannotPullContainerError: pull image manifest has been retried 1 time(s): failed to resolve ref ${reference}: ${reference}: not found`
const scenario = migrationShop({ fate: { kind: 'cannot-start', reason } })

story('the image of the task is missing', { files: migrationFiles(), scenario }, async ({ step }) => {
  const run = await step({ command: 'run --task-def ecs/migration.json' }, { TAG: '9' })
  expect(run).toMatchObject({ exit: 1, outputs: { outcome: 'failed', 'failure-category': 'image/not-found' } })
  expect(run.outputs['exit-code']).toBe('')
  expect(run.log).toMatch(/^::error .*file=ecs\/migration\.json,line=\d+/m)
  expect(run.log).toMatch(/^task failed to start: CannotPullContainerError/m)
})

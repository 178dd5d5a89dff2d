import { expect } from '@jest/globals'
import { story } from '../stage.ts'
import { migrationFiles, migrationShop } from './migrations.ts'

const jsonnet = `local env = std.native('must_env');
{
  ContainerOverrides: [{ Name: 'migrate', Command: ['bin/migrate', env('DIRECTION')], memmory: 512 }],
}
`
const files = migrationFiles(undefined, { 'ecs/overrides.jsonnet': jsonnet })
const scenario = migrationShop({ fate: { kind: 'exit', code: 0, after: 4 } })

story('overrides come from a file, or from the line', { files, scenario }, async ({ step }) => {
  const command = 'run --task-def ecs/migration.json --overrides-file ecs/overrides.jsonnet'
  const run = await step({ command }, { TAG: '2', DIRECTION: 'down' })
  expect(run).toMatchObject({ exit: 0, outputs: { outcome: 'succeeded' } })
  expect(run.calls.join()).toContain(
    '{"containerOverrides":[{"command":["bin/migrate","down"],"name":"migrate","memmory":512}]}',
  )
  expect(run.log).toMatch(/memmory.*did you mean "memory"/)

  const eaten = await step({ command: 'run --overrides={"containerOverrides":[]}' }, { TAG: '2' })
  expect(eaten).toMatchObject({ exit: 1, outputs: { 'failure-category': 'config/client' }, calls: [] })
  expect(eaten.log).toContain("--overrides='{")
})

import { expect } from '@jest/globals'
import { pretty } from '../shop.ts'
import { story } from '../stage.ts'
import { migration, migrationFiles, migrationShop } from './migrations.ts'

const definition = { ...migration(), memory: '1024', requiresCompatibilities: ['EC2'] }
const service = { launchType: 'EC2', networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-1'] } } }
const files = migrationFiles(definition, { 'ecs/service.json': pretty(service) })
const scenario = migrationShop({}, { clusters: [{ name: 'shop', instances: [{ cpu: 1024, memory: 1536 }] }] })

story('there is no room for one of two tasks', { files, scenario }, async ({ step }) => {
  const run = await step({ command: 'run --task-def ecs/migration.json --count 2' }, { TAG: '2' })
  expect(run).toMatchObject({
    exit: 1,
    outputs: { outcome: 'failed', 'failure-category': 'resource/memory', retryable: 'true' },
  })
  expect(run.log).toMatch(
    /failed to run task: RESOURCE:MEMORY; 1 of 2 tasks started: task|failed to run task: RESOURCE:MEMORY; 1 of 2 tasks started: [0-9a-f]{32}/,
  )
  expect(run.log).toMatch(/left behind: task \w+ goes on; to stop it/)
})

import { expect } from '@jest/globals'
import { pretty, registered, shop, shopFiles, taskDefinition } from '../shop.ts'
import { story } from '../stage.ts'

const [app] = taskDefinition.containerDefinitions
const environment = [{ name: 'DB_PASSWORD', value: 'pa55-Kxq9Zw' }]
const definition = { ...taskDefinition, containerDefinitions: [{ ...app, environment }] }
const logs = [
  { message: 'connecting as app:pa55-Kxq9Zw', after: 1 },
  { message: '::error::line one\nline two', after: 99 },
]
const fate = { kind: 'exit', code: 3, after: 100 }
const tasks = [{ match: { taskDefinition: 'api:1' }, fate, logs }]
const scenario = shop({ taskDefinitions: [registered('1', definition)], services: [], tasks })
// Nothing of the file is known as a secret: what the revision holds is hidden all the same.
const config = 'region: ap-northeast-1\ncluster: shop\ntask_definition: ecs/task.json\n'
const files = shopFiles({ 'ecspresso.yml': config, 'ecs/task.json': pretty(taskDefinition) })
const tag = { TAG: '1' }

story('the life and the log of a task that ended', { files, scenario }, async ({ step, simulator }) => {
  simulator.ask('ecs', 'RunTask', {
    cluster: 'shop',
    taskDefinition: 'api:1',
    launchType: 'FARGATE',
    networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-1'] } },
  })
  simulator.advanceTo(simulator.clock.now() + 300_000)

  const listed = await step({ command: 'tasks list --output json' }, tag)
  expect(JSON.parse(listed.documents[0] ?? '')).toMatchObject({ group: 'family:api', lastStatus: 'STOPPED' })
  const id = /:task\/shop\/(\w+)/.exec(listed.documents[0] ?? '')?.[1] ?? ''

  const traced = await step({ command: `tasks trace --id ${id.slice(0, 8)}` }, tag)
  expect(traced).toMatchObject({ exit: 0, outputs: { outcome: 'succeeded' }, calls: [] })
  const life =
    /task +created\n[\s\S]* log app +connecting as app:\*\*\*\n[\s\S]* container app +exit code 3\n[\s\S]*stopped: Essential/
  expect(traced.documents[0]).toMatch(life)

  const last = await step({ command: 'tasks logs' }, tag)
  expect(last.documents[0]).toMatch(/^\S+ {2}app {2}::error::line one line two\n$/)
  const all = await step({ command: 'tasks logs --duration 1h --container app' }, tag)
  expect(all.documents[0]).toMatch(/connecting as app:\*\*\*\n/)
  const later = await step({ command: 'tasks logs --start-time 2030-01-01T00:00:00Z' }, tag)
  expect(later.outputs['outcome']).toBe('succeeded')
  expect(later.log).toContain('0 log lines')

  const untimed = await step({ command: 'tasks logs --start-time yesterday' }, tag)
  expect(untimed.log).toContain('"yesterday" is not a time')
  const followed = await step({ command: 'tasks logs --follow' }, tag)
  expect(followed).toMatchObject({ exit: 1, outputs: { 'failure-category': 'config/client' }, calls: [] })
})

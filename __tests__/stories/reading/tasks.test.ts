import { expect } from '@jest/globals'
import { shop, shopFiles } from '../shop.ts'
import { story } from '../stage.ts'

const logs = [{ message: 'api 2.0.0 starting' }, { message: '::error::not a command of ours' }]
const scenario = shop({ tasks: [{ match: { image: '*/api:2' }, logs }] })

story('tasks are listed, shown and stopped', { files: shopFiles(), scenario }, async ({ step, simulator }) => {
  const environment = { TAG: '1' }
  for (const output of ['table', 'tsv']) {
    const list = await step({ command: `tasks --output ${output}` }, environment)
    expect(list).toMatchObject({ exit: 0, outputs: { outcome: 'succeeded' }, calls: [] })
    expect(list.log).toMatch(/api:1.*RUNNING.*service:api.*FARGATE/)
  }
  const several = await step({ command: 'tasks find' }, environment)
  expect(several).toMatchObject({ exit: 1, outputs: { 'failure-category': 'config/client' } })
  expect(several.log).toContain('2 tasks are possible')

  const { taskArns } = simulator.ask('ecs', 'ListTasks', { cluster: 'shop', serviceName: 'api' })
  const id = String(Array.isArray(taskArns) ? taskArns[0] : '')
    .split('/')
    .at(-1)
  const found = await step({ command: `tasks --find --id ${id}` }, environment)
  expect(found.documents).toEqual([expect.stringContaining('"lastStatus": "RUNNING"')])

  const none = await step({ command: `tasks logs --id ${id} --container web` }, environment)
  expect(none.log).toContain('its containers are app')

  const unsaid = await step({ command: `tasks stop --id ${id}` }, environment)
  expect(unsaid).toMatchObject({ exit: 1, calls: [] })
  expect(unsaid.log).toContain('--force')
  const dry = await step({ command: `tasks stop --id ${id} --dry-run` }, environment)
  expect(dry).toMatchObject({ exit: 0, outputs: { outcome: 'dry-run' }, calls: [] })
  const stopped = await step({ command: `tasks stop --id ${id} --force` }, environment)
  expect(stopped).toMatchObject({ exit: 0, outputs: { outcome: 'succeeded' }, writes: ['StopTask'] })

  await step({ command: 'deploy' }, { TAG: '2' })
  const now = simulator.ask('ecs', 'ListTasks', { cluster: 'shop', serviceName: 'api' })['taskArns']
  const newest = String(Array.isArray(now) ? now[0] : '')
  const log = await step({ command: `tasks logs --id ${newest.split('/').at(-1)} --duration 1h` }, { TAG: '2' })
  expect(log).toMatchObject({ exit: 0, outputs: { outcome: 'succeeded' }, calls: [] })
  expect(log.log).toContain(' api 2.0.0 starting')
  expect(log.log).not.toMatch(/^::error::not/m)
})

import { expect } from '@jest/globals'
import { story } from '../stage.ts'
import { byHandAccount, password } from './running.ts'

const scene = { files: { 'README.md': 'shop\n' }, scenario: byHandAccount }

story('init writes the files of a service that runs, and nothing differs', scene, async ({ step, read, simulator }) => {
  const init = await step({ command: 'init --cluster shop --service api' })
  expect(init).toMatchObject({ exit: 0, outputs: { outcome: 'succeeded' }, writes: [] })
  expect(read('ecspresso.yml')).toBe(
    [
      'region: ap-northeast-1',
      'cluster: shop',
      'service: api',
      'service_definition: ecs-service-def.json',
      'task_definition: ecs-task-def.json',
      'timeout: 10m0s',
      '',
    ].join('\n'),
  )
  const service = JSON.parse(read('ecs-service-def.json'))
  expect(service).toMatchObject({ desiredCount: 2, enableECSManagedTags: true, propagateTags: 'NONE' })
  for (const key of ['serviceArn', 'serviceName', 'clusterArn', 'createdAt', 'deployments', 'events', 'runningCount']) {
    expect(service).not.toHaveProperty(key)
  }
  const task = read('ecs-task-def.json')
  expect(JSON.parse(task)).toMatchObject({
    enableFaultInjection: true,
    ipcMode: '',
    pidMode: 'task',
    tags: [{ key: 'team', value: 'shop' }],
    containerDefinitions: [{ name: 'app', cpu: 0, dockerLabels: { 'Com.Example.Owner': 'shop' } }, { name: 'proxy' }],
  })
  expect(task).toContain('{{ `{{` }}.Name}}\\" \\u003c /dev/null \\u0026\\u0026 true')
  expect(task).toContain(password)
  expect([init.log, init.summary, ...init.documents].filter((text) => text.includes(password))).toEqual([])

  const diff = await step({ command: 'diff' })
  expect(diff.outputs).toMatchObject({ outcome: 'succeeded', changed: 'false' })

  const again = await step({ command: 'init --cluster shop --service api' })
  expect(again).toMatchObject({ exit: 0, outputs: { outcome: 'succeeded' } })
  expect(read('ecs-task-def.json')).toBe(task)
  expect(simulator.state().calls.filter(({ error }) => error !== undefined)).toEqual([])
})

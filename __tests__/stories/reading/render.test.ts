import { expect } from '@jest/globals'
import { shop, shopFiles } from '../shop.ts'
import { story } from '../stage.ts'

story('render prints what the files say', { files: shopFiles(), scenario: shop() }, async ({ step, simulator }) => {
  for (const [target, decisive] of [
    ['taskdef', 'api:7"'],
    ['servicedef', '"serviceName": "api"'],
    ['config', 'task_definition: ecs/task.json'],
    ['config taskdef --timeout=3m', 'timeout: 3m0s\n{'],
    ['config task-definition --jsonnet', "timeout: '10m0s',\n}\n{"],
  ]) {
    const render = await step({ command: `render ${target}` }, { TAG: '7' })
    expect(render).toMatchObject({ exit: 0, outputs: { outcome: 'succeeded' } })
    expect(render.documents).toEqual([expect.stringContaining(decisive ?? '')])
  }
  const nothing = await step({ command: 'render' })
  expect(nothing).toMatchObject({ exit: 1, outputs: { 'failure-category': 'config/client' } })
  expect(simulator.state().calls).toEqual([])
})

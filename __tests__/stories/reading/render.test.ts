import { expect } from '@jest/globals'
import { shop, shopFiles } from '../shop.ts'
import { story } from '../stage.ts'

story('render prints what the files say', { files: shopFiles(), scenario: shop() }, async ({ step, simulator }) => {
  for (const [target, decisive] of [
    ['taskdef', 'api:7"'],
    ['servicedef', '"serviceName": "api"'],
    ['config', 'ecs/task.json'],
  ]) {
    const render = await step({ command: `render ${target}` }, { TAG: '7' })
    expect(render).toMatchObject({ exit: 0, outputs: { outcome: 'succeeded' } })
    expect(render.documents).toEqual([expect.stringContaining(decisive ?? '')])
  }
  expect(simulator.state().calls).toEqual([])
})

import { expect } from '@jest/globals'
import { pretty, shop, shopFiles, taskDefinition } from '../shop.ts'
import { story } from '../stage.ts'

const files = shopFiles({ 'ecs/task.json': pretty({ ...taskDefinition, memory: '300' }) })
const nobody = { AWS_ACCESS_KEY_ID: undefined, AWS_SECRET_ACCESS_KEY: undefined, TAG: '2' }

story('verify --offline needs no AWS', { files, scenario: shop() }, async ({ step, simulator, write }) => {
  const wrong = await step({ command: 'verify --offline' }, nobody)
  expect(wrong).toMatchObject({ exit: 1, outputs: { outcome: 'failed' } })
  expect(wrong.log).toMatch(/^::error .*file=ecs\/task\.json,line=4\b/m)
  write('ecs/task.json', pretty(taskDefinition))
  expect(await step({ command: 'verify --offline' }, nobody)).toMatchObject({
    exit: 0,
    outputs: { outcome: 'succeeded' },
  })
  expect(simulator.state().calls).toEqual([])
})

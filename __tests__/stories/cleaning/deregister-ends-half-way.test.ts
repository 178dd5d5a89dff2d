import { expect } from '@jest/globals'
import { registered, shop, shopFiles } from '../shop.ts'
import { story } from '../stage.ts'

const scenario = shop({
  taskDefinitions: ['1', '2', '3', '4', '5'].map((tag) => registered(tag)),
  faults: [{ operation: 'ecs:DeregisterTaskDefinition', kind: 'refused', from: 3, times: 1 }],
})

story('deregister ends half-way and says what is left', { files: shopFiles(), scenario }, async ({ step }) => {
  const half = await step({ command: 'deregister --keeps 1 --force' }, { TAG: 'unused' })
  expect(half).toMatchObject({ exit: 1, outputs: { outcome: 'failed' } })
  expect(half.log).toContain('deregistered api:2, api:3; not deregistered: api:4')
})

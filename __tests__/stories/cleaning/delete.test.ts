import { expect } from '@jest/globals'
import { shop, shopFiles } from '../shop.ts'
import { story } from '../stage.ts'

const tag = { TAG: 'unused' }

story('delete takes the service and names what stays', { files: shopFiles(), scenario: shop() }, async ({ step }) => {
  const dry = await step({ command: 'delete --dry-run' }, tag)
  expect(dry).toMatchObject({ exit: 0, outputs: { outcome: 'dry-run' }, calls: [] })
  expect(dry.log).toContain('AWS would refuse')

  const unasked = await step({ command: 'delete' }, tag)
  expect(unasked).toMatchObject({ exit: 1, calls: [] })
  expect(unasked.log).toContain('add --force')

  const busy = await step({ command: 'delete --force' }, tag)
  expect(busy).toMatchObject({ exit: 1, outputs: { 'failure-category': 'conflict/resource-in-use' }, writes: [] })
  expect(busy.log).toMatch(/scaled above 0[\s\S]*--terminate/)

  const done = await step({ command: 'delete --force --terminate' }, tag)
  expect(done).toMatchObject({ exit: 0, outputs: { outcome: 'succeeded' }, writes: ['DeleteService'] })
  expect(done.log).toMatch(/left behind: .*task definitions of api[\s\S]*left behind: .*\/ecs\/api/)

  const draining = await step({ command: 'status' }, tag)
  expect(draining).toMatchObject({ exit: 0, calls: [] })
  expect(draining.log).toContain('Status: DRAINING')
  const again = await step({ command: 'delete --force' }, tag)
  expect(again).toMatchObject({ exit: 0, outputs: { outcome: 'unchanged' }, calls: [] })
})

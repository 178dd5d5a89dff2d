import { expect } from '@jest/globals'
import { shop, shopFiles } from '../shop.ts'
import { story } from '../stage.ts'

story('scale up, twice, and down to nothing', { files: shopFiles(), scenario: shop() }, async ({ step, services }) => {
  const dry = await step({ command: 'scale --tasks 4 --dry-run' })
  expect(dry).toMatchObject({ exit: 0, outputs: { outcome: 'dry-run' }, calls: [] })
  expect(dry.log).toMatch(/would call UpdateService[\s\S]*"desiredCount": 4/)
  const up = await step({ command: 'scale --tasks 4', unchanged: 'skip' })
  expect(up).toMatchObject({ exit: 0, outputs: { outcome: 'succeeded' }, writes: ['UpdateService'] })
  expect(services()).toMatchObject([{ desiredCount: 4, runningCount: 4 }])
  const again = await step({ command: 'scale --tasks 4' })
  expect(again).toMatchObject({ exit: 0, outputs: { outcome: 'unchanged' } })
  const down = await step({ command: 'scale --tasks 0' })
  expect(down).toMatchObject({ exit: 0, outputs: { outcome: 'succeeded' } })
  expect(down.log).toContain('the desired count is 0, so nothing runs')
  expect(services()).toMatchObject([{ desiredCount: 0, runningCount: 0 }])
})

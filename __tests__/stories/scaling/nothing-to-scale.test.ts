import { expect } from '@jest/globals'
import { shop, shopFiles } from '../shop.ts'
import { story } from '../stage.ts'

story('a service without auto scaling keeps none', { files: shopFiles(), scenario: shop() }, async ({ step }) => {
  const scale = await step({ command: 'scale --tasks 3 --auto-scaling-min 2' })
  expect(scale).toMatchObject({ exit: 0, outputs: { outcome: 'succeeded' }, writes: ['UpdateService'] })
  expect(scale.log).toContain('warning: service/shop/api has no auto scaling')
})

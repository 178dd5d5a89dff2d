import { expect } from '@jest/globals'
import { shop, shopFiles } from '../shop.ts'
import { story } from '../stage.ts'

story('verify is content', { files: shopFiles(), scenario: shop() }, async ({ step }) => {
  const verify = await step({ command: 'verify' }, { TAG: '2' })
  expect(verify).toMatchObject({ exit: 0, outputs: { outcome: 'succeeded' }, calls: [] })
  expect(verify.log).toContain('Verify OK!')
})

import { expect } from '@jest/globals'
import { shop, shopFiles } from '../shop.ts'
import { story } from '../stage.ts'

story('a service of no tasks is deployed, and says so', { files: shopFiles(), scenario: shop() }, async ({ step }) => {
  const deploy = await step({ command: 'deploy --tasks 0' }, { TAG: '2' })
  expect(deploy).toMatchObject({ exit: 0, outputs: { outcome: 'succeeded' } })
  expect(deploy.log).toMatch(/desired count( is)? 0|0 tasks|no tasks|scaled to zero/i)
})

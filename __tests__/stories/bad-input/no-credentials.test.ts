import { expect } from '@jest/globals'
import { shop, shopFiles } from '../shop.ts'
import { story } from '../stage.ts'

story('nobody has logged in to AWS', { files: shopFiles(), scenario: shop() }, async ({ step }) => {
  const nobody = { AWS_ACCESS_KEY_ID: undefined, AWS_SECRET_ACCESS_KEY: undefined, TAG: '2' }
  const deploy = await step({ command: 'deploy' }, nobody)
  expect(deploy).toMatchObject({
    exit: 1,
    outputs: { outcome: 'failed', 'failure-category': 'credentials/missing' },
    calls: [],
  })
  expect(deploy.log).toContain('logs in to AWS')
})

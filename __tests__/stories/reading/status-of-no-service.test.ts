import { expect } from '@jest/globals'
import { emptyAccount, shopFiles } from '../shop.ts'
import { story } from '../stage.ts'

story('status of a service that does not exist', { files: shopFiles(), scenario: emptyAccount }, async ({ step }) => {
  const status = await step({ command: 'status' }, { TAG: 'unused' })
  expect(status).toMatchObject({
    exit: 1,
    outputs: { outcome: 'failed', 'failure-category': 'config/reference' },
    calls: [],
  })
  expect(status.log).toContain('service api is not found')
})

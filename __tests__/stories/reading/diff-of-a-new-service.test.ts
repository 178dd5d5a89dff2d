import { expect } from '@jest/globals'
import { emptyAccount, shopFiles } from '../shop.ts'
import { story } from '../stage.ts'

story('diff of a service that does not exist', { files: shopFiles(), scenario: emptyAccount }, async ({ step }) => {
  const diff = await step({ command: 'diff' }, { TAG: '1' })
  expect(diff).toMatchObject({ exit: 0, outputs: { outcome: 'succeeded', changed: 'true' }, calls: [] })
  expect(diff.log).toContain('effect: a new service will be created')
})

import { expect } from '@jest/globals'
import { emptyAccount, shopFiles } from '../shop.ts'
import { story } from '../stage.ts'

story('a dry run of a new service creates none', { files: shopFiles(), scenario: emptyAccount }, async ({ step }) => {
  const deploy = await step({ command: 'deploy --dry-run' }, { TAG: '1' })
  expect(deploy).toMatchObject({ exit: 0, outputs: { outcome: 'dry-run', changed: 'true' }, writes: [], calls: [] })
  for (const operation of ['RegisterTaskDefinition', 'CreateService']) expect(deploy.log).toContain(operation)
})

import { expect } from '@jest/globals'
import { emptyAccount, shopFiles } from '../shop.ts'
import { story } from '../stage.ts'

story('deploy creates a service', { files: shopFiles(), scenario: emptyAccount }, async ({ step }) => {
  const deploy = await step({ command: 'deploy' }, { TAG: '1' })
  expect(deploy).toMatchObject({ exit: 0, outputs: { outcome: 'succeeded', changed: 'true' } })
  expect(deploy.writes).toEqual(['RegisterTaskDefinition', 'CreateService'])
})

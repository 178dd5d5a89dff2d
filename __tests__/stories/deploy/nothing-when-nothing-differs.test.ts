import { expect } from '@jest/globals'
import { shop, shopFiles } from '../shop.ts'
import { story } from '../stage.ts'

story('what is unchanged is skipped when asked', { files: shopFiles(), scenario: shop() }, async ({ step }) => {
  const same = await step({ command: 'deploy', unchanged: 'skip' }, { TAG: '1' })
  expect(same).toMatchObject({ exit: 0, outputs: { outcome: 'unchanged', changed: 'false' }, writes: [] })
  const other = await step({ command: 'deploy', unchanged: 'skip' }, { TAG: '2' })
  expect(other).toMatchObject({ exit: 0, outputs: { outcome: 'succeeded', changed: 'true' } })
})

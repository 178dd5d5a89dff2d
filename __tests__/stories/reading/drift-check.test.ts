import { expect } from '@jest/globals'
import { shop, shopFiles } from '../shop.ts'
import { story } from '../stage.ts'

story('`fail-on-changes` fails when something differs', { files: shopFiles(), scenario: shop() }, async ({ step }) => {
  const same = await step({ command: 'diff', 'fail-on-changes': 'true' }, { TAG: '1' })
  expect(same).toMatchObject({ exit: 0, outputs: { outcome: 'succeeded', changed: 'false' } })
  const other = await step({ command: 'diff', 'fail-on-changes': 'true' }, { TAG: '2' })
  expect(other).toMatchObject({ exit: 1, outputs: { outcome: 'failed', changed: 'true' }, calls: [] })
  const strict = await step({ command: 'diff --strict' }, { TAG: '2' })
  expect(strict).toMatchObject({ exit: 1, outputs: { outcome: 'failed', changed: 'true' } })
})

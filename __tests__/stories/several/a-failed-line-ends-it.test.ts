import { expect } from '@jest/globals'
import { shop, shopFiles } from '../shop.ts'
import { story } from '../stage.ts'

story('what verify refuses is not deployed', { files: shopFiles(), scenario: shop() }, async ({ step }) => {
  const all = await step({ command: 'diff\nverify\ndeploy' }, { TAG: 'never-pushed' })
  expect(all).toMatchObject({ exit: 1, outputs: { outcome: 'failed', changed: 'true' }, calls: [] })
  expect(all.log).toContain('never-pushed')
  expect(all.log).not.toMatch(/::group::shop\/api: deploy/)
})

import { expect } from '@jest/globals'
import { shop, shopFiles } from '../shop.ts'
import { story } from '../stage.ts'

story('both stages that a deploy may wait for', { files: shopFiles(), scenario: shop() }, async ({ step }) => {
  for (const [stage, tag] of [
    ['deployed', '2'],
    ['stable', '3'],
  ]) {
    const deploy = await step({ command: `deploy --wait-until ${stage}` }, { TAG: tag })
    expect(deploy).toMatchObject({ exit: 0, outputs: { outcome: 'succeeded' } })
  }
})

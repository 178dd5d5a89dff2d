import { expect } from '@jest/globals'
import { shop, shopFiles } from '../shop.ts'
import { story } from '../stage.ts'

const tasks = [{ match: { image: '*/api:2' }, fate: { kind: 'exit', code: 1, after: 2 } }]

story(
  'wait sees a deployment fail that it did not start',
  { files: shopFiles(), scenario: shop({ tasks }) },
  async ({ step }) => {
    await step({ command: 'deploy --no-wait' }, { TAG: '2' })
    const wait = await step({ command: 'wait' }, { TAG: '2' })
    expect(wait).toMatchObject({
      exit: 1,
      outputs: { outcome: 'rolled-back', 'failure-category': 'container/exit-code' },
      calls: [],
    })
  },
)

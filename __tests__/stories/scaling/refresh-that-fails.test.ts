import { expect } from '@jest/globals'
import { shop, shopFiles } from '../shop.ts'
import { story } from '../stage.ts'

const tasks = [{ match: { image: '*/api:1' }, fate: { kind: 'exit', code: 1, after: 2 } }]

story(
  'a refresh whose tasks do not start leaves the old ones in place',
  { files: shopFiles(), scenario: shop({ tasks }) },
  async ({ step, services }) => {
    const refresh = await step({ command: 'refresh' })
    expect(refresh).toMatchObject({
      exit: 1,
      outputs: { outcome: 'rolled-back', 'failure-category': 'container/exit-code' },
    })
    expect(services()).toMatchObject([{ runningCount: 2 }])
  },
)

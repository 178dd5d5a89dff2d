import { expect } from '@jest/globals'
import { shop, shopFiles } from '../shop.ts'
import { story } from '../stage.ts'

const faults = [{ operation: 'ecs:*', kind: 'expired', after: 20 }]
const tasks = [{ match: { image: '*/api:2' }, fate: { kind: 'healthy', after: 300 } }]

story(
  'the credentials end before the deployment does: it goes on, and nobody says how it ends',
  { files: shopFiles(), scenario: shop({ faults, tasks }) },
  async ({ step }) => {
    const deploy = await step({ command: 'deploy' }, { TAG: '2' })
    expect(deploy).toMatchObject({
      exit: 1,
      outputs: { outcome: 'timed-out', 'failure-category': 'credentials/expired', retryable: 'true' },
    })
    expect(deploy.log).toMatch(/goes on, but the credentials expired at \d\d:\d\d:\d\d UTC/)
  },
)

import { expect } from '@jest/globals'
import { shop, shopFiles } from '../shop.ts'
import { story } from '../stage.ts'

const tasks = [{ match: { image: '*/api:2', attempt: 2 }, fate: { kind: 'stuck' } }]

story(
  '`rollback: always` goes back even on the way',
  { files: shopFiles(), scenario: shop({ tasks }) },
  async ({ step }) => {
    const deploy = await step({ command: 'deploy --timeout 3m', rollback: 'always' }, { TAG: '2' })
    expect(deploy).toMatchObject({
      exit: 1,
      outputs: { outcome: 'rolled-back', 'failure-category': 'timeout/stability' },
    })
    expect(deploy.writes).toEqual(['RegisterTaskDefinition', 'UpdateService', 'StopServiceDeployment'])
  },
)

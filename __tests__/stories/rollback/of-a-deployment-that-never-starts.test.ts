import { expect } from '@jest/globals'
import { shop, shopFiles } from '../shop.ts'
import { story } from '../stage.ts'

const tasks = [{ match: { image: '*/api:2' }, fate: { kind: 'stuck' } }]

story(
  'time runs out and no task has started: we go back',
  { files: shopFiles(), scenario: shop({ tasks }) },
  async ({ step }) => {
    const deploy = await step({ command: 'deploy', timeout: '3m' }, { TAG: '2' })
    expect(deploy).toMatchObject({
      exit: 1,
      outputs: { outcome: 'rolled-back', 'failure-category': 'timeout/stability' },
    })
    expect(deploy.log).toContain('timeout waiting for service stable: ')
    expect(deploy.writes).toEqual(['RegisterTaskDefinition', 'UpdateService', 'StopServiceDeployment'])
  },
)

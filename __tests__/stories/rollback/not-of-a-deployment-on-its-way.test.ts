import { expect } from '@jest/globals'
import { shop, shopFiles } from '../shop.ts'
import { story } from '../stage.ts'

// One task is there and healthy, the other takes for ever.
const tasks = [{ match: { image: '*/api:2', attempt: 2 }, fate: { kind: 'stuck' } }]

story(
  'time runs out on the way: the deployment goes on',
  { files: shopFiles(), scenario: shop({ tasks }) },
  async ({ step }) => {
    const deploy = await step({ command: 'deploy', timeout: '3m' }, { TAG: '2' })
    expect(deploy).toMatchObject({
      exit: 1,
      outputs: { outcome: 'timed-out', 'failure-category': 'timeout/stability' },
    })
    // Nothing has failed, and the revision that is being deployed is not to be removed.
    expect(deploy.outputs['failed-task-definition-arn']).toBe('')
    expect(deploy.log).not.toContain('deregister-task-definition')
    expect(deploy.writes).toEqual(['RegisterTaskDefinition', 'UpdateService'])
  },
)

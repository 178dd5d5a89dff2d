import { expect } from '@jest/globals'
import { emptyAccount, shopFiles } from '../shop.ts'
import { story } from '../stage.ts'

const tasks = [{ match: { image: '*/api:1' }, fate: { kind: 'exit', code: 1 } }]

story(
  'a new service never comes up, and there is nothing to go back to',
  {
    files: shopFiles(),
    scenario: { ...emptyAccount, tasks },
  },
  async ({ step }) => {
    const deploy = await step({ command: 'deploy' }, { TAG: '1' })
    expect(deploy).toMatchObject({
      exit: 1,
      outputs: { outcome: 'failed', 'failure-category': 'container/exit-code', 'previous-task-definition-arn': '' },
    })
    expect(deploy.log).toContain('rollback target: none')
    expect(deploy.writes).toEqual(['RegisterTaskDefinition', 'CreateService'])
  },
)

import { expect } from '@jest/globals'
import { shop, shopFiles } from '../shop.ts'
import { story } from '../stage.ts'

const tasks = [{ match: { image: '*/api:2' }, fate: { kind: 'exit', code: 1 } }]
const faults = [{ operation: 'ecs:ListServiceDeployments', kind: 'refused' }]

story(
  'ECS goes back, and who deploys may not read service deployments',
  { files: shopFiles(), scenario: shop({ tasks, faults }) },
  async ({ step }) => {
    const deploy = await step({ command: 'deploy' }, { TAG: '2' })
    expect(deploy).toMatchObject({
      exit: 1,
      outputs: { outcome: 'rolled-back', 'failure-category': 'container/exit-code' },
    })
    expect(deploy.outputs['task-definition-arn']).toMatch(/api:1$/)
    expect(deploy.log).toContain('no permission for ecs:ListServiceDeployments')
    expect(deploy.writes).toEqual(['RegisterTaskDefinition', 'UpdateService'])
  },
)

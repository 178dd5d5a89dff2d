import { expect } from '@jest/globals'
import { shop, shopFiles } from '../shop.ts'
import { story } from '../stage.ts'

const faults = [{ operation: 'ecs:ListServiceDeployments', kind: 'refused' }]
const tasks = [{ match: { image: '*/api:2' }, fate: { kind: 'exit', code: 1, after: 2 } }]

story(
  'without permission for service deployments a rollback of ECS is seen all the same',
  { files: shopFiles(), scenario: shop({ faults, tasks }) },
  async ({ step }) => {
    const deploy = await step({ command: 'deploy' }, { TAG: '2' })
    expect(deploy).toMatchObject({ exit: 1, outputs: { outcome: 'rolled-back' } })
    expect(deploy.outputs['task-definition-arn']).toMatch(/api:1$/)
  },
)

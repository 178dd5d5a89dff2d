import { expect } from '@jest/globals'
import { shop, shopFiles } from '../shop.ts'
import { story } from '../stage.ts'

const faults = [{ operation: 'ecs:ListServiceDeployments', kind: 'refused' }]

story(
  'without permission for service deployments a deployment is followed by its id',
  { files: shopFiles(), scenario: shop({ faults }) },
  async ({ step }) => {
    const deploy = await step({ command: 'deploy' }, { TAG: '2' })
    expect(deploy).toMatchObject({ exit: 0, outputs: { outcome: 'succeeded' } })
    expect(deploy.outputs['deployment-id']).toMatch(/^ecs-svc\//)
    expect(deploy.log).toContain('no permission for ecs:ListServiceDeployments')
  },
)

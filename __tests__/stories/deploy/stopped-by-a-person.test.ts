import { expect } from '@jest/globals'
import { shop, shopFiles } from '../shop.ts'
import { story } from '../stage.ts'

const stop = (stopType: string) => [
  {
    name: 'somebody at the console',
    when: { after: { operation: 'ecs:UpdateService', seconds: 12 } },
    operation: 'StopServiceDeployment',
    input: { $of: 'shop/api', serviceDeploymentArn: '$serviceDeployment', stopType },
  },
]

story(
  'somebody rolls the deployment back at the console',
  {
    files: shopFiles(),
    scenario: shop({ actors: stop('ROLLBACK') }),
  },
  async ({ step }) => {
    const deploy = await step({ command: 'deploy' }, { TAG: '2' })
    expect(deploy).toMatchObject({
      exit: 1,
      outputs: { outcome: 'rolled-back', 'failure-category': 'rollback/manual' },
    })
    expect(deploy.outputs['task-definition-arn']).toMatch(/api:1$/)
    expect(deploy.writes).toEqual(['RegisterTaskDefinition', 'UpdateService'])
  },
)

import { expect } from '@jest/globals'
import { shop, shopFiles } from '../shop.ts'
import { story } from '../stage.ts'

const actors = [
  {
    name: 'somebody who cleans up',
    when: { after: { operation: 'ecs:UpdateService', seconds: 12 } },
    operation: 'DeleteService',
    input: { cluster: 'shop', service: 'api', force: true },
  },
]

story(
  'the service is deleted while it is deployed',
  { files: shopFiles(), scenario: shop({ actors }) },
  async ({ step }) => {
    const deploy = await step({ command: 'deploy' }, { TAG: '2' })
    expect(deploy).toMatchObject({ exit: 1, outputs: { outcome: 'failed' } })
    expect(deploy.outputs['failure-category']).toMatch(/^conflict\/service-(inactive|draining)$/)
    expect(deploy.writes).toEqual(['RegisterTaskDefinition', 'UpdateService'])
  },
)

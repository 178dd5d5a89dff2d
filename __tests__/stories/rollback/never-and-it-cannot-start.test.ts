import { expect } from '@jest/globals'
import { breaker, pretty, shop, shopFiles } from '../shop.ts'
import { story } from '../stage.ts'

const reason = 'CannotPullContainerError: failed to resolve ref docker.io/shop/api:2: docker.io/shop/api:2: not found'
const tasks = [{ match: { image: '*/api:2' }, fate: { kind: 'cannot-start', reason } }]

story(
  'a deployment that cannot succeed is left running, as asked',
  { files: shopFiles({ 'ecs/service.json': pretty(breaker()) }), scenario: shop({ tasks }, breaker()) },
  async ({ step }) => {
    const deploy = await step({ command: 'deploy', rollback: 'never' }, { TAG: '2' })
    expect(deploy).toMatchObject({ exit: 1, outputs: { outcome: 'failed', 'failure-category': 'image/not-found' } })
    expect(deploy.log).toContain('the deployment goes on')
    expect(deploy.log).toContain('aws ecs stop-service-deployment')
    expect(deploy.writes).toEqual(['RegisterTaskDefinition', 'UpdateService'])
  },
)

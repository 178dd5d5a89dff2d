import { expect } from '@jest/globals'
import { breaker, emptyAccount, pretty, shopFiles } from '../shop.ts'
import { story } from '../stage.ts'

const reason = 'CannotPullContainerError: failed to resolve ref docker.io/shop/api:1: docker.io/shop/api:1: not found'
const scenario = { ...emptyAccount, tasks: [{ match: { image: '*/api:1' }, fate: { kind: 'cannot-start', reason } }] }

story(
  'the first deployment cannot succeed, and there is nothing to go back to',
  { files: shopFiles({ 'ecs/service.json': pretty(breaker()) }), scenario },
  async ({ step }) => {
    const deploy = await step({ command: 'deploy' }, { TAG: '1' })
    expect(deploy).toMatchObject({ exit: 1, outputs: { outcome: 'failed', 'failure-category': 'image/not-found' } })
    expect(deploy.log).toContain('aws ecs update-service --cluster shop --service api --desired-count 0')
    expect(deploy.writes).toEqual(['RegisterTaskDefinition', 'CreateService'])
  },
)

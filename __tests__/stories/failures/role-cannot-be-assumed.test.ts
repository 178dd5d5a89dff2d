import { expect } from '@jest/globals'
import { breaker, pretty, shop, shopFiles } from '../shop.ts'
import { story } from '../stage.ts'

const reason =
  "ECS was unable to assume the role 'arn:aws:iam::123456789012:role/api-task' that was provided for this task. Please verify that the role being passed has the proper trust relationship and permissions and that your IAM user has permissions to pass this role."
const scenario = shop({ tasks: [{ match: { image: '*/api:2' }, fate: { kind: 'not-launched', reason } }] }, breaker())

story(
  'ECS cannot assume the task’s role, so no task ever comes to be',
  { files: shopFiles({ 'ecs/service.json': pretty(breaker()) }), scenario },
  async ({ step }) => {
    const deploy = await step({ command: 'deploy' }, { TAG: '2' })
    expect(deploy).toMatchObject({
      exit: 1,
      outputs: { outcome: 'rolled-back', 'failure-category': 'permission/assume-role' },
    })
    expect(deploy.log).toContain('api-task')
  },
)

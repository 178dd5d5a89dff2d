import { expect } from '@jest/globals'
import { pretty, service, shop, shopFiles } from '../shop.ts'
import { story } from '../stage.ts'

const arn = 'arn:aws:elasticloadbalancing:ap-northeast-1:123456789012:targetgroup/apo/0123456789abcdef'
const loadBalancers = [{ targetGroupArn: arn, containerName: 'app', containerPort: 8080 }]
const files = shopFiles({ 'ecs/service.json': pretty({ ...service, loadBalancers }) })

story('the target group does not exist', { files, scenario: shop() }, async ({ step }) => {
  const deploy = await step({ command: 'deploy' }, { TAG: '2' })
  expect(deploy).toMatchObject({
    exit: 1,
    outputs: { outcome: 'failed', 'failure-category': 'config/load-balancer' },
    writes: ['RegisterTaskDefinition'],
  })
  expect(deploy.log).toMatch(/failed to update service.*: /)
  expect(deploy.log).toMatch(/^::error .*file=ecs\/service\.json,line=2\d\b/m)
})

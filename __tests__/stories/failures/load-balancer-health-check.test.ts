import { expect } from '@jest/globals'
import { pretty, service, shop, shopFiles } from '../shop.ts'
import { story } from '../stage.ts'

const arn = 'arn:aws:elasticloadbalancing:ap-northeast-1:123456789012:targetgroup/api/0123456789abcdef'
const loadBalancers = [{ targetGroupArn: arn, containerName: 'app', containerPort: 8080 }]
const files = shopFiles({ 'ecs/service.json': pretty({ ...service, loadBalancers, healthCheckGracePeriodSeconds: 0 }) })
const scenario = shop(
  {
    targetGroups: [{ name: 'api', port: 8080, arn, targetType: 'ip', deregistrationDelay: 30, path: '/health' }],
    tasks: [{ match: { image: '*/api:2' }, fate: { kind: 'target-unhealthy' } }],
  },
  { loadBalancers },
)

story('the load balancer gets 502 from the new tasks', { files, scenario }, async ({ step }) => {
  const deploy = await step({ command: 'deploy' }, { TAG: '2' })
  expect(deploy).toMatchObject({
    exit: 1,
    outputs: { outcome: 'rolled-back', 'failure-category': 'healthcheck/elb' },
  })
  expect(deploy.log).toContain('502')
})

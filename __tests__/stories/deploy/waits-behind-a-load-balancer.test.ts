import { expect } from '@jest/globals'
import { pretty, service, shop, shopFiles } from '../shop.ts'
import { story } from '../stage.ts'

const arn = 'arn:aws:elasticloadbalancing:ap-northeast-1:123456789012:targetgroup/api/0123456789abcdef'
const loadBalancers = [{ targetGroupArn: arn, containerName: 'app', containerPort: 8080 }]
const attributes = { ...service, loadBalancers, healthCheckGracePeriodSeconds: 60 }
const scenario = shop(
  {
    targetGroups: [{ name: 'api', port: 8080, arn, targetType: 'ip', deregistrationDelay: 120, path: '/health' }],
    tasks: [{ match: { image: '*/api:2' }, fate: { kind: 'healthy', after: 45 } }],
  },
  attributes,
)

story(
  'a deployment says what it waits for: the load balancer, connections that drain',
  { files: shopFiles({ 'ecs/service.json': pretty(attributes) }), scenario },
  async ({ step }) => {
    const deploy = await step({ command: 'deploy' }, { TAG: '2' })
    expect(deploy).toMatchObject({ exit: 0, outputs: { outcome: 'succeeded' } })
    expect(deploy.log).toContain('(load balancer, grace period 60 s)')
    expect(deploy.log).toContain('for up to 120 s')
  },
)

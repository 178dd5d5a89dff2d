import { expect } from '@jest/globals'
import { pretty, service, shop, shopFiles } from '../shop.ts'
import { story } from '../stage.ts'

const arn = 'arn:aws:elasticloadbalancing:ap-northeast-1:123456789012:targetgroup/api/0123456789abcdef'
const loadBalancers = [{ targetGroupArn: arn, containerName: 'app', containerPort: 8080 }]
const attributes = { loadBalancers, healthCheckGracePeriodSeconds: 120 }
const files = shopFiles({ 'ecs/service.json': pretty({ ...service, ...attributes }) })
const targetGroups = [{ name: 'api', port: 8080, arn, targetType: 'ip' }]
const scenario = shop({ targetGroups }, attributes)

story('credentials that end before the timeout are warned of', { files, scenario }, async ({ step, simulator }) => {
  const end = new Date(simulator.clock.now() + 600_000).toISOString()
  const deploy = await step({ command: 'deploy', timeout: '20m' }, { TAG: '2', AWS_CREDENTIAL_EXPIRATION: end })
  expect(deploy).toMatchObject({ exit: 0, outputs: { outcome: 'succeeded' } })
  expect(deploy.log).toContain('the credentials end at')
})

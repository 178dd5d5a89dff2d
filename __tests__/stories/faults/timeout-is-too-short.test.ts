import { expect } from '@jest/globals'
import { pretty, service, shop, shopFiles } from '../shop.ts'
import { story } from '../stage.ts'

const arn = 'arn:aws:elasticloadbalancing:ap-northeast-1:123456789012:targetgroup/api/0123456789abcdef'
const loadBalancers = [{ targetGroupArn: arn, containerName: 'app', containerPort: 8080 }]
const attributes = { loadBalancers, healthCheckGracePeriodSeconds: 120 }
const files = shopFiles({ 'ecs/service.json': pretty({ ...service, ...attributes }) })
const targetGroups = [{ name: 'api', port: 8080, arn, targetType: 'ip' }]
const scenario = shop({ targetGroups }, attributes)

story('a timeout that is shorter than the deployment may take is warned of', { files, scenario }, async ({ step }) => {
  const deploy = await step({ command: 'deploy --dry-run', timeout: '5m' }, { TAG: '2' })
  expect(deploy).toMatchObject({ exit: 0, outputs: { outcome: 'dry-run' } })
  expect(deploy.log).toContain('the timeout of 5m0s is shorter than the deployment may take')
})

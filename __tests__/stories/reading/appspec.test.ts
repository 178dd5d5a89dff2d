import { expect } from '@jest/globals'
import { pretty, registered, service, shop, shopFiles } from '../shop.ts'
import { story } from '../stage.ts'

const loadBalancers = [
  {
    targetGroupArn: 'arn:aws:elasticloadbalancing:ap-northeast-1:123456789012:targetgroup/api/0123456789abcdef',
    containerName: 'app',
    containerPort: 8080,
  },
]
const config = `region: ap-northeast-1
cluster: shop
service: api
task_definition: ecs/task.json
service_definition: ecs/service.json
appspec:
  Hooks:
    - BeforeInstall: check-before
    - AfterAllowTraffic: check-after
`
const files = shopFiles({
  'ecspresso.yml': config,
  'ecs/service.json': pretty({ ...service, platformVersion: '1.4.0', loadBalancers }),
})
const scenario = shop({ taskDefinitions: [registered('1'), registered('2')] })
const tag = { TAG: 'unused' }

story('appspec prints what CodeDeploy deploys with', { files, scenario }, async ({ step }) => {
  const latest = await step({ command: 'appspec' }, tag)
  expect(latest).toMatchObject({ exit: 0, calls: [] })
  expect(latest.documents).toEqual([expect.stringMatching(/^version: "0.0"\n[\s\S]*TaskDefinition: .*api:2\n/)])
  const arn = 'arn:aws:ecs:ap-northeast-1:123456789012:task-definition/api:1'
  const named = await step({ command: `appspec --task-definition ${arn}` }, tag)
  expect(named.documents).toEqual([expect.stringContaining(`TaskDefinition: ${arn}\n`)])
  const remote = await step({ command: 'appspec --task-definition current --no-update-service' }, tag)
  expect(remote.log).toContain('require LoadBalancers')
  const wrong = await step({ command: 'appspec --task-definition api:1' }, tag)
  expect(wrong).toMatchObject({ exit: 1, calls: [] })
})

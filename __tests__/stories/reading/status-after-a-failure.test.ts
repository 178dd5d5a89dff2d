import { expect } from '@jest/globals'
import { pretty, service, shop, shopFiles } from '../shop.ts'
import { story } from '../stage.ts'

const arn = 'arn:aws:elasticloadbalancing:ap-northeast-1:123456789012:targetgroup/api/0123456789abcdef'
const loadBalancers = [{ targetGroupArn: arn, containerName: 'app', containerPort: 8080 }]
const files = shopFiles({ 'ecs/service.json': pretty({ ...service, loadBalancers }) })
const scenario = shop(
  {
    targetGroups: [{ name: 'api', port: 8080, arn, targetType: 'ip', deregistrationDelay: 30, path: '/health' }],
    tasks: [
      {
        match: { image: '*/api:2' },
        fate: { kind: 'exit', code: 1, after: 3 },
        logs: [{ message: 'FATAL: no database ##[error]not ours', after: 2 }],
      },
    ],
  },
  { loadBalancers },
)

story('status tells what failed in the last hour', { files, scenario }, async ({ step, simulator }) => {
  await step({ command: 'deploy' }, { TAG: '2' })
  const status = await step({ command: 'status --events 2' }, { TAG: 'unused' })
  expect(status).toMatchObject({ exit: 0, outputs: { outcome: 'succeeded' }, calls: [] })
  expect(status.log).toMatch(/TargetGroups:\n {2}api .*healthy:2/)
  expect(status.log).toMatch(/Failures:\n {2}api:2 4 tasks stopped, last at .*no database/)

  simulator.ask('ecs', 'DeleteService', { cluster: 'shop', service: 'api', force: true })
  simulator.advanceTo(simulator.clock.now() + 1_200_000)
  const deleted = await step({ command: 'status' }, { TAG: 'unused' })
  expect(deleted).toMatchObject({ exit: 1, outputs: { 'failure-category': 'conflict/service-inactive' } })
})

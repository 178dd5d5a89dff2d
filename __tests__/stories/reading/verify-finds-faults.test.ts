import { expect } from '@jest/globals'
import { emptyAccount, pretty, service, shopFiles, taskDefinition } from '../shop.ts'
import { story } from '../stage.ts'

const [app] = taskDefinition.containerDefinitions
const secrets = [{ name: 'DB_PASSWORD', valueFrom: '/shop/db-password' }]
const arn = 'arn:aws:elasticloadbalancing:ap-northeast-1:123456789012:targetgroup/api/0123456789abcdef'
const files = shopFiles({
  'ecs/task.json': pretty({ ...taskDefinition, memory: '300', containerDefinitions: [{ ...app, secrets }] }),
  'ecs/service.json': pretty({
    ...service,
    loadBalancers: [{ targetGroupArn: arn, containerName: 'app', containerPort: 80 }],
  }),
})
const scenario = { ...emptyAccount, logGroups: [] }

story('verify finds everything at once, on file and line', { files, scenario }, async ({ step }) => {
  const verify = await step({ command: 'verify' }, { TAG: '9' })
  expect(verify).toMatchObject({ exit: 1, outputs: { outcome: 'failed' }, calls: [] })
  const errors = verify.log.split('\n').filter((line) => line.startsWith('::error'))
  const places = errors.map((line) => /file=([^,]*),line=(\d+)/.exec(line)?.slice(1).join(':'))
  // Size, image, log group, secret; target group, port of the container.
  const task = [4, 13, 24, 32].map((line) => `ecs/task.json:${line}`)
  const balancer = [26, 28].map((line) => `ecs/service.json:${line}`)
  expect(places).toEqual(expect.arrayContaining([...task, ...balancer]))
})

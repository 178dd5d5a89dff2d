import { expect } from '@jest/globals'
import { pretty, service, shop, shopFiles, taskDefinition } from '../shop.ts'
import { story } from '../stage.ts'

const state = (outputs: object, resources: readonly object[] = []) => {
  const wrapped = Object.entries(outputs).map(([name, value]) => [name, { value, type: 'dynamic' }])
  return pretty({ version: 4, terraform_version: '1.9.8', outputs: Object.fromEntries(wrapped), resources })
}
const instances = (all: Readonly<Record<string, object>>) =>
  Object.entries(all).map(([key, attributes]) => ({ index_key: key, attributes }))

const network = state({ private_subnets: ['subnet-1', 'subnet-2'] }, [
  {
    mode: 'managed',
    type: 'aws_security_group',
    name: 'by-name',
    instances: instances({ web: { id: 'sg-web' }, api: { id: 'sg-1' } }),
  },
])
const log = state({}, [
  {
    module: 'module.logs["api"]',
    mode: 'managed',
    type: 'aws_cloudwatch_log_group',
    name: 'this',
    instances: [{ attributes: { name: '/ecs/api', retention_in_days: 30 } }],
  },
])
const app = state({ execution_role_arn: 'arn:aws:iam::123456789012:role/execution' })
const routing = state({}, [
  {
    mode: 'data',
    type: 'terraform_remote_state',
    name: 'lb',
    instances: [{ attributes: { outputs: { value: { 'target-group': 'web/0a1b' }, type: ['object', {}] } } }],
  },
])

const config = (shopFiles()['ecspresso.yml'] ?? '').concat(`plugins:
  - name: tfstate
    func_prefix: app_
    config:
      path: terraform.tfstate
  - name: tfstate
    func_prefix: log_
    config:
      url: s3://shop-states/log/terraform.tfstate
  - name: tfstate
    func_prefix: network_
    config:
      url: s3://shop-states/{{ must_env \`STAGE\` }}/network.tfstate
  - name: tfstate
    func_prefix: routing_
    config:
      url: s3://shared-states/routing.tfstate
`)
const [container] = taskDefinition.containerDefinitions
const task = pretty({
  ...taskDefinition,
  executionRoleArn: '{{ app_tfstate `output.execution_role_arn` }}',
  containerDefinitions: [
    {
      ...container,
      image: 'shop/api:1',
      environment: [
        { name: 'TARGET', value: "{{ routing_tfstate `data.terraform_remote_state.lb.outputs['target-group']` }}" },
      ],
      logConfiguration: {
        logDriver: 'awslogs',
        options: {
          'awslogs-group': "{{ log_tfstate `module.logs['api'].aws_cloudwatch_log_group.this.name` }}",
          'awslogs-region': 'ap-northeast-1',
          'awslogs-stream-prefix': 'api',
        },
      },
    },
  ],
})
const serviceText = pretty({
  ...service,
  networkConfiguration: {
    awsvpcConfiguration: {
      subnets: 'SUBNETS',
      securityGroups: ["{{ network_tfstatef `aws_security_group.by-name['%s'].id` `api` }}"],
    },
  },
}).replace('"SUBNETS"', '{{ network_tfstate `output.private_subnets` }}')

const files = {
  'ecspresso.yml': config,
  'ecspresso-two.yml': config,
  'terraform.tfstate': app,
  'ecs/task.json': task,
  'ecs/service.json': serviceText,
}
const scenario = shop({
  buckets: [
    {
      name: 'shop-states',
      objects: [
        { key: 'log/terraform.tfstate', body: log },
        { key: 'production/network.tfstate', body: network },
      ],
    },
    { name: 'shared-states', region: 'us-east-1', objects: [{ key: 'routing.tfstate', body: routing }] },
  ],
})

story('a project with four Terraform states', { files, scenario }, async ({ step, simulator }) => {
  const render = await step({ command: 'render taskdef servicedef' }, { STAGE: 'production' })
  expect(render.exit).toBe(0)
  const text = render.documents.join('')
  for (const value of ['role/execution', '/ecs/api', 'web/0a1b', 'subnet-2', 'sg-1']) expect(text).toContain(value)

  const before = simulator.state().calls.length
  const inputs = { command: 'diff\nverify --offline', config: 'ecspresso.yml\necspresso-two.yml', 'max-parallel': '1' }
  const both = await step(inputs, { STAGE: 'production' })
  expect(both.exit).toBe(0)
  const objects = simulator
    .state()
    .calls.slice(before)
    .filter(({ operation }) => operation === 'GetObject')
  // Two projects and two lines read each state once; the bucket of another region takes a second question.
  expect(objects.map(({ input }) => input['Key']).sort()).toEqual([
    'log/terraform.tfstate',
    'production/network.tfstate',
    'routing.tfstate',
    'routing.tfstate',
  ])
})

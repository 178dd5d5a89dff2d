import { expect } from '@jest/globals'
import { shop, shopFiles } from '../shop.ts'
import { story } from '../stage.ts'

const crowded = 'Too many concurrent attempts to create a new revision of the specified family.'
const faults = [
  { operation: 'ecs:RegisterTaskDefinition', kind: 'refused', code: 'ClientException', message: crowded, times: 2 },
  { operation: 'ecs:DescribeServices', kind: 'reset', every: 3, times: 3 },
  { operation: 'ecs:DescribeServiceDeployments', kind: 'server-error', every: 2, times: 4 },
  { operation: 'ecs:ListTasks', kind: 'throttled' },
]
const blur = /(?<=updated the service\n).*(?=\n````\n\n````yaml)/s

story(
  'connections are lost, ECS has trouble, others register at the same time: the deployment is seen to its end',
  { files: shopFiles(), scenario: shop({ faults }), blur },
  async ({ step }) => {
    const deploy = await step({ command: 'deploy' }, { TAG: '2' })
    expect(deploy).toMatchObject({ exit: 0, outputs: { outcome: 'succeeded' } })
    expect(deploy.writes).toEqual(['RegisterTaskDefinition', 'UpdateService'])
  },
)

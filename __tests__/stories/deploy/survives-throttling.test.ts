import { expect } from '@jest/globals'
import { shop, shopFiles } from '../shop.ts'
import { story } from '../stage.ts'

const faults = [
  { operation: 'ecs:RegisterTaskDefinition', kind: 'throttled', times: 2 },
  { operation: 'ecs:UpdateService', kind: 'throttled', times: 1 },
  { operation: 'ecs:DescribeServices', kind: 'throttled', every: 3, times: 3 },
  { operation: 'ecs:DescribeServiceDeployments', kind: 'server-error', from: 2, times: 1 },
]

const blur = /(?<=updated the service\n).*(?=\n````\n\n````yaml)/s

story('throttled calls are made again', { files: shopFiles(), scenario: shop({ faults }), blur }, async ({ step }) => {
  const deploy = await step({ command: 'deploy' }, { TAG: '2' })
  expect(deploy).toMatchObject({ exit: 0, outputs: { outcome: 'succeeded' } })
  expect(deploy.writes).toEqual(['RegisterTaskDefinition', 'UpdateService'])
})

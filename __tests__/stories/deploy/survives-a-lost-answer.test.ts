import { expect } from '@jest/globals'
import { emptyAccount, shopFiles } from '../shop.ts'
import { story } from '../stage.ts'

const faults = [
  { operation: 'ecs:CreateService', kind: 'server-error', times: 1 },
  { operation: 'ecs:DescribeServices', kind: 'reset', from: 4, times: 2 },
]
const blur = /(?<=created the service\n).*(?=\n````\n\n````yaml)/s

story(
  'a service is created once, whatever the network does',
  {
    files: shopFiles(),
    scenario: { ...emptyAccount, faults },
    blur,
  },
  async ({ step, services }) => {
    const deploy = await step({ command: 'deploy' }, { TAG: '1' })
    expect(deploy).toMatchObject({ exit: 0, outputs: { outcome: 'succeeded' } })
    expect(services()).toHaveLength(1)
  },
)

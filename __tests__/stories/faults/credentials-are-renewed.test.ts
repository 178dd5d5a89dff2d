import { expect } from '@jest/globals'
import { shop, shopFiles } from '../shop.ts'
import { story } from '../stage.ts'

const faults = [{ operation: 'ecs:DescribeServiceDeployments', kind: 'expired', from: 2, times: 1 }]
const roles = [{ name: 'execution' }, { name: 'production', trust: ['123456789012'] }]

story(
  'the credentials of the role that the run assumed are renewed',
  { files: shopFiles(), scenario: shop({ faults, roles }) },
  async ({ step, simulator }) => {
    const deploy = await step(
      { command: 'deploy', 'assume-role-arn': 'arn:aws:iam::123456789012:role/production' },
      { TAG: '2' },
    )
    expect(deploy).toMatchObject({ exit: 0, outputs: { outcome: 'succeeded' } })
    expect(simulator.state().calls.filter(({ operation }) => operation === 'AssumeRole')).toHaveLength(2)
  },
)

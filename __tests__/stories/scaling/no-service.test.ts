import { expect } from '@jest/globals'
import { emptyAccount, shopFiles } from '../shop.ts'
import { story } from '../stage.ts'

story(
  'scale and refresh create no service; deploy does, without auto scaling',
  { files: shopFiles(), scenario: emptyAccount },
  async ({ step }) => {
    for (const command of ['scale --tasks 2', 'refresh']) {
      const refused = await step({ command })
      expect(refused).toMatchObject({
        exit: 1,
        outputs: { outcome: 'failed', 'failure-category': 'config/reference' },
        calls: [],
      })
      expect(refused.log).toContain('service api is not found in the cluster shop')
    }
    const deploy = await step({ command: 'deploy --suspend-auto-scaling' }, { TAG: '2' })
    expect(deploy).toMatchObject({ exit: 0, outputs: { outcome: 'succeeded' } })
    expect(deploy.log).toContain('warning: the service is new and has no auto scaling yet')
    expect(deploy.writes).toEqual(['RegisterTaskDefinition', 'CreateService'])
  },
)

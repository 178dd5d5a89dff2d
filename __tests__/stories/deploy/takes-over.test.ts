import { expect } from '@jest/globals'
import { shop, shopFiles } from '../shop.ts'
import { story } from '../stage.ts'

const tasks = [{ match: { image: '*/api:2' }, fate: { kind: 'stuck' } }]

story(
  'a deploy takes over from one that hangs',
  { files: shopFiles(), scenario: shop({ tasks }) },
  async ({ step }) => {
    await step({ command: 'deploy --no-wait' }, { TAG: '2' })
    const deploy = await step({ command: 'deploy' }, { TAG: '3' })
    expect(deploy).toMatchObject({ exit: 0, outputs: { outcome: 'succeeded' } })
    expect(deploy.log).toContain('rollback target: api:1')
    expect(deploy.log).toMatch(/warning: .*api:2/)
    expect(deploy.outputs['task-definition-arn']).toMatch(/api:3$/)
  },
)

import { expect } from '@jest/globals'
import { shop, shopFiles } from '../shop.ts'
import { story } from '../stage.ts'

story(
  'without `unchanged: skip` a deploy always deploys',
  { files: shopFiles(), scenario: shop() },
  async ({ step }) => {
    const deploy = await step({}, { TAG: '1' })
    expect(deploy).toMatchObject({ exit: 0, outputs: { outcome: 'succeeded', changed: 'false' } })
    expect(deploy.writes).toEqual(['RegisterTaskDefinition', 'UpdateService'])
    expect(deploy.outputs['task-definition-arn']).toMatch(/task-definition\/api:2$/)
  },
)

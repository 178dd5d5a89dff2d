import { expect } from '@jest/globals'
import { shop, shopFiles } from '../shop.ts'
import { story } from '../stage.ts'

const tasks = [
  { match: { image: '*/api:2' }, fate: { kind: 'stuck' } },
  { match: { image: '*/api:3' }, fate: { kind: 'exit', code: 1, after: 2 } },
]

story('a deploy over one that hangs fails too', { files: shopFiles(), scenario: shop({ tasks }) }, async ({ step }) => {
  await step({ command: 'deploy --no-wait' }, { TAG: '2' })
  const deploy = await step({ command: 'deploy' }, { TAG: '3' })
  expect(deploy).toMatchObject({
    exit: 1,
    outputs: { outcome: 'rolled-back', 'failure-category': 'container/exit-code' },
  })
  expect(deploy.outputs['task-definition-arn']).toMatch(/api:1$/)
})

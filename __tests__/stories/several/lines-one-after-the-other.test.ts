import { expect } from '@jest/globals'
import { shop, shopFiles } from '../shop.ts'
import { story } from '../stage.ts'

const command = `diff
verify   # before anything is started
deploy --tasks 3 \\
  --no-wait
wait`

story('diff, verify, deploy and wait in one step', { files: shopFiles(), scenario: shop() }, async ({ step }) => {
  const all = await step({ command }, { TAG: '2' })
  expect(all).toMatchObject({ exit: 0, outputs: { outcome: 'started', changed: 'true' } })
  expect(all.writes).toEqual(['RegisterTaskDefinition', 'UpdateService'])
  expect(all.outputs['previous-task-definition-arn']).toMatch(/api:1$/)
  expect(all.outputs['task-definition-arn']).toMatch(/api:2$/)
})

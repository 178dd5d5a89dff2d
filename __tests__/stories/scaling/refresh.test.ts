import { expect } from '@jest/globals'
import { shop, shopFiles } from '../shop.ts'
import { story } from '../stage.ts'

story('refresh replaces the tasks and nothing else', { files: shopFiles(), scenario: shop() }, async ({ step }) => {
  const dry = await step({ command: 'refresh', 'dry-run': 'true' })
  expect(dry).toMatchObject({ exit: 0, outputs: { outcome: 'dry-run' }, calls: [] })
  expect(dry.log).toMatch(/would call UpdateService[\s\S]*"forceNewDeployment": true/)
  // No file is applied, so none must be readable: TAG is not set.
  const refresh = await step({ command: 'refresh', unchanged: 'skip' })
  expect(refresh).toMatchObject({ exit: 0, outputs: { outcome: 'succeeded' }, writes: ['UpdateService'] })
  expect(refresh.calls[0]).toContain('forceNewDeployment=true')
  expect(refresh.calls[0]).not.toContain('desiredCount')
  expect(refresh.outputs['task-definition-arn']).toMatch(/api:1$/)
  const started = await step({ command: 'refresh --no-wait' })
  expect(started).toMatchObject({ exit: 0, outputs: { outcome: 'started' }, writes: ['UpdateService'] })
})

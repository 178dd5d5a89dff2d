import { expect } from '@jest/globals'
import { shop, shopFiles } from '../shop.ts'
import { story } from '../stage.ts'

story('status shows what runs', { files: shopFiles(), scenario: shop() }, async ({ step }) => {
  await step({ command: 'deploy --no-wait' }, { TAG: '2' })
  const status = await step({ command: 'status --events 3' }, { TAG: 'unused' })
  expect(status).toMatchObject({ exit: 0, outputs: { outcome: 'succeeded' }, calls: [] })
  expect(status.log).toMatch(/PRIMARY api:2[\s\S]*ACTIVE api:1[\s\S]*AutoScaling:\nEvents:/)
  expect(status.log).not.toContain('api:2: 2 of 2 tasks running')
  expect(status.documents).toEqual([expect.stringContaining('Deployments:')])
})

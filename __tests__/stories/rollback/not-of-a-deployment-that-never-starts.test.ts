import { expect } from '@jest/globals'
import { shop, shopFiles } from '../shop.ts'
import { story } from '../stage.ts'

const tasks = [{ match: { image: '*/api:2' }, fate: { kind: 'stuck' } }]

story('time runs out and nobody goes back', { files: shopFiles(), scenario: shop({ tasks }) }, async ({ step }) => {
  const deploy = await step({ command: 'deploy', timeout: '3m', rollback: 'never' }, { TAG: '2' })
  expect(deploy).toMatchObject({
    exit: 1,
    outputs: { outcome: 'timed-out', 'failure-category': 'timeout/stability' },
  })
  expect(deploy.log).toContain('timeout waiting for service stable: ')
  expect(deploy.writes).toEqual(['RegisterTaskDefinition', 'UpdateService'])
})

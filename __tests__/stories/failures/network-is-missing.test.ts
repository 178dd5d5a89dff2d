import { expect } from '@jest/globals'
import { emptyAccount, pretty, service, shopFiles } from '../shop.ts'
import { story } from '../stage.ts'

const { networkConfiguration: _, ...attributes } = service
const files = shopFiles({ 'ecs/service.json': pretty(attributes) })

story('the service has no network', { files, scenario: emptyAccount }, async ({ step }) => {
  const verify = await step({ command: 'verify --offline' }, { TAG: '1' })
  expect(verify).toMatchObject({ exit: 1, outputs: { outcome: 'failed' }, calls: [] })
  const deploy = await step({ command: 'deploy' }, { TAG: '1' })
  expect(deploy).toMatchObject({
    exit: 1,
    outputs: { outcome: 'failed', 'failure-category': 'config/network' },
    writes: ['RegisterTaskDefinition'],
  })
  expect(deploy.log).toContain('failed to create service: ')
})

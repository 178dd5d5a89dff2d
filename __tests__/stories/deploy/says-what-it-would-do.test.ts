import { expect } from '@jest/globals'
import { pretty, service, shop, shopFiles } from '../shop.ts'
import { story } from '../stage.ts'

const files = shopFiles({
  'ecs/service.json': pretty({ ...service, enableExecuteCommand: true, tags: [{ key: 'team', value: 'shop' }] }),
})

story('a dry run names every call and makes none', { files, scenario: shop() }, async ({ step }) => {
  const deploy = await step({ command: 'deploy', 'dry-run': 'true' }, { TAG: '2' })
  expect(deploy).toMatchObject({ exit: 0, outputs: { outcome: 'dry-run', changed: 'true' }, writes: [], calls: [] })
  for (const operation of ['RegisterTaskDefinition', 'UpdateService', 'TagResource']) {
    expect(deploy.log).toContain(operation)
  }
  expect(deploy.log).toContain('DRY RUN OK')
})

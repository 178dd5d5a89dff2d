import { expect } from '@jest/globals'
import { pretty, shop, shopFiles, taskDefinition } from '../shop.ts'
import { story } from '../stage.ts'

const [app] = taskDefinition.containerDefinitions
const environment = [
  { name: 'DB_PASSWORD', value: 's3cret-value' },
  { name: 'STAGE', value: 'production-blue' },
]
const files = shopFiles({
  'ecs/task.json': pretty({ ...taskDefinition, containerDefinitions: [{ ...app, environment }] }),
})

story('`mask` says how much is hidden', { files, scenario: shop() }, async ({ step }) => {
  const secrets = await step({ command: 'render taskdef' }, { TAG: '2' })
  expect(secrets.log).toContain('production-blue')
  expect(secrets.log).not.toContain('s3cret-value')
  const all = await step({ command: 'render taskdef', mask: 'all' }, { TAG: '2' })
  expect(all.log).not.toMatch(/production-blue|s3cret-value/)
  const none = await step({ command: 'render taskdef', mask: 'none' }, { TAG: '2' })
  expect(none.log).toMatch(/s3cret-value[\s\S]*production-blue/)
})

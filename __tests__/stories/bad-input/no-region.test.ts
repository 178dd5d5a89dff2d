import { expect } from '@jest/globals'
import { shop, shopFiles } from '../shop.ts'
import { story } from '../stage.ts'

const files = shopFiles({ 'ecspresso.yml': 'cluster: shop\nservice: api\ntask_definition: ecs/task.json\n' })

story('nobody says in which region', { files, scenario: shop() }, async ({ step }) => {
  const status = await step({ command: 'status' }, { AWS_REGION: undefined })
  expect(status).toMatchObject({
    exit: 1,
    outputs: { outcome: 'failed', 'failure-category': 'config/client' },
    calls: [],
  })
  expect(status.log).toContain('AWS_REGION')
  expect(await step({ command: 'status' })).toMatchObject({ exit: 0, outputs: { outcome: 'succeeded' } })
})

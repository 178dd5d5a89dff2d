import { expect } from '@jest/globals'
import { pretty, shop, shopFiles, taskDefinition } from '../shop.ts'
import { story } from '../stage.ts'

const environment = [
  { name: 'STAGE', value: '{{ must_env `STAGE` }}' },
  { name: 'REGION', value: '{{ env `REGION` `tokyo` }}' },
]
const [app] = taskDefinition.containerDefinitions
const files = shopFiles({
  'ecs/task.json': pretty({ ...taskDefinition, containerDefinitions: [{ ...app, environment }] }),
})

story('variables that must be set are asked for all at once', { files, scenario: shop() }, async ({ step }) => {
  const deploy = await step({ command: 'deploy' })
  expect(deploy).toMatchObject({ exit: 1, outputs: { outcome: 'failed', 'failure-category': 'config/template' } })
  expect(deploy.calls).toEqual([])
  expect(deploy.log).toMatch(/TAG[\s\S]*ecs\/task\.json:13/)
  expect(deploy.log).toMatch(/STAGE[\s\S]*ecs\/task\.json:32/)
})

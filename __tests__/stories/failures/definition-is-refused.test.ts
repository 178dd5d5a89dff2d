import { expect } from '@jest/globals'
import { pretty, shop, shopFiles, taskDefinition } from '../shop.ts'
import { story } from '../stage.ts'

const [app] = taskDefinition.containerDefinitions
const containers = [{ ...app, essential: false }]
const files = shopFiles({ 'ecs/task.json': pretty({ ...taskDefinition, containerDefinitions: containers }) })

story('ECS refuses the task definition', { files, scenario: shop() }, async ({ step }) => {
  const deploy = await step({ command: 'deploy' }, { TAG: '2' })
  expect(deploy).toMatchObject({
    exit: 1,
    outputs: { outcome: 'failed', 'failure-category': 'config/task-definition' },
    writes: [],
  })
  expect(deploy.log).toContain('failed to register task definition: ')
})

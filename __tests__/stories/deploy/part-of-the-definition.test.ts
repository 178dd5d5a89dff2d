import { expect } from '@jest/globals'
import { pretty, service, shop, shopFiles } from '../shop.ts'
import { story } from '../stage.ts'

const files = shopFiles({ 'ecs/service.json': pretty({ ...service, enableExecuteCommand: true }) })

story('--no-update-service leaves the attributes alone', { files, scenario: shop() }, async ({ step, services }) => {
  const task = await step({ command: 'deploy --no-update-service' }, { TAG: '2' })
  expect(task).toMatchObject({ exit: 0, outputs: { outcome: 'succeeded' } })
  expect(services()).toMatchObject([{ enableExecuteCommand: false }])
  const rest = await step({ command: 'deploy --skip-task-definition' }, { TAG: '2' })
  expect(rest).toMatchObject({ exit: 0, writes: ['UpdateService'] })
  expect(services()).toMatchObject([{ enableExecuteCommand: true }])
})

import { expect } from '@jest/globals'
import { pretty, registered, shop, shopFiles, taskDefinition } from '../shop.ts'
import { story } from '../stage.ts'

const healthCheck = { command: ['CMD-SHELL', 'curl -f http://localhost:8080/health || exit 1'] }
const [app] = taskDefinition.containerDefinitions
const checked = { ...taskDefinition, containerDefinitions: [{ ...app, healthCheck }] }
const files = shopFiles({ 'ecs/task.json': pretty(checked) })
const scenario = shop({
  taskDefinitions: [registered('1', checked)],
  tasks: [{ match: { image: '*/api:2' }, fate: { kind: 'unhealthy', after: 20 } }],
})

story('the container health check says no', { files, scenario }, async ({ step }) => {
  const deploy = await step({ command: 'deploy' }, { TAG: '2' })
  expect(deploy).toMatchObject({
    exit: 1,
    outputs: { outcome: 'rolled-back', 'failure-category': 'healthcheck/container' },
  })
  expect(deploy.outputs['task-definition-arn']).toMatch(/api:1$/)
})

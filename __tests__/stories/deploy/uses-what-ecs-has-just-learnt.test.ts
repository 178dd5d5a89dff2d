import { expect } from '@jest/globals'
import { pretty, service, shop, shopFiles, taskDefinition } from '../shop.ts'
import { story } from '../stage.ts'

const [app] = taskDefinition.containerDefinitions
const restart = { enabled: true, backoff: { Base: 2, steps: [1, 2] } }
const guard = { enable: true, probes: [{ path: '/health' }] }
const files = shopFiles({
  'ecs/task.json': pretty({
    ...taskDefinition,
    containerDefinitions: [{ ...app, linuxParameters: { initProcessEnabled: true, restartLimits: restart } }],
  }),
  'ecs/service.json': pretty({
    ...service,
    deploymentConfiguration: { ...service.deploymentConfiguration, trafficGuard: guard },
  }),
})

story('members that ECS has just learnt', { files, scenario: shop() }, async ({ step, simulator }) => {
  const deploy = await step({ command: 'deploy' }, { TAG: '2' })
  expect(deploy).toMatchObject({ exit: 0, outputs: { outcome: 'succeeded' } })
  expect(deploy.log).toContain('unknown field "restartLimits" in containerDefinitions[0].linuxParameters')
  expect(deploy.log).toContain('unknown field "trafficGuard" in deploymentConfiguration')
  const inputOf = (name: string) => simulator.state().calls.find(({ operation }) => operation === name)?.input
  expect(inputOf('RegisterTaskDefinition')).toMatchObject({
    containerDefinitions: [{ linuxParameters: { initProcessEnabled: true, restartLimits: restart } }],
  })
  expect(inputOf('UpdateService')).toMatchObject({ deploymentConfiguration: { trafficGuard: guard } })
})

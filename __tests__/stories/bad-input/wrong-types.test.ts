import { expect } from '@jest/globals'
import { pretty, service, shop, shopFiles, taskDefinition } from '../shop.ts'
import { story } from '../stage.ts'

const [app] = taskDefinition.containerDefinitions
const mixedUp = {
  ...taskDefinition,
  cpu: 256,
  containerDefinitions: [
    {
      ...app,
      essential: 'true',
      portMappings: [{ containerPort: '8080', protocol: 'TCP' }],
      environment: { STAGE: 'prod' },
      linuxParameters: { initProcesEnabled: true },
    },
  ],
}
const files = shopFiles({ 'ecs/task.json': pretty(mixedUp) })
const inText = { ...service, networkConfiguration: { awsvpcConfiguration: { subnets: 'subnet-1' } } }

story('types that are mixed up', { files, scenario: shop() }, async ({ step, write }) => {
  const deploy = await step({ command: 'deploy' }, { TAG: '2' })
  expect(deploy).toMatchObject({
    exit: 1,
    calls: [],
    outputs: { outcome: 'failed', 'failure-category': 'config/task-definition' },
  })
  const errors = deploy.log.split('\n').filter((line) => line.startsWith('::error '))
  expect(errors.map((line) => /file=ecs\/task\.json,line=\d+/.exec(line)?.[0])).toEqual(
    [3, 14, 17, 29].map((line) => `file=ecs/task.json,line=${line}`),
  )
  expect(deploy.log).toMatch(/^::warning .*unknown field "initProcesEnabled" in containerDefinitions\[0\]\.linuxParam/m)
  expect(deploy.summary).toContain('containerDefinitions[0].environment')

  write('ecs/task.json', pretty(taskDefinition))
  write('ecs/service.json', pretty(inText))
  const diff = await step({ command: 'diff' }, { TAG: '2' })
  expect(diff).toMatchObject({ exit: 1, outputs: { 'failure-category': 'config/service-definition' } })
  expect(diff.log).toContain('"subnets": ["subnet-1"]')
})

import { expect } from '@jest/globals'
import { registered, shop, shopFiles } from '../shop.ts'
import { story } from '../stage.ts'

const scenario = shop({ taskDefinitions: [registered('1'), registered('2'), registered('3')] })

story('deploy --revision registers nothing', { files: shopFiles(), scenario }, async ({ step }) => {
  const named = await step({ command: 'deploy --revision 2' }, { TAG: 'unused' })
  expect(named).toMatchObject({
    exit: 0,
    outputs: { outcome: 'succeeded', changed: 'true' },
    writes: ['UpdateService'],
  })
  expect(named.outputs['task-definition-arn']).toMatch(/task-definition\/api:2$/)
  const missing = await step({ command: 'deploy --revision 9' }, { TAG: 'unused' })
  expect(missing).toMatchObject({ exit: 1, outputs: { outcome: 'failed' }, writes: [] })
  expect(missing.outputs['failure-reason']).toContain('api:9')
  expect(missing.outputs['task-definition-arn']).toMatch(/task-definition\/api:2$/)
})

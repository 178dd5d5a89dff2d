import { expect } from '@jest/globals'
import { registered, shop, shopFiles } from '../shop.ts'
import { story } from '../stage.ts'

const scenario = shop({ taskDefinitions: [registered('1'), registered('2'), registered('3')] })

story('deploy --latest-task-definition registers nothing', { files: shopFiles(), scenario }, async ({ step }) => {
  const deploy = await step({ command: 'deploy --latest-task-definition' }, { TAG: 'unused' })
  expect(deploy).toMatchObject({ exit: 0, outputs: { outcome: 'succeeded' }, writes: ['UpdateService'] })
  expect(deploy.outputs['task-definition-arn']).toMatch(/task-definition\/api:3$/)
})

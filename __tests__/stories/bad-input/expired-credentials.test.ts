import { expect } from '@jest/globals'
import { shop, shopFiles } from '../shop.ts'
import { story } from '../stage.ts'

const scenario = shop({ faults: [{ operation: '*', kind: 'expired', after: 25 }] })

story('the credentials expire while we look', { files: shopFiles(), scenario }, async ({ step }) => {
  const deploy = await step({ command: 'deploy' }, { TAG: '2' })
  // We stopped looking, and the deployment goes on.
  expect(deploy).toMatchObject({
    exit: 1,
    outputs: { outcome: 'timed-out', 'failure-category': 'credentials/expired', retryable: 'true' },
  })
  expect(deploy.writes).toEqual(['RegisterTaskDefinition', 'UpdateService'])
})

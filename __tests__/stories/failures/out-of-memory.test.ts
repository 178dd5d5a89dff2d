import { expect } from '@jest/globals'
import { shop, shopFiles } from '../shop.ts'
import { story } from '../stage.ts'

const fate = { kind: 'exit', code: 137, after: 4, reason: 'OutOfMemoryError: Container killed due to memory usage' }
const scenario = shop({ tasks: [{ match: { image: '*/api:2' }, fate }] })

story('the container takes more memory than it may', { files: shopFiles(), scenario }, async ({ step }) => {
  const deploy = await step({ command: 'deploy' }, { TAG: '2' })
  expect(deploy).toMatchObject({
    exit: 1,
    outputs: { outcome: 'rolled-back', 'failure-category': 'container/oom', retryable: 'false' },
  })
  expect(deploy.log).toMatch(/memory/i)
  expect(deploy.log).toMatch(/^::error .*file=ecs\/task\.json,line=\d+/m)
})

import { expect } from '@jest/globals'
import { shop, shopFiles } from '../shop.ts'
import { story } from '../stage.ts'

const scenario = shop({ faults: [{ operation: 'ecs:RegisterTaskDefinition', kind: 'throttled' }] })
const blur = /^RegisterTaskDefinition [^`]*(?=\n````)|(?<=, )\d\d:\d\d(?=\))/gm

story('AWS throttles and does not stop', { files: shopFiles(), scenario, blur }, async ({ step }) => {
  const deploy = await step({ command: 'deploy' }, { TAG: '2' })
  expect(deploy).toMatchObject({
    exit: 1,
    outputs: { outcome: 'failed', 'failure-category': 'throttle/api', retryable: 'true' },
    writes: [],
  })
  expect(deploy.log).toContain('failed to register task definition: ')
})

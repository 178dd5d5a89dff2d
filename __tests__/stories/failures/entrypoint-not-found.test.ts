import { expect } from '@jest/globals'
import { shop, shopFiles } from '../shop.ts'
import { story } from '../stage.ts'

const logs = [{ message: '/bin/sh: 1: ./start-api: not found' }]
const fate = { kind: 'exit', code: 127 }
const scenario = shop({ tasks: [{ match: { image: '*/api:2' }, fate, logs }] })

story('the container runs a program that it has not', { files: shopFiles(), scenario }, async ({ step }) => {
  const deploy = await step({ command: 'deploy' }, { TAG: '2' })
  expect(deploy).toMatchObject({
    exit: 1,
    outputs: { outcome: 'rolled-back', 'failure-category': 'container/entrypoint', retryable: 'false' },
  })
  expect(deploy.log).toContain('./start-api: not found')
  expect(deploy.summary).toContain('./start-api: not found')
})

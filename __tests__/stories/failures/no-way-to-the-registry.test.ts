import { expect } from '@jest/globals'
import { shop, shopFiles } from '../shop.ts'
import { story } from '../stage.ts'

const reason =
  'ResourceInitializationError: unable to pull secrets or registry auth: The task cannot pull registry auth from Amazon ECR: There is a connection issue between the task and Amazon ECR. Check your task network configuration. RequestError: send request failed caused by: Post "https://api.ecr.ap-northeast-1.amazonaws.com/": dial tcp 99.77.62.61:443: i/o timeout'
const scenario = shop({ tasks: [{ match: { image: '*/api:2' }, fate: { kind: 'initialization-error', reason } }] })

story('the tasks cannot reach the registry', { files: shopFiles(), scenario }, async ({ step }) => {
  const deploy = await step({ command: 'deploy' }, { TAG: '2' })
  expect(deploy).toMatchObject({
    exit: 1,
    outputs: { outcome: 'rolled-back', 'failure-category': 'network/registry' },
  })
  expect(deploy.log).toMatch(/subnet|security group|NAT|endpoint/i)
})

import { expect } from '@jest/globals'
import { shop, shopFiles } from '../shop.ts'
import { story } from '../stage.ts'

const reason =
  'CannotPullContainerError: pull image manifest has been retried 1 time(s): failed to resolve ref 123456789012.dkr.ecr.ap-northeast-1.amazonaws.com/api:2: pulling from host 123456789012.dkr.ecr.ap-northeast-1.amazonaws.com failed with status code [manifests 2]: 403 Forbidden'
const scenario = shop({ tasks: [{ match: { image: '*/api:2' }, fate: { kind: 'cannot-start', reason } }] })

story('the execution role may not pull the image', { files: shopFiles(), scenario }, async ({ step }) => {
  const deploy = await step({ command: 'deploy' }, { TAG: '2' })
  expect(deploy).toMatchObject({
    exit: 1,
    outputs: { outcome: 'rolled-back', 'failure-category': 'permission/ecr-pull' },
  })
  expect(deploy.log).toContain('ecr:BatchGetImage')
})

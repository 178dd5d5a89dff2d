import { expect } from '@jest/globals'
import { eventFile, onPullRequest, pullRequest } from '../pull-request.ts'
import { shop, shopFiles } from '../shop.ts'
import { story } from '../stage.ts'

const faults = [{ operation: 'github:*', kind: 'server-error' }]
const scene = { files: shopFiles(eventFile()), scenario: shop({ github: pullRequest(), faults }) }

story('a deploy does not depend on GitHub', scene, async ({ step }) => {
  const deploy = await step({ command: 'deploy' }, { ...onPullRequest, TAG: '2' })
  expect(deploy).toMatchObject({ exit: 0, outputs: { outcome: 'succeeded', 'comment-url': '' } })
  expect(deploy.log).toMatch(/warning.*comment/i)
})

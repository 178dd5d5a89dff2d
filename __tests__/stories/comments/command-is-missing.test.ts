import { expect } from '@jest/globals'
import { eventFile, onPullRequest, pullRequest } from '../pull-request.ts'
import { shop, shopFiles } from '../shop.ts'
import { story } from '../stage.ts'

const scene = { files: shopFiles(eventFile()), scenario: shop({ github: pullRequest() }) }

story('nobody deploys a pull request by default', scene, async ({ step }) => {
  const silent = await step({}, { ...onPullRequest, TAG: '2' })
  expect(silent).toMatchObject({ exit: 1, outputs: { outcome: 'failed' }, calls: [] })
  expect(silent.log).toContain('command: diff')
})

import { expect } from '@jest/globals'
import { eventFile, onPullRequest, pullRequest } from '../pull-request.ts'
import { shop, shopFiles } from '../shop.ts'
import { story } from '../stage.ts'

const github = pullRequest({ permissions: { contents: 'read', 'pull-requests': 'read' } })
const scene = { files: shopFiles(eventFile('fork')), scenario: shop({ github }) }
/** What a workflow has for a fork: no secrets, and a token that reads. */
const stranger = { ...onPullRequest, AWS_ACCESS_KEY_ID: undefined, AWS_SECRET_ACCESS_KEY: undefined, TAG: '2' }

story('a pull request of a fork gets the part that needs no AWS', scene, async ({ step }) => {
  for (const command of ['diff', 'verify']) {
    const skipped = await step({ command }, stranger)
    expect(skipped).toMatchObject({ exit: 0, outputs: { outcome: 'skipped' }, calls: [] })
    expect(skipped.log).toContain('::notice')
  }
  const deploy = await step({ command: 'deploy' }, stranger)
  expect(deploy).toMatchObject({ exit: 1, outputs: { outcome: 'failed' }, calls: [] })
})

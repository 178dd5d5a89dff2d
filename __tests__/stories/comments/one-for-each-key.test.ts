import { expect } from '@jest/globals'
import { eventFile, onPullRequest, pullRequest } from '../pull-request.ts'
import { shop, shopFiles } from '../shop.ts'
import { story } from '../stage.ts'

const scene = { files: shopFiles(eventFile()), scenario: shop({ github: pullRequest() }) }

story('a project that is compared twice has two comments', scene, async ({ step, simulator }) => {
  for (const [key, tag] of [
    ['stable', '2'],
    ['next', '3'],
    ['stable', '4'],
  ]) {
    const inputs = { command: 'diff', 'comment-key': key ?? '' }
    expect(await step(inputs, { ...onPullRequest, TAG: tag })).toMatchObject({ exit: 0 })
  }
  const bodies = simulator.state().comments.map(({ body }) => body)
  expect(bodies).toEqual([expect.stringContaining('api:4'), expect.stringContaining('api:3')])
})

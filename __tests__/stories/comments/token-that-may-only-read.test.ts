import { expect } from '@jest/globals'
import { eventFile, onPullRequest, pullRequest } from '../pull-request.ts'
import { shop, shopFiles } from '../shop.ts'
import { story } from '../stage.ts'

const github = pullRequest({ permissions: { contents: 'read', 'pull-requests': 'read' } })
const scene = { files: shopFiles(eventFile()), scenario: shop({ github }) }

story('a token that may not write costs the comment only', scene, async ({ step, simulator }) => {
  const diff = await step({ command: 'diff' }, { ...onPullRequest, TAG: '2' })
  expect(diff).toMatchObject({ exit: 0, outputs: { outcome: 'succeeded', changed: 'true', 'comment-url': '' } })
  expect(diff.log).toMatch(/warning.*pull-requests: write/i)
  expect(simulator.state().comments).toEqual([])
})

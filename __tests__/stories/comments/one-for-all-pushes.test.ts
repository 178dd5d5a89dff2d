import { expect } from '@jest/globals'
import { eventFile, onPullRequest, pullRequest, say } from '../pull-request.ts'
import { shop, shopFiles } from '../shop.ts'
import { story } from '../stage.ts'

const scene = { files: shopFiles(eventFile()), scenario: shop({ github: pullRequest() }) }

story('the comment follows the pull request', scene, async ({ step, simulator }) => {
  const first = await step({ command: 'diff' }, { ...onPullRequest, TAG: '2' })
  expect(first).toMatchObject({ exit: 0, outputs: { outcome: 'succeeded', changed: 'true' }, calls: [] })
  expect(first.outputs['comment-url']).toMatch(/github\.com\/acme\/shop\/pull\/7#issuecomment-\d+$/)
  await say(simulator, 'octocat', 'Looks good to me.')
  const second = await step({ command: 'diff' }, { ...onPullRequest, TAG: '3' })
  expect(second.outputs['comment-url']).toBe(first.outputs['comment-url'])
  const bodies = simulator.state().comments.map(({ body }) => body)
  expect(bodies).toEqual([expect.stringContaining('api:3'), 'Looks good to me.'])
  expect(bodies[0]).not.toContain('api:2"')
})

import { expect } from '@jest/globals'
import { eventFile, onPullRequest, pullRequest, say } from '../pull-request.ts'
import { shop, shopFiles } from '../shop.ts'
import { story } from '../stage.ts'

const scene = { files: shopFiles(eventFile()), scenario: shop({ github: pullRequest() }) }

story('a comment that somebody copied from ours stays as it is', scene, async ({ step, simulator }) => {
  await step({ command: 'diff' }, { ...onPullRequest, TAG: '2' })
  const [ours] = simulator.state().comments
  Object.assign(ours ?? {}, { author: 'mallory' })
  await say(simulator, 'another-action[bot]', 'Coverage: 98 %')
  await step({ command: 'diff' }, { ...onPullRequest, TAG: '3' })
  const comments = simulator.state().comments
  expect(comments.map(({ author }) => author)).toEqual(['mallory', 'another-action[bot]', 'github-actions[bot]'])
  expect(comments[0]?.body).toContain('api:2')
  expect(comments[2]?.body).toContain('api:3')
})

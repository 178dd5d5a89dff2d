import { expect } from '@jest/globals'
import { eventFile, onPullRequest, pullRequest } from '../pull-request.ts'
import { shop, shopFiles } from '../shop.ts'
import { story } from '../stage.ts'

const scene = { files: shopFiles(eventFile()), scenario: shop({ github: pullRequest() }) }

story('a diff that fails leaves no stale diff behind', scene, async ({ step, simulator, write }) => {
  await step({ command: 'diff' }, { ...onPullRequest, TAG: '2' })
  write('ecs/task.json', '{ "family": "api", \n')
  const broken = await step({ command: 'diff' }, { ...onPullRequest, TAG: '2' })
  expect(broken).toMatchObject({ exit: 1, outputs: { outcome: 'failed' } })
  const [comment, ...others] = simulator.state().comments
  expect(others).toEqual([])
  expect(comment?.body).toContain('ecs/task.json')
  expect(comment?.body).not.toContain('```diff')
})

import { expect } from '@jest/globals'
import { eventFile, onPullRequest, pullRequest } from '../pull-request.ts'
import { story } from '../stage.ts'
import { exampleFiles, stepsOf } from '../workflow.ts'
import { shopAccount } from './account.ts'

const files = { ...exampleFiles('shop'), ...eventFile() }
const scene = { files, scenario: shopAccount({ github: pullRequest() }) }

story('examples/shop: one comment for all services of a pull request', scene, async ({ step, simulator }) => {
  const [diff] = stepsOf('shop', 'diff.yml', { 'github.event.pull_request.head.sha': '2' })
  const seen = await step(diff?.inputs ?? {}, { ...diff?.env, ...onPullRequest })
  expect(seen).toMatchObject({ exit: 0, outputs: { outcome: 'succeeded' }, calls: [] })
  expect(simulator.state().comments).toHaveLength(1)
})

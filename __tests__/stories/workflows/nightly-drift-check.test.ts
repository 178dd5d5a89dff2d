import { expect } from '@jest/globals'
import { story } from '../stage.ts'
import { exampleFiles, stepsOf } from '../workflow.ts'
import { shopAccount } from './account.ts'

const scene = { files: exampleFiles('shop'), scenario: shopAccount() }

story('examples/shop: at night nothing differs, until somebody scales by hand', scene, async ({ step, simulator }) => {
  const [diff] = stepsOf('shop', 'drift.yml', { 'github.sha': '1' })
  const schedule = { ...diff?.env, GITHUB_EVENT_NAME: 'schedule' }
  const quiet = await step(diff?.inputs ?? {}, schedule)
  expect(quiet).toMatchObject({ exit: 0, outputs: { outcome: 'succeeded' }, calls: [] })
  simulator.ask('ecs', 'UpdateService', { cluster: 'shop', service: 'api', desiredCount: 5 })
  const drifted = await step(diff?.inputs ?? {}, schedule)
  expect(drifted).toMatchObject({ exit: 1, outputs: { outcome: 'failed' }, calls: [] })
})

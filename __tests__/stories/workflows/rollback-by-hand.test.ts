import { expect } from '@jest/globals'
import { story } from '../stage.ts'
import { exampleFiles, stepsOf } from '../workflow.ts'
import { shopAccount } from './account.ts'

const scene = { files: exampleFiles('shop'), scenario: shopAccount({}, 2) }

story('examples/shop: a button takes one service back', scene, async ({ step, services }) => {
  const [rollback] = stepsOf('shop', 'rollback.yml', { 'inputs.service': 'api' })
  const back = await step(rollback?.inputs ?? {}, { ...rollback?.env, GITHUB_EVENT_NAME: 'workflow_dispatch' })
  expect(back).toMatchObject({ exit: 0, outputs: { outcome: 'succeeded' }, writes: ['UpdateService'] })
  expect(services().map((one) => String(one['taskDefinition']).split('/').at(-1))).toEqual(['api:1', 'admin:2'])
})

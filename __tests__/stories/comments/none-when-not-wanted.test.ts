import { expect } from '@jest/globals'
import { eventFile, onPullRequest, pullRequest } from '../pull-request.ts'
import { shop, shopFiles } from '../shop.ts'
import { story } from '../stage.ts'

const scene = { files: shopFiles(eventFile()), scenario: shop({ github: pullRequest() }) }

story('`comment: never` and a push say nothing on GitHub', scene, async ({ step, simulator }) => {
  await step({ command: 'diff', comment: 'never' }, { ...onPullRequest, TAG: '2' })
  await step({ command: 'diff' }, { TAG: '2' })
  expect(simulator.state().calls.filter(({ service }) => service === 'github')).toEqual([])
})

import { expect } from '@jest/globals'
import { pullRequest } from '../pull-request.ts'
import { shop, shopFiles } from '../shop.ts'
import { story } from '../stage.ts'

const merged = { number: 7, headSha: 'b'.repeat(40), mergeCommitSha: 'a'.repeat(40) }
const scene = { files: shopFiles(), scenario: shop({ github: pullRequest({ pullRequests: [merged] }) }) }

story('a deploy after the merge is told where it was discussed', scene, async ({ step, simulator }) => {
  const deploy = await step({ command: 'deploy', comment: 'always' }, { TAG: '2' })
  expect(deploy).toMatchObject({ exit: 0, outputs: { outcome: 'succeeded' } })
  expect(simulator.state().comments).toMatchObject([{ issue: 7, body: expect.stringContaining('api:2') }])
})

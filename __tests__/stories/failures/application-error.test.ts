import { expect } from '@jest/globals'
import { shop, shopFiles } from '../shop.ts'
import { story } from '../stage.ts'

const logs = [
  { message: 'api 2.0.0 starting' },
  { message: 'Error: connect ECONNREFUSED 10.0.3.7:5432' },
  { message: '::error::not a command of ours' },
  { message: '<script>alert(1)</script> | @everyone ```' },
]
const fate = { kind: 'exit', code: 1, after: 3 }
const scenario = shop({ tasks: [{ match: { image: '*/api:2' }, fate, logs }] })

story('the application ends, and its log cannot speak for us', { files: shopFiles(), scenario }, async ({ step }) => {
  const deploy = await step({ command: 'deploy' }, { TAG: '2' })
  expect(deploy).toMatchObject({
    exit: 1,
    outputs: { outcome: 'rolled-back', 'failure-category': 'container/app-error' },
  })
  expect(deploy.log).toContain('connect ECONNREFUSED 10.0.3.7:5432')
  // A line of a container's log is never read as a workflow command, and no backticks end its fence in the summary.
  expect(deploy.log).not.toMatch(/^\s*::error::/m)
  expect(deploy.summary).toMatch(/^````+text\n(?:(?!````).*\n)*<script>/m)
})

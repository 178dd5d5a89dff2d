import { expect } from '@jest/globals'
import { shop, shopFiles } from '../shop.ts'
import { story } from '../stage.ts'

const blur = /\d+(?:\.\d+)? ?ms\b/g

story('debug shows the requests', { files: shopFiles(), scenario: shop(), blur }, async ({ step }) => {
  const ways = [
    [{ command: 'status --debug' }, {}],
    [{ command: 'status', 'log-level': 'debug' }, {}],
    [{ command: 'status' }, { RUNNER_DEBUG: '1' }],
  ] as const
  for (const [inputs, environment] of ways) {
    const status = await step(inputs, environment)
    expect(status).toMatchObject({ exit: 0, outputs: { outcome: 'succeeded' } })
    expect(status.log).toMatch(/debug.*DescribeServices/)
  }
  expect((await step({ command: 'status' })).log).not.toMatch(/debug/)
})

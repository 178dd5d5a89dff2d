import { expect } from '@jest/globals'
import { shop, shopFiles } from '../shop.ts'
import { story } from '../stage.ts'

const tasks = [{ match: { image: '*/api:1' }, fate: { kind: 'stuck' } }]

story(
  'a count that cannot be reached stays, or is put back',
  { files: shopFiles(), scenario: shop({ tasks }) },
  async ({ step, services }) => {
    const stays = await step({ command: 'scale --tasks 3 --timeout 2m' })
    expect(stays).toMatchObject({ exit: 1, outputs: { outcome: 'timed-out' }, writes: ['UpdateService'] })
    const scale = await step({ command: 'scale --tasks 4 --timeout 2m', rollback: 'always' })
    expect(scale).toMatchObject({ exit: 1, outputs: { 'failure-category': 'timeout/stability' } })
    expect(scale.calls.map((call) => /desiredCount=\d/.exec(call)?.[0])).toEqual(['desiredCount=4', 'desiredCount=3'])
    expect(services()).toMatchObject([{ desiredCount: 3, runningCount: 2 }])
  },
)

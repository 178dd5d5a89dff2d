import { expect } from '@jest/globals'
import { shop, shopFiles } from '../shop.ts'
import { story } from '../stage.ts'

story(
  'wait until deployed asks for a deployment, wait until stable for the tasks too',
  { files: shopFiles(), scenario: shop() },
  async ({ step, services }) => {
    await step({ command: 'scale --tasks 4 --no-wait' })
    const deployed = await step({ command: 'wait --until deployed' })
    expect(deployed).toMatchObject({ exit: 0, outputs: { outcome: 'succeeded' }, calls: [] })
    expect(deployed.log).toContain('no deployment is under way')
    const stable = await step({ command: 'wait --wait-until stable' })
    expect(stable).toMatchObject({ exit: 0, outputs: { outcome: 'succeeded' }, calls: [] })
    expect(services()).toMatchObject([{ desiredCount: 4, runningCount: 4 }])
    const wrong = await step({ command: 'wait --until finished' })
    expect(wrong).toMatchObject({ exit: 1, outputs: { outcome: 'failed' }, calls: [] })
  },
)

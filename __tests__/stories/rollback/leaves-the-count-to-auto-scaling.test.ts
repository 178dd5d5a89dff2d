import { expect } from '@jest/globals'
import { pretty, service, shop, shopFiles } from '../shop.ts'
import { story } from '../stage.ts'

const { desiredCount: _, ...attributes } = service
const files = shopFiles({ 'ecs/service.json': pretty({ ...attributes, enableExecuteCommand: true }) })
const tasks = [{ match: { image: '*/api:2' }, fate: { kind: 'exit', code: 1, after: 2 } }]

story(
  'a count that the file does not name stays with auto scaling',
  {
    files,
    scenario: shop({ tasks }, { desiredCount: 5 }),
  },
  async ({ step, services }) => {
    const deploy = await step({ command: 'deploy' }, { TAG: '2' })
    expect(deploy).toMatchObject({ exit: 1, outputs: { outcome: 'rolled-back' } })
    expect(deploy.calls.filter((call) => call.includes('desiredCount'))).toEqual([])
    expect(services()).toMatchObject([{ desiredCount: 5 }])
  },
)

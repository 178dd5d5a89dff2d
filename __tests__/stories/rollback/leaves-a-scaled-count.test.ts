import { expect } from '@jest/globals'
import { pretty, service, shop, shopFiles } from '../shop.ts'
import { story } from '../stage.ts'

const files = shopFiles({ 'ecs/service.json': pretty({ ...service, desiredCount: 4 }) })
const tasks = [{ match: { image: '*/api:2' }, fate: { kind: 'exit', code: 1, after: 2 } }]
const target = {
  ServiceNamespace: 'ecs',
  ResourceId: 'service/shop/api',
  ScalableDimension: 'ecs:service:DesiredCount',
  MinCapacity: 2,
  MaxCapacity: 10,
}

story(
  'the count of a service that scales is not put back',
  { files, scenario: shop({ tasks }) },
  async ({ step, simulator }) => {
    simulator.ask('application-autoscaling', 'RegisterScalableTarget', target)
    const deploy = await step({ command: 'deploy' }, { TAG: '2' })
    expect(deploy).toMatchObject({ exit: 1, outputs: { outcome: 'rolled-back' } })
    expect(deploy.calls.filter((call) => call.includes('desiredCount=2'))).toEqual([])
  },
)

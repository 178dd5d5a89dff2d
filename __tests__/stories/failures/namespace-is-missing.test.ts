import { expect } from '@jest/globals'
import { pretty, service, shop, shopFiles } from '../shop.ts'
import { story } from '../stage.ts'

const serviceConnectConfiguration = { enabled: true, namespace: 'shop.local' }
const files = shopFiles({ 'ecs/service.json': pretty({ ...service, serviceConnectConfiguration }) })
const message = "The specified namespace wasn't found."
const fault = { operation: 'ecs:UpdateService', kind: 'refused', code: 'NamespaceNotFoundException', message }

story(
  'the namespace of Service Connect does not exist',
  { files, scenario: shop({ faults: [fault] }) },
  async ({ step }) => {
    const deploy = await step({ command: 'deploy' }, { TAG: '2' })
    expect(deploy).toMatchObject({
      exit: 1,
      outputs: { outcome: 'failed', 'failure-category': 'config/service-discovery', retryable: 'false' },
      writes: ['RegisterTaskDefinition'],
    })
    expect(deploy.log).toMatch(/failed to update service.*: .*namespace/)
  },
)

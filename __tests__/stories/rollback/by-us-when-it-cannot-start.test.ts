import { expect } from '@jest/globals'
import { breaker, pretty, shop, shopFiles } from '../shop.ts'
import { story } from '../stage.ts'

const onlyStops = breaker({ enable: true, rollback: false })
const reason =
  'ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: unable to retrieve secrets from ssm: service call has been retried 1 time(s): invalid parameters: /shop/token'
const tasks = [{ match: { image: '*/api:2' }, fate: { kind: 'initialization-error', reason } }]

story(
  'a parameter is missing, and the circuit breaker would only stop: we go back before it does',
  { files: shopFiles({ 'ecs/service.json': pretty(onlyStops) }), scenario: shop({ tasks }, onlyStops) },
  async ({ step }) => {
    const deploy = await step({ command: 'deploy' }, { TAG: '2' })
    expect(deploy).toMatchObject({
      exit: 1,
      outputs: { outcome: 'rolled-back', 'failure-category': 'secret/not-found' },
    })
    expect(deploy.outputs['task-definition-arn']).toMatch(/api:1$/)
    expect(deploy.writes).toEqual(['RegisterTaskDefinition', 'UpdateService', 'StopServiceDeployment'])
  },
)

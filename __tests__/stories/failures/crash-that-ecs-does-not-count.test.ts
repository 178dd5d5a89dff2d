import { expect } from '@jest/globals'
import { shop, shopFiles } from '../shop.ts'
import { story } from '../stage.ts'

const logs = [{ message: 'FATAL: DATABASE_URL is not set' }]
const fate = { kind: 'exit', code: 1, overlooked: true }
const scenario = shop({ tasks: [{ match: { image: '*/api:2' }, fate, logs }] })

story(
  'tasks start and end again and again, and the circuit breaker does not count them',
  { files: shopFiles(), scenario },
  async ({ step }) => {
    const deploy = await step({ command: 'deploy' }, { TAG: '2' })
    expect(deploy).toMatchObject({
      exit: 1,
      outputs: { outcome: 'rolled-back', 'failure-category': 'container/app-error' },
    })
    expect(deploy.log).toContain('uncounted by ECS')
    expect(deploy.writes).toEqual(['RegisterTaskDefinition', 'UpdateService', 'StopServiceDeployment'])
  },
)

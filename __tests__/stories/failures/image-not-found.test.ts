import { expect } from '@jest/globals'
import { shop, shopFiles } from '../shop.ts'
import { story } from '../stage.ts'

const reference = '123456789012.dkr.ecr.ap-northeast-1.amazonaws.com/api:2'
const reason = `CannotPullContainerError: pull image manifest has been retried 1 time(s): failed to resolve ref ${reference}: ${reference}: not found`
const scenario = shop({ tasks: [{ match: { image: '*/api:2' }, fate: { kind: 'cannot-start', reason } }] })

story(
  'the image is missing: two tasks tell, and nobody waits for the circuit breaker',
  { files: shopFiles(), scenario },
  async ({ step }) => {
    const deploy = await step({ command: 'deploy' }, { TAG: '2' })
    expect(deploy).toMatchObject({
      exit: 1,
      outputs: { outcome: 'rolled-back', 'failure-category': 'image/not-found', retryable: 'false' },
    })
    expect(deploy.outputs['task-definition-arn']).toMatch(/api:1$/)
    expect(deploy.outputs['failed-task-definition-arn']).toMatch(/api:2$/)
    expect(deploy.log).toMatch(/^::error .*file=ecs\/task\.json,line=13\b/m)
    expect(deploy.log.split('\n').at(-1)).toMatch(/2 tasks ended the same way .*\(rolled-back, \d\d:\d\d\)$/)
    expect(deploy.writes).toEqual(['RegisterTaskDefinition', 'UpdateService', 'StopServiceDeployment'])
  },
)

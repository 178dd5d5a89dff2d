import { expect } from '@jest/globals'
import { pretty, shop, shopFiles, taskDefinition } from '../shop.ts'
import { story } from '../stage.ts'

const valueFrom = 'arn:aws:secretsmanager:ap-northeast-1:123456789012:secret:shop/db-AbCdEf'
const reason = `ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: unable to retrieve secret from asm: service call has been retried 1 time(s): failed to fetch secret ${valueFrom} from secrets manager: ResourceNotFoundException: Secrets Manager can't find the specified secret.`
const [app] = taskDefinition.containerDefinitions
const secrets = [{ name: 'DB_PASSWORD', valueFrom }]
const files = shopFiles({
  'ecs/task.json': pretty({ ...taskDefinition, containerDefinitions: [{ ...app, secrets }] }),
})
const scenario = shop({ tasks: [{ match: { image: '*/api:2' }, fate: { kind: 'initialization-error', reason } }] })

story('a secret that the container needs does not exist', { files, scenario }, async ({ step }) => {
  const deploy = await step({ command: 'deploy' }, { TAG: '2' })
  expect(deploy).toMatchObject({
    exit: 1,
    outputs: { outcome: 'rolled-back', 'failure-category': 'secret/not-found', retryable: 'false' },
  })
  // The secret's reference in the definition is where to look.
  expect(deploy.log).toMatch(/^::error .*file=ecs\/task\.json,line=(3\d|2\d)\b/m)
})

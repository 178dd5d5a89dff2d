import { expect } from '@jest/globals'
import { story } from '../stage.ts'
import { exampleFiles, stepsOf } from '../workflow.ts'
import { shopAccount } from './account.ts'

const tasks = [
  {
    match: { taskDefinition: 'api:2' },
    fate: { kind: 'exit', code: 0, after: 20 },
    logs: [{ after: 2, message: 'applied 3 migrations' }],
  },
]

story(
  'examples/shop: the database is migrated, then what changed is deployed',
  { files: exampleFiles('shop'), scenario: shopAccount({ tasks }) },
  async ({ step }) => {
    const [run, deploy] = stepsOf('shop', 'deploy.yml', { 'github.sha': '2' })
    const migrated = await step(run?.inputs ?? {}, run?.env)
    expect(migrated).toMatchObject({ exit: 0, outputs: { outcome: 'succeeded', 'exit-code': '0' } })
    expect(migrated.log).toContain('applied 3 migrations')
    const deployed = await step({ ...deploy?.inputs, config: 'services/api/ecspresso.yml' }, deploy?.env)
    expect(deployed).toMatchObject({ exit: 0, outputs: { outcome: 'succeeded' } })
  },
)

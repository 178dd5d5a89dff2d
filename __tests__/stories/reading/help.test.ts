import { expect } from '@jest/globals'
import { story } from '../stage.ts'

story(
  'version and help answer without a config and without AWS',
  { files: { 'README.md': 'no config here' }, scenario: {} },
  async ({ step, simulator }) => {
    for (const [command, decisive] of [
      ['version', 'ecspresso-action 0.1.0 (as ecspresso 2.8.7)'],
      ['help', '  rollback '],
      ['rollback --help', '--[no-]deregister-task-definition'],
      ['help render', 'render config|service-definition|'],
    ]) {
      const answer = await step({ command: command ?? '' })
      expect(answer).toMatchObject({ exit: 0, outputs: { outcome: 'succeeded' } })
      expect(answer.documents).toEqual([expect.stringContaining(decisive ?? '')])
    }
    for (const [command, instead] of [
      ['exec --command sh', 'aws ecs execute-command'],
      ['create', 'use `deploy`'],
      ['portforward', 'aws ssm start-session'],
    ]) {
      const refused = await step({ command: command ?? '' })
      expect(refused).toMatchObject({ exit: 1, outputs: { 'failure-category': 'config/client' } })
      expect(refused.log).toContain(instead)
    }
    expect(simulator.state().calls).toEqual([])
  },
)

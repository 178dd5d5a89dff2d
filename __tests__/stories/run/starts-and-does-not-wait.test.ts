import { expect } from '@jest/globals'
import { story } from '../stage.ts'
import { migrationFiles, migrationShop } from './migrations.ts'

const attributes = {
  tags: [
    { key: 'team', value: 'shop' },
    { key: 'env', value: 'prod' },
  ],
}
const scenario = migrationShop(
  { fate: { kind: 'exit', code: 1, after: 3 } },
  { faults: [{ operation: 'ecs:RunTask', kind: 'reset', times: 1 }] },
)

story(
  'a task is started once, and not waited for',
  { files: migrationFiles(), scenario, blur: /0\d:0\d(?=\)\n)/ },
  async ({ step, simulator }) => {
    for (const { serviceArn } of simulator.state().services) {
      simulator.ask('ecs', 'TagResource', { resourceArn: serviceArn, ...attributes })
    }
    const command = 'run --skip-task-definition --no-wait --propagate-tags SERVICE --tags env=test'
    const run = await step({ command }, { TAG: '2' })
    expect(run).toMatchObject({ exit: 0, outputs: { outcome: 'started' }, writes: ['RunTask'] })
    const tasks = [run.outputs['task-arn'] ?? '']
    expect(simulator.ask('ecs', 'DescribeTasks', { cluster: 'shop', tasks, include: ['TAGS'] })).toMatchObject({
      tasks: [
        {
          tags: [
            { key: 'team', value: 'shop' },
            { key: 'env', value: 'test' },
          ],
        },
      ],
    })
  },
)

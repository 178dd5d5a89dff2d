import { expect } from '@jest/globals'
import { story } from '../stage.ts'
import { byHandAccount } from './running.ts'

const scene = { files: { 'ecs/app/task.jsonnet': 'old\n' }, scenario: byHandAccount }

story('init writes Jsonnet beside the config it names', scene, async ({ step, read }) => {
  const flags = '--cluster shop --service api --jsonnet --sort --task-definition-path app/task.json'
  const init = await step({ command: `init ${flags} --force-overwrite`, config: 'ecs/ecspresso.yml' })
  expect(init).toMatchObject({ exit: 0, outputs: { outcome: 'succeeded' } })
  expect(read('ecs/ecspresso.jsonnet')).toContain("task_definition: 'app/task.jsonnet',")
  expect(read('ecs/ecs-service-def.jsonnet')).toContain("schedulingStrategy: 'REPLICA',")
  const task = read('ecs/app/task.jsonnet')
  expect(task).toContain("pidMode: 'task',")
  expect(task.indexOf("name: 'DB_PASSWORD'")).toBeLessThan(task.indexOf("name: 'STAGE'"))

  const diff = await step({ command: 'diff', config: 'ecs/ecspresso.jsonnet' })
  expect(diff.outputs).toMatchObject({ outcome: 'succeeded', changed: 'false' })
})

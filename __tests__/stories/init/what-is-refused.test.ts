import { expect } from '@jest/globals'
import { story } from '../stage.ts'
import { byHandAccount, password } from './running.ts'

const scene = { files: { 'README.md': 'shop\n' }, scenario: byHandAccount }

story('init writes nothing where it is told wrong, or only asked', scene, async ({ step, read }) => {
  for (const [command, said] of [
    ['init --cluster shop', 'failed to parse args: init: what to write is missing'],
    ['init --service api --task-definition api:1', 'it writes a service or a task definition, not both'],
    ['init --cluster shop --service apo', 'service apo is not found in the cluster shop'],
    ['init --cluster shp --service api', 'the cluster shp does not exist in ap-northeast-1'],
    ['init --task-definition api:9', 'task definition api:9 is not found'],
    ['init --cluster shop --service api --config ecs.toml', '--config: ecs.toml is no config'],
    ['init --cluster shop --service api --task-definition-path task.yml', 'task.yml is neither .json nor .jsonnet'],
    ['init --cluster shop --service api --service-definition-path ../service.json', 'lies outside the repository'],
    ['init --cluster shop --service api --config a.yml,b.yml', 'init writes one config, not a.yml, b.yml'],
  ] as const) {
    const refused = await step({ command })
    expect(refused).toMatchObject({ exit: 1, outputs: { outcome: 'failed' } })
    expect(refused.log).toContain(said)
  }
  const asked = await step({ command: 'init --task-definition api:1', 'dry-run': 'true' })
  expect(asked).toMatchObject({ exit: 0, outputs: { outcome: 'dry-run' } })
  expect(asked.documents.join()).toContain('"value": "***"')
  expect(asked.log + asked.documents.join()).not.toContain(password)
  for (const file of ['ecspresso.yml', 'ecs-task-def.json', 'ecs-service-def.json']) {
    expect(() => read(file)).toThrow('ENOENT')
  }
})

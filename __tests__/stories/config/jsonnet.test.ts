import { expect } from '@jest/globals'
import { pretty, service, shop, shopFiles, taskDefinition } from '../shop.ts'
import { story } from '../stage.ts'

const config = `local stage = std.extVar('stage');
{
  region: std.native('must_env')('AWS_REGION'),
  cluster: stage,
  service: 'api',
  task_definition: 'task.jsonnet',
  service_definition: 'service.jsonnet',
}
`
const containers = `{
  // Every container logs in the same way.
  app(tag):: ${pretty(taskDefinition.containerDefinitions[0] ?? {})} + { image: 'api:' + tag },
}
`
const task = `local containers = import 'lib/containers.libsonnet';
local must_env = std.native('must_env');
${pretty({ ...taskDefinition, containerDefinitions: undefined })} + {
  containerDefinitions: [
    containers.app(must_env('TAG')) + { environment: [{ name: 'NOTE', value: importstr 'note.txt' }] },
  ],
  tags: [{ key: 'stage', value: '{{ env \`STAGE\` \`none\` }}' }],
}
`
const files = {
  ...shopFiles(),
  'ecspresso.jsonnet': config,
  'task.jsonnet': task,
  'service.jsonnet': `${pretty(service)} + { desiredCount: std.extVar('count') }`,
  'lib/containers.libsonnet': containers,
  'note.txt': 'a "note"\n',
}

story('a project in Jsonnet is rolled out, and says where it is wrong', { files, scenario: shop() }, async (stage) => {
  const inputs = { config: 'ecspresso.jsonnet', 'ext-str': 'stage=shop', 'ext-code': 'count=1 + 2' }
  const deploy = await stage.step({ ...inputs, command: 'deploy' }, { TAG: '2', AWS_REGION: 'ap-northeast-1' })
  expect(deploy).toMatchObject({ exit: 0, outputs: { outcome: 'succeeded' } })
  expect(stage.services()[0]).toMatchObject({ desiredCount: 3, runningCount: 3 })

  const missing = await stage.step({ ...inputs, command: 'diff' }, { AWS_REGION: 'ap-northeast-1' })
  expect(missing).toMatchObject({ exit: 1, outputs: { outcome: 'failed' } })
  expect(missing.outputs['failure-reason']).toContain('environment variable TAG is not defined')

  stage.write('lib/containers.libsonnet', containers.replace("'api:' + tag", "'api:' + tags"))
  const wrong = await stage.step({ ...inputs, command: 'diff' }, { TAG: '2', AWS_REGION: 'ap-northeast-1' })
  expect(wrong.outputs['failure-reason']).toContain('Unknown variable: tags')
  expect(wrong).toMatchObject({ exit: 1, outputs: { outcome: 'failed' } })
})

import { expect } from '@jest/globals'
import { eventFile, onPullRequest, pullRequest } from '../pull-request.ts'
import { shop, shopFiles } from '../shop.ts'
import { story } from '../stage.ts'

const base = shopFiles()['ecspresso.yml'] ?? ''
const withPlugin = (entry: string) => `${base}plugins:\n  - name: ${entry}\n`
const task = (role: string) => (shopFiles()['ecs/task.json'] ?? '').replace(/arn:aws:iam::\d+:role\/execution/, role)

const files = shopFiles({
  ...eventFile('fork'),
  'ecspresso.yml': withPlugin('tfstate\n    config:\n      url: s3://shop-states/terraform.tfstate'),
  'misspelt.yml': withPlugin('tfstate\n    config:\n      path: terraform.tfstate'),
  'cloud.yml': withPlugin('tfstate\n    config:\n      url: gs://shop-states/terraform.tfstate'),
  'twice.yml': withPlugin(
    'tfstate\n    config: {path: terraform.tfstate}\n  - name: tfstate\n    config: {path: terraform.tfstate}',
  ),
  'program.yml': withPlugin(
    'external\n    config:\n      name: role\n      command: [./role]\n      parser: string',
  ).replace('task.json', 'program.json'),
  'terraform.tfstate': '{"version": 4, "outputs": {"execution_role": {"value": "x", "type": "string"}}}',
  'ecs/task.json': task('{{ tfstate `output.execution_rol` }}'),
  'ecs/program.json': task('{{ role }}'),
})
const scenario = shop({ github: pullRequest(), buckets: [{ name: 'shop-states', objects: [] }] })

story('what is looked up is not there', { files, scenario }, async ({ step }) => {
  const look = async (config: string, sentence: string) => {
    const diff = await step({ command: 'diff', config }, { TAG: '2', ...onPullRequest })
    expect(diff.exit).toBe(1)
    expect(diff.outputs['failure-reason']).toContain(sentence)
  }
  await look('ecspresso.yml', 'failed to setup plugins: failed to read tfstate from s3://shop-states/terraform.tfstate')
  await look('misspelt.yml', 'output.execution_rol is not found in tfstate')
  await look('cloud.yml', 'URL scheme gs is not supported')
  await look('twice.yml', 'template function tfstate already exists. set func_prefix to tfstate plugin')
  await look('program.yml', 'role is an external program and is not run for a pull request from a fork')
})

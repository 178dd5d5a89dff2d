import { expect } from '@jest/globals'
import { eventFile, onPullRequest, pullRequest } from '../pull-request.ts'
import { shop, shopFiles } from '../shop.ts'
import { story } from '../stage.ts'

const { 'ecspresso.yml': config = '', 'ecs/task.json': task = '' } = shopFiles()
const files = shopFiles({
  ...eventFile('fork'),
  'state.yml': `${config}plugins:\n  - name: tfstate\n    config: {url: s3://shop-states/terraform.tfstate}\n`,
  'parameter.yml': config.replace('task.json', 'parameter.json'),
  'ecs/parameter.json': task.replace('"256"', '"{{ ssm `/shop/cpu` }}"'),
})
const scenario = shop({ github: pullRequest({ permissions: { contents: 'read', 'pull-requests': 'read' } }) })
const stranger = { ...onPullRequest, AWS_ACCESS_KEY_ID: undefined, AWS_SECRET_ACCESS_KEY: undefined, TAG: '2' }

story('a fork whose files want values from AWS', { files, scenario }, async ({ step }) => {
  for (const name of ['state.yml', 'parameter.yml']) {
    const skipped = await step({ command: 'diff', config: name }, stranger)
    expect(skipped).toMatchObject({ exit: 0, outputs: { outcome: 'skipped' }, calls: [] })
    expect(skipped.log).toContain('::notice')
  }
  const deploy = await step({ command: 'deploy', config: 'state.yml' }, stranger)
  expect(deploy).toMatchObject({ exit: 1, outputs: { outcome: 'failed' }, calls: [] })
})

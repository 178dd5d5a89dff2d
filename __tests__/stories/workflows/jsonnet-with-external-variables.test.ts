import { expect } from '@jest/globals'
import { story } from '../stage.ts'
import { exampleFiles, stepsOf } from '../workflow.ts'

const account = {
  region: 'ap-northeast-1',
  timings: { jitter: 0 },
  clusters: [{ name: 'shop' }],
  images: ['search', 'warm-up'].flatMap((name) =>
    ['1', '2'].map((tag) => ({ repository: `shop/${name}`, tag, platforms: ['linux/amd64'] })),
  ),
  logGroups: ['/ecs/shop/search'],
  roles: [{ name: 'shop-execution' }, { name: 'shop-search' }],
  parameters: [{ name: '/shop/search/index-key', type: 'SecureString', value: 'never-to-be-shown' }],
}

const scene = { files: exampleFiles('jsonnet'), scenario: account }

story('examples/jsonnet: the workflow names the images', scene, async ({ step, services }) => {
  for (const tag of ['1', '2']) {
    const [deploy] = stepsOf('jsonnet', 'deploy.yml', { 'github.sha': tag })
    const deployed = await step(deploy?.inputs ?? {}, deploy?.env)
    expect(deployed).toMatchObject({ exit: 0, outputs: { outcome: 'succeeded' } })
  }
  expect(services()).toEqual([expect.objectContaining({ serviceName: 'search', runningCount: 2 })])

  const [diff] = stepsOf('jsonnet', 'diff.yml', { 'github.event.pull_request.head.sha': '2' })
  const same = await step(diff?.inputs ?? {}, diff?.env)
  expect(same).toMatchObject({ exit: 0, outputs: { changed: 'false' }, calls: [] })
})

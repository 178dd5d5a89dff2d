import { expect } from '@jest/globals'
import { shop, shopFiles } from '../shop.ts'
import { story } from '../stage.ts'

const files = shopFiles({ 'ecspresso.yml': 'region: ap-northeast-1\ncluster: shop\n  service: api\n' })

story('a config that is no YAML', { files, scenario: shop() }, async ({ step }) => {
  const deploy = await step({ command: 'deploy' }, { TAG: '2' })
  expect(deploy).toMatchObject({ exit: 1, outputs: { outcome: 'failed' }, calls: [] })
  expect(deploy.outputs['failure-category']).toMatch(/^config\//)
  expect(deploy.log).toMatch(/^::error .*file=ecspresso\.yml,line=[23]\b/m)
  // Nobody knows the runner's folders.
  expect(deploy.log).not.toContain('title=/')
})

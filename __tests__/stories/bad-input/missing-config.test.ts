import { expect } from '@jest/globals'
import { shop } from '../shop.ts'
import { story } from '../stage.ts'

story('there is no config', { files: { 'README.md': '' }, scenario: shop() }, async ({ step }) => {
  const nothing = await step({ command: 'deploy' })
  expect(nothing).toMatchObject({ exit: 1, outputs: { outcome: 'failed' }, calls: [] })
  expect(nothing.log).toContain('ecspresso.yml')
  const pattern = await step({ command: 'deploy', config: 'services/*/ecspresso.yml' })
  expect(pattern).toMatchObject({ exit: 1, outputs: { outcome: 'failed' }, calls: [] })
  expect(pattern.log).toContain('services/*/ecspresso.yml')
  // Nobody knows the runner's folders.
  expect(nothing.log).not.toContain('title=/')
})

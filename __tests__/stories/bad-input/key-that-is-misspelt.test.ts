import { expect } from '@jest/globals'
import { pretty, service, shop, shopFiles } from '../shop.ts'
import { story } from '../stage.ts'

const files = shopFiles({ 'ecs/service.json': pretty({ ...service, desiredCuont: 3 }) })

story('a key that nobody knows', { files, scenario: shop() }, async ({ step }) => {
  const diff = await step({ command: 'diff' }, { TAG: '1' })
  expect(diff).toMatchObject({ exit: 0, outputs: { changed: 'true' } })
  // It is sent all the same: what ECS learns tomorrow must work before we know it.
  expect(diff.log).toContain('+  "desiredCuont": 3')
  expect(diff.calls).toEqual([])
  expect(diff.log).toMatch(/desiredCuont[\s\S]*desiredCount/)
  expect(diff.log).toContain('ecs/service.json:24')
})

import { expect } from '@jest/globals'
import { pretty, service, shop, shopFiles } from '../shop.ts'
import { story } from '../stage.ts'

story('diff says what a deploy would change', { files: shopFiles(), scenario: shop() }, async ({ step, write }) => {
  const same = await step({ command: 'diff' }, { TAG: '1' })
  expect(same).toMatchObject({ exit: 0, outputs: { outcome: 'succeeded', changed: 'false' }, calls: [] })
  write('ecs/service.json', pretty({ ...service, desiredCount: 4 }))
  const other = await step({ command: 'diff' }, { TAG: '2' })
  expect(other).toMatchObject({ exit: 0, outputs: { outcome: 'succeeded', changed: 'true' }, calls: [] })
  expect(other.documents).toEqual([expect.stringMatching(/^\+ .*api:2"/m)])
  const half = await step({ command: 'diff --without-service' }, { TAG: '1' })
  expect(half).toMatchObject({ exit: 0, outputs: { changed: 'false' } })
})

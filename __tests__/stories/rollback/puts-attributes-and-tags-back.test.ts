import { expect } from '@jest/globals'
import { pretty, service, shop, shopFiles } from '../shop.ts'
import { story } from '../stage.ts'

const files = shopFiles({
  'ecs/service.json': pretty({
    ...service,
    desiredCount: 3,
    enableExecuteCommand: true,
    tags: [{ key: 'release', value: '2' }],
  }),
})
const tasks = [{ match: { image: '*/api:2' }, fate: { kind: 'exit', code: 1, after: 2 } }]
const scenario = shop(
  { tasks },
  {
    tags: [
      { key: 'release', value: '1' },
      { key: 'owner', value: 'web' },
    ],
  },
)

story('what the update changed is put back', { files, scenario }, async ({ step, services }) => {
  const deploy = await step({ command: 'deploy' }, { TAG: '2' })
  expect(deploy).toMatchObject({ exit: 1, outputs: { outcome: 'rolled-back' } })
  expect(deploy.log).not.toContain('left behind: tagged')
  const [api] = services()
  expect(api).toMatchObject({ desiredCount: 2, enableExecuteCommand: false })
  expect(api?.['tags']).toHaveLength(2)
  expect(api?.['tags']).toEqual(
    expect.arrayContaining([
      { key: 'release', value: '1' },
      { key: 'owner', value: 'web' },
    ]),
  )
})

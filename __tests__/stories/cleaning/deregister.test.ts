import { expect } from '@jest/globals'
import { registered, shop, shopFiles } from '../shop.ts'
import { story } from '../stage.ts'

const revisions = ['1', '2', '3', '4', '5', '6'].map((tag) => registered(tag))
const scenario = shop({ taskDefinitions: revisions }, { taskDefinition: 'api:4' })
const tag = { TAG: 'unused' }

story('deregister leaves what is used and what is kept', { files: shopFiles(), scenario }, async ({ step }) => {
  await step({ command: 'deploy --revision 5 --no-wait' }, tag)
  const listed = await step({ command: 'revisions' }, tag)
  expect(listed).toMatchObject({ exit: 0, calls: [] })
  expect(listed.log).toMatch(/api:4 +\| ACTIVE deployment +\|\n.*api:5 +\| PRIMARY deployment/)

  const said = await step({ command: 'deregister --keeps 1 --delete --dry-run' }, tag)
  expect(said).toMatchObject({ exit: 0, outputs: { outcome: 'dry-run' }, calls: [] })
  expect(said.log).toContain('would deregister api:1, api:2, api:3')

  const unasked = await step({ command: 'deregister --keeps 1 --delete' }, tag)
  expect(unasked).toMatchObject({ exit: 1, calls: [] })
  expect(unasked.log).toContain('--force')

  const used = await step({ command: 'deregister --revision 4 --force' }, tag)
  expect(used).toMatchObject({ exit: 1, calls: [] })
  expect(used.log).toContain('api:4 is in use by ACTIVE deployment')

  const done = await step({ command: 'deregister --keeps 1 --delete --force' }, tag)
  expect(done).toMatchObject({ exit: 0, outputs: { outcome: 'succeeded' } })
  expect(done.writes).toEqual([...Array(3).fill('DeregisterTaskDefinition'), 'DeleteTaskDefinitions'])

  const latest = await step({ command: 'deregister --revision latest --force' }, tag)
  expect(latest.calls).toEqual([expect.stringContaining('api:6')])
  await step({ command: 'revisions --output json' }, tag)
})

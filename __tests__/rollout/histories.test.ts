import { expect, it } from '@jest/globals'
import fc from 'fast-check'
import { histories } from './histories.ts'
import { live } from './life.ts'
import { tellLife } from './life-story.ts'
import { brokenPromises } from './promises.ts'

// Many more of them: npm run test:histories -- --count 20000
const count = 100
const seed = Math.floor(Math.random() * 2 ** 31)

it(`keeps its promises whatever happens (${count} histories)`, async () => {
  process.stderr.write(`histories: seed ${seed}\n`)
  const details = await fc.check(
    fc.asyncProperty(histories, async (history) => brokenPromises(await live(history)).length === 0),
    { numRuns: count, seed },
  )
  if (!details.failed) return
  const [history] = details.counterexample ?? []
  if (history === undefined) throw details.errorInstance
  const life = await live(history)
  const replay = `npm run test:histories -- --count 1 --seed ${seed} --path ${details.counterexamplePath}`
  expect([...brokenPromises(life), replay, tellLife(life)].join('\n')).toBe('')
})

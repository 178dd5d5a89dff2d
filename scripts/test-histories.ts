/**
 * Lets random histories happen to a deploy: tasks that fail, AWS that fails, others who act, cancellations, clocks that
 * differ. Fails with the line that replays the smallest history in which a promise was broken.
 *
 *     npm run test:histories -- [--count N] [--seed N] [--path P]
 */
import { parseArgs } from 'node:util'
import fc from 'fast-check'
import { type History, histories } from '../__tests__/rollout/histories.ts'
import { live } from '../__tests__/rollout/life.ts'
import { tellLife } from '../__tests__/rollout/life-story.ts'
import { brokenPromises, resultOf } from '../__tests__/rollout/promises.ts'
import { outcomes } from '../src/model/verdict.ts'

const { values } = parseArgs({
  options: { count: { type: 'string' }, seed: { type: 'string' }, path: { type: 'string' } },
})
const count = Number(values.count ?? 1000)
const seed = Number(values.seed ?? Math.floor(Math.random() * 2 ** 31))
const startedAt = performance.now()
const seen = new Map<string, number>()
let lived = 0

// The first history loads modules on the way, and virtual time does not wait for that.
await live(fc.sample(histories, { numRuns: 1, seed: 1 })[0] as History)

const details = await fc.check(fc.asyncProperty(histories, keepsPromises), {
  numRuns: count,
  seed,
  ...(values.path === undefined ? {} : { path: values.path }),
})
if (details.failed) await explain(details)
else console.log(`${lived} histories, seed ${seed}: none broke its promises (${shares()})`)

async function keepsPromises(history: History): Promise<boolean> {
  const life = await live(history)
  const { outcome } = resultOf(life)
  seen.set(outcome, (seen.get(outcome) ?? 0) + 1)
  lived += 1
  if (lived % 500 === 0) console.log(`${lived} lived, ${((performance.now() - startedAt) / lived).toFixed(0)} ms each`)
  return brokenPromises(life).length === 0
}

function shares(): string {
  const known = outcomes
    .filter((outcome) => seen.has(outcome))
    .map((outcome) => ({ outcome, times: seen.get(outcome) ?? 0 }))
  const sorted = known.toSorted((a, b) => b.times - a.times)
  return sorted.map(({ outcome, times }) => `${outcome} ${((100 * times) / lived).toFixed(1)} %`).join(', ')
}

async function explain({ counterexample, counterexamplePath, errorInstance }: fc.RunDetails<[History]>): Promise<void> {
  process.exitCode = 1
  const [history] = counterexample ?? []
  if (history === undefined) throw errorInstance
  try {
    const life = await live(history)
    console.log(tellLife(life))
    for (const broken of brokenPromises(life)) console.log(`broken: ${broken}`)
  } catch (error) {
    console.log(JSON.stringify(history, null, 1))
    console.log(error)
  }
  console.log(`replay: npm run test:histories -- --count 1 --seed ${seed} --path ${counterexamplePath}`)
}

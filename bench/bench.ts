// Prints two tables: what a run costs before it does its work, as ratios within this one run; and how long a deployment
// is waited for. `npm run bench -- waiting` prints only the second one.

import { measureJsonnet } from './jsonnet.ts'
import { measureLookUps } from './look-ups.ts'
import type { Measure } from './measure.ts'
import { measureRoundTrips } from './round-trips.ts'
import { measureSize } from './size.ts'
import { measureStart } from './start.ts'
import { measureWaiting, renderWaits } from './waiting.ts'

if (process.argv[2] !== 'waiting') await printCosts()
for (const line of renderWaits(await measureWaiting())) console.log(line)

async function printCosts(): Promise<void> {
  const measures: readonly Measure[] = [
    ...(await measureStart()),
    ...(await measureRoundTrips()),
    ...(await measureLookUps()),
    ...(await measureJsonnet()),
    ...measureSize(),
  ]
  const width = Math.max(...measures.map(({ what }) => what.length))
  console.log(`${'measure'.padEnd(width)}  ${'value'.padStart(12)}  aim`)
  for (const { what, value, aim } of measures) console.log(`${what.padEnd(width)}  ${value.padStart(12)}  ${aim}`)
  console.log('')
}

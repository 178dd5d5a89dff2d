// Prints one table: what a run costs before it does its work, as ratios within this one run.

import { measureJsonnet } from './jsonnet.ts'
import { measureLookUps } from './look-ups.ts'
import type { Measure } from './measure.ts'
import { measureRoundTrips } from './round-trips.ts'
import { measureSize } from './size.ts'
import { measureStart } from './start.ts'

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

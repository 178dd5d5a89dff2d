/** Measures the rules against a labelled corpus and prints what they miss: `node scripts/dev/classify-score.ts FILE`. */
import { readFileSync } from 'node:fs'
import { labelLine } from '../classify-line.ts'

const file = process.argv[2] ?? '../shared/spec/failures/dev.jsonl'
const tally = new Map<string, { right: number; all: number }>()
for (const line of readFileSync(file, 'utf8').split('\n').filter(Boolean)) {
  const row = JSON.parse(line)
  const wanted = row.rootCause ?? `${row.category}/${row.subcategory}`
  const { label } = labelLine(line)
  const exact = label === wanted
  const right = exact || (row.alt ?? []).includes(label)
  const count = tally.get(row.kind) ?? { right: 0, all: 0 }
  tally.set(row.kind, { right: count.right + Number(right), all: count.all + 1 })
  if (!exact) {
    const shown = row.message ?? row.evidence.map((one: { message: string }) => one.message).join(' | ')
    console.log(
      `${right ? 'alt ' : 'MISS'} ${row.id} wanted ${wanted}, said ${label}: [${row.source ?? ''}] ${shown.slice(0, 260)}`,
    )
  }
}
for (const [kind, { right, all }] of tally)
  console.log(`${kind}: ${right}/${all} ${((100 * right) / all).toFixed(1)} %`)

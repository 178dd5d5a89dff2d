/** JSON lines on stdin, `{"id","label"}` lines on stdout: what the product itself would report (interface, scripts). */
import { createInterface } from 'node:readline'
import { labelLine } from './classify-line.ts'

for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
  if (line.trim() !== '') process.stdout.write(`${JSON.stringify(labelLine(line))}\n`)
}

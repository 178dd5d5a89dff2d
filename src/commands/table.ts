import type { JsonObject } from '../model/json.ts'
import type { PrintedDocument } from '../model/report.ts'
import { formatDocument } from '../plan/canonical.ts'
import type { FlagSpec } from './flags.ts'

/** How a list is printed. */
export const outputFlag: FlagSpec = {
  name: 'output',
  kind: 'text',
  choices: ['table', 'json', 'tsv'],
  help: 'how it is printed',
}

/** A list to be printed: a table's rows, or a stream of JSON objects. */
export interface Listing {
  readonly title: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
  /** One object a row. */
  readonly objects: readonly JsonObject[]
}

/** The list in one of ecspresso's formats (specification 5.14): TSV has no header, JSON is a stream and no list. */
export function printListing(listing: Listing, output: string): PrintedDocument {
  const { title, columns, rows, objects } = listing
  if (output === 'json') return { title, language: 'json', text: objects.map(formatDocument).join('') }
  const cells = rows.map((row) => row.map((cell) => cell.replaceAll(/\s+/g, ' ')))
  if (output === 'tsv') return { title, language: 'text', text: cells.map((row) => `${row.join('\t')}\n`).join('') }
  return { title, language: 'text', text: drawTable(columns, cells) }
}

/** Borders left and right, a rule below the header. */
function drawTable(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = columns.map((name, index) => Math.max(name.length, ...rows.map((row) => row[index]?.length ?? 0)))
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, index) => cell.padEnd(widths[index] ?? 0)).join(' | ')} |\n`
  const rule = `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|\n`
  return [line(columns), rule, ...rows.map(line)].join('')
}

import { structuredPatch } from 'diff'
import type { DiffStyle, DocumentComparison, ProjectComparison } from '../model/comparison.ts'
import { isList, isObject, type Json, type JsonObject } from '../model/json.ts'
import { jsonnetText } from '../plan/jsonnet-text.ts'

const reset = '\u001b[0m'
const colourOf: Readonly<Record<string, string>> = { '+': '\u001b[32m', '-': '\u001b[31m', '@': '\u001b[36m' }

/** JSON of two spaces with sorted keys: the same value is always the same text. */
export function canonicalJson(value: Json): string {
  return JSON.stringify(sortKeys(value), null, 2)
}

/** The diff of two documents; no lines where nothing differs. */
function renderDiff(comparison: DocumentComparison, { language, lines, context }: Style): readonly string[] {
  if (comparison.changes.length === 0) return []
  const { before, after } = comparison
  const write = (value: Json) => (language === 'jsonnet' ? jsonnetText(sortKeys(value)) : `${canonicalJson(value)}\n`)
  const old = before === undefined ? '' : write(before)
  // What runs nowhere yet is compared with nothing, as git shows a new file.
  const remote = comparison.remoteName === '' ? '/dev/null' : comparison.remoteName
  const local = language === 'jsonnet' ? comparison.localName.replace(/\.json$/, '.jsonnet') : comparison.localName
  const around = lines === 'all' ? Number.MAX_SAFE_INTEGER : context
  const { hunks } = structuredPatch(remote, local, old, write(after), '', '', { context: around })
  const body = hunks.flatMap((hunk) => (lines === 'all' ? hunk.lines : hunkLines(hunk)))
  return [`--- ${remote}`, `+++ ${local}`, ...body]
}

interface Style extends DiffStyle {
  /** Unchanged lines around a change. */
  readonly context: number
}

/** The diffs of a project: task definition first, as it is registered first. Undefined: another program shows them. */
export function renderStyledDiffs(comparison: ProjectComparison): readonly string[] | undefined {
  const { style = plain } = comparison
  return style.lines === 'none' ? undefined : render(comparison, { ...style, context: 3 })
}

/** The diffs with `context` unchanged lines around a change, whatever was asked of the log. */
export function renderDiffs(comparison: ProjectComparison, context = 3): readonly string[] {
  const { language } = comparison.style ?? plain
  return render(comparison, { language, lines: 'changed', context })
}

const plain: DiffStyle = { language: 'json', lines: 'changed' }

function render({ taskDefinition, service }: ProjectComparison, style: Style): readonly string[] {
  return [taskDefinition, service].flatMap((one) => (one === undefined ? [] : renderDiff(one, style)))
}

function hunkLines(hunk: ReturnType<typeof structuredPatch>['hunks'][number]): readonly string[] {
  const { oldStart, oldLines, newStart, newLines } = hunk
  return [`@@ -${range(oldStart, oldLines)} +${range(newStart, newLines)} @@`, ...hunk.lines]
}

function range(start: number, lines: number): string {
  return lines === 1 ? String(start) : `${lines === 0 ? Math.max(0, start - 1) : start},${lines}`
}

const colours = { red: '\u001b[31m', green: '\u001b[32m', yellow: '\u001b[33m' } as const

/** A line in an ANSI colour, for a terminal. */
export function paintLine(line: string, colour: keyof typeof colours): string {
  return line === '' ? line : `${colours[colour]}${line}${reset}`
}

/** A line of a diff in ANSI colours, for the log. */
export function paintDiffLine(line: string): string {
  const colour = /^(?:---|\+\+\+)/.test(line) ? '\u001b[1m' : colourOf[line.charAt(0)]
  return colour === undefined ? line : `${colour}${line}${reset}`
}

function sortKeys(value: Json): Json {
  if (isList(value)) return value.map(sortKeys)
  return isObject(value) ? sortObject(value) : value
}

function sortObject(value: JsonObject): JsonObject {
  const keys = Object.keys(value).sort()
  return Object.fromEntries(keys.map((key) => [key, sortKeys(value[key] ?? null)]))
}

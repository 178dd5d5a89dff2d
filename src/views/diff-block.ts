import { structuredPatch } from 'diff'
import type { DocumentComparison, ProjectComparison } from '../model/comparison.ts'
import { isList, isObject, type Json, type JsonObject } from '../model/json.ts'

const reset = '\u001b[0m'
const colourOf: Readonly<Record<string, string>> = { '+': '\u001b[32m', '-': '\u001b[31m', '@': '\u001b[36m' }

/** JSON of two spaces with sorted keys: the same value is always the same text. */
export function canonicalJson(value: Json): string {
  return JSON.stringify(sortKeys(value), null, 2)
}

/** The unified diff of two documents with `context` unchanged lines around a change; no lines where nothing differs. */
function renderDiff(comparison: DocumentComparison, context = 3): readonly string[] {
  if (comparison.changes.length === 0) return []
  const { before, after } = comparison
  const old = before === undefined ? '' : `${canonicalJson(before)}\n`
  // What runs nowhere yet is compared with nothing, as git shows a new file.
  const remote = comparison.remoteName === '' ? '/dev/null' : comparison.remoteName
  const patch = structuredPatch(remote, comparison.localName, old, `${canonicalJson(after)}\n`, '', '', {
    context,
  })
  return [`--- ${remote}`, `+++ ${comparison.localName}`, ...patch.hunks.flatMap(hunkLines)]
}

/** The diffs of a project: task definition first, as it is registered first. */
export function renderDiffs(comparison: ProjectComparison, context = 3): readonly string[] {
  const documents = [comparison.taskDefinition, comparison.service]
  return documents.flatMap((document) => (document === undefined ? [] : renderDiff(document, context)))
}

function hunkLines(hunk: ReturnType<typeof structuredPatch>['hunks'][number]): readonly string[] {
  const { oldStart, oldLines, newStart, newLines } = hunk
  return [`@@ -${range(oldStart, oldLines)} +${range(newStart, newLines)} @@`, ...hunk.lines]
}

function range(start: number, lines: number): string {
  return lines === 1 ? String(start) : `${lines === 0 ? Math.max(0, start - 1) : start},${lines}`
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

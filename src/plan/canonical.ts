import { isList, isObject, type Json, type JsonObject } from '../model/json.ts'

/** Maps whose keys belong to the user: nothing below them is re-cased (specification 4.4, defect 3 of 6.1). */
export const freeForm: ReadonlySet<string> = new Set(['dockerLabels', 'options', 'driverOpts', 'labels', 'hookDetails'])

/**
 * The canonical form of specification 4.4: keys sorted, their first letter lowered, nulls and empty lists dropped.
 * Empty objects stay.
 */
export function canonicalise(document: JsonObject): JsonObject {
  return canonicaliseObject(document, true)
}

/** A document as every printing command prints it: two spaces, HTML-sensitive characters escaped, final newline. */
export function formatDocument(document: JsonObject): string {
  return `${escapeHtml(JSON.stringify(canonicalise(document), null, 2))}\n`
}

/** One line that is equal for equal values, whatever the order of their keys. */
export function canonicalText(value: Json | undefined): string {
  return JSON.stringify(canonicaliseValue(value ?? null, false)) ?? 'null'
}

/** Whether two values mean the same; absent, null and the empty list are one. */
export function sameValue(one: Json | undefined, other: Json | undefined): boolean {
  return canonicalText(one) === canonicalText(other)
}

function canonicaliseValue(value: Json, recase: boolean): Json | undefined {
  if (value === null) return undefined
  if (isList(value)) {
    const items = value.map((item) => canonicaliseValue(item, recase)).filter((item) => item !== undefined)
    return items.length === 0 ? undefined : items
  }
  return isObject(value) ? canonicaliseObject(value, recase) : value
}

function canonicaliseObject(object: JsonObject, recase: boolean): JsonObject {
  const entries: [string, Json][] = []
  for (const [key, value] of Object.entries(object)) {
    const name = recase ? lowerFirst(key) : key
    const canonical = canonicaliseValue(value, recase && !freeForm.has(name))
    if (canonical !== undefined) entries.push([name, canonical])
  }
  return Object.fromEntries(entries.sort(([one], [other]) => compareTexts(one, other)))
}

/** Orders by code unit, not by the machine's language. */
export function compareTexts(one: string, other: string): number {
  if (one === other) return 0
  return one < other ? -1 : 1
}

function lowerFirst(key: string): string {
  return key.charAt(0).toLowerCase() + key.slice(1)
}

// These characters can only stand inside JSON strings, where the escape means the same.
function escapeHtml(json: string): string {
  return json.replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

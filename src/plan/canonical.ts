import { isList, isObject, type Json, type JsonObject } from '../model/json.ts'

/** The canonical form of specification 4.4: keys sorted, nulls and empty lists dropped. Empty objects stay. */
export function canonicalise(document: JsonObject): JsonObject {
  const entries: [string, Json][] = []
  for (const [key, value] of Object.entries(document)) {
    const canonical = canonicaliseValue(value)
    if (canonical !== undefined) entries.push([key, canonical])
  }
  return Object.fromEntries(entries.sort(([one], [other]) => compareTexts(one, other)))
}

/** A document as every printing command prints it: two spaces, HTML-sensitive characters escaped, final newline. */
export function formatDocument(document: JsonObject): string {
  return `${escapeHtml(JSON.stringify(canonicalise(document), null, 2))}\n`
}

/** One line that is equal for equal values, whatever the order of their keys. */
export function canonicalText(value: Json | undefined): string {
  return JSON.stringify(canonicaliseValue(value ?? null)) ?? 'null'
}

/** Whether two values mean the same; absent, null and the empty list are one. */
export function sameValue(one: Json | undefined, other: Json | undefined): boolean {
  return canonicalText(one) === canonicalText(other)
}

function canonicaliseValue(value: Json): Json | undefined {
  if (value === null) return undefined
  if (isList(value)) {
    const items = value.map(canonicaliseValue).filter((item) => item !== undefined)
    return items.length === 0 ? undefined : items
  }
  return isObject(value) ? canonicalise(value) : value
}

/** Orders by code unit, not by the machine's language. */
export function compareTexts(one: string, other: string): number {
  if (one === other) return 0
  return one < other ? -1 : 1
}

// These characters can only stand inside JSON strings, where the escape means the same.
function escapeHtml(json: string): string {
  return json.replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

import { isObject, type Json, type JsonObject } from '../model/json.ts'

/** An object of the SDK as a JSON object: what is undefined, a date or otherwise not JSON is left out. */
export function toJsonObject(value: object): JsonObject {
  return convert(value, () => undefined)
}

/** The same for documents that people read: times are kept, in RFC 3339. */
export function toTimedJsonObject(value: object): JsonObject {
  return convert(value, (date) => date.toISOString())
}

type TimeWriter = (date: Date) => Json | undefined

function convert(value: object, writeTime: TimeWriter): JsonObject {
  const json = toJson(value, writeTime)
  return isObject(json) ? json : {}
}

function toJson(value: unknown, writeTime: TimeWriter): Json | undefined {
  if (value === null || typeof value === 'string' || typeof value === 'boolean' || typeof value === 'number') {
    return value
  }
  if (Array.isArray(value)) return value.map((item) => toJson(item, writeTime)).filter((item) => item !== undefined)
  if (value instanceof Date) return writeTime(value)
  if (typeof value !== 'object') return undefined
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, member]) => {
      const json = toJson(member, writeTime)
      return json === undefined ? [] : [[key, json]]
    }),
  )
}

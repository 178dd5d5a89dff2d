import { isObject, type Json, type JsonObject } from '../model/json.ts'

/** An object of the SDK as a JSON object: what is undefined, a date or otherwise not JSON is left out. */
export function toJsonObject(value: object): JsonObject {
  const json = toJson(value)
  return isObject(json) ? json : {}
}

function toJson(value: unknown): Json | undefined {
  if (value === null || typeof value === 'string' || typeof value === 'boolean' || typeof value === 'number') {
    return value
  }
  if (Array.isArray(value)) return value.map(toJson).filter((item) => item !== undefined)
  if (typeof value !== 'object' || value instanceof Date) return undefined
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, member]) => {
      const json = toJson(member)
      return json === undefined ? [] : [[key, json]]
    }),
  )
}

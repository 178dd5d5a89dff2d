/** A JSON value. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject

/** A JSON object. */
export interface JsonObject {
  readonly [key: string]: Json
}

/** Where a value stands inside a document: keys and indexes from the root. */
export type JsonPath = readonly (string | number)[]

/** Whether a value is an object, and neither null nor a list. */
export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Whether a value is a list; narrows where `Array.isArray` loses `readonly`. */
export function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value)
}

/** The value at `path`, undefined where any step is missing. */
export function valueAt(root: Json | undefined, path: JsonPath): Json | undefined {
  return path.reduce<Json | undefined>((value, step) => {
    if (typeof step === 'number') return isList(value) ? value[step] : undefined
    return isObject(value) ? value[step] : undefined
  }, root)
}

/** The text at `path`, undefined where it is not a text. */
export function textAt(root: Json | undefined, path: JsonPath): string | undefined {
  const value = valueAt(root, path)
  return typeof value === 'string' ? value : undefined
}

/** The number at `path`, undefined where it is not a number. */
export function numberAt(root: Json | undefined, path: JsonPath): number | undefined {
  const value = valueAt(root, path)
  return typeof value === 'number' ? value : undefined
}

/** The objects of the list at `path`; empty where there is no list. */
export function objectsAt(root: Json | undefined, path: JsonPath): readonly JsonObject[] {
  const value = valueAt(root, path)
  return isList(value) ? value.filter(isObject) : []
}

/** `containerDefinitions[0].image` */
export function formatPath(path: JsonPath): string {
  return path.map((step, index) => (typeof step === 'number' ? `[${step}]` : index === 0 ? step : `.${step}`)).join('')
}

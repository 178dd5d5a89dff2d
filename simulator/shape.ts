import type { Fields, Json } from './call.ts'

/** A scenario that cannot be used; the message begins with the place: `tasks[2].fate.code: …`. */
export class ScenarioError extends Error {
  constructor(place: string, problem: string) {
    super(`${place || 'scenario'}: ${problem}`)
    this.name = 'ScenarioError'
  }
}

/** Checks a piece of JSON and gives it its type. Throws {@link ScenarioError}. */
export type Reader<T> = (value: unknown, place: string) => T

/** The type that a reader gives. */
export type Read<R> = R extends Reader<infer T> ? T : never

type Readers = Readonly<Record<string, Reader<unknown>>>
type Members<R extends Readers, O extends Readers> = { readonly [K in keyof R]: Read<R[K]> } & {
  readonly [K in keyof O]?: Read<O[K]>
}

function refuse(value: unknown, place: string, wanted: string): never {
  throw new ScenarioError(place, value === undefined ? `is missing (${wanted})` : `must be ${wanted}`)
}

/** Any string. */
export const text: Reader<string> = (value, place) =>
  typeof value === 'string' ? value : refuse(value, place, 'a string')

/** `true` or `false`. */
export const flag: Reader<boolean> = (value, place) =>
  typeof value === 'boolean' ? value : refuse(value, place, 'true or false')

/** A finite number that is not negative. */
export const amount: Reader<number> = (value, place) =>
  typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : refuse(value, place, 'a number from 0 on')

/** A whole number that is not negative. */
export const count: Reader<number> = (value, place) =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0
    ? value
    : refuse(value, place, 'a whole number from 0 on')

/** An ISO 8601 instant, read as milliseconds since the epoch. */
export const instant: Reader<number> = (value, place) => {
  const parsed = typeof value === 'string' ? Date.parse(value) : Number.NaN
  return Number.isNaN(parsed) ? refuse(value, place, 'an instant such as "2026-01-15T09:00:00Z"') : parsed
}

/** Twelve digits. */
export const account: Reader<string> = (value, place) =>
  typeof value === 'string' && /^\d{12}$/.test(value) ? value : refuse(value, place, 'twelve digits in quotes')

/** An object whose members nobody checks here: the input of an API operation. */
export const fields: Reader<Fields> = (value, place) =>
  isFields(value) ? value : refuse(value, place, 'an object (the input of an API operation)')

/** One of some words. */
export function oneOf<const T extends string>(...words: readonly T[]): Reader<T> {
  return (value, place) => words.find((word) => word === value) ?? refuse(value, place, `one of ${words.join(', ')}`)
}

/** A list, its places numbered from 0. */
export function list<T>(item: Reader<T>): Reader<readonly T[]> {
  return (value, place) =>
    Array.isArray(value)
      ? value.map((entry: unknown, index) => item(entry, `${place}[${index}]`))
      : refuse(value, place, 'a list')
}

/** An object used as a map. */
export function record<T>(item: Reader<T>): Reader<Readonly<Record<string, T>>> {
  return (value, place) => {
    const entries = Object.entries(fields(value, place))
    return Object.fromEntries(entries.map(([key, entry]) => [key, item(entry, join(place, key))]))
  }
}

/** What a missing member means. */
export function fallback<T>(item: Reader<T>, value: T): Reader<T> {
  return (given, place) => (given === undefined ? value : item(given, place))
}

/** An object with these members and no other. */
export function object<R extends Readers, O extends Readers = Record<never, never>>(
  required: R,
  optional?: O,
): Reader<Members<R, O>> {
  const known: Readers = { ...required, ...optional }
  return (value, place) => {
    if (!isFields(value)) return refuse(value, place, 'an object')
    for (const key of Object.keys(value)) {
      if (known[key] === undefined)
        throw new ScenarioError(join(place, key), `is not known (known: ${Object.keys(known).join(', ')})`)
    }
    const entries = Object.entries(known)
      .filter(([key]) => key in required || value[key] !== undefined)
      .map(([key, read]) => [key, read(value[key], join(place, key))])
    return Object.fromEntries(entries) as Members<R, O>
  }
}

/** One of several objects, told apart by the word in `kind`. */
export function byKind<V extends Readonly<Record<string, Reader<{ readonly kind: string }>>>>(
  variants: V,
): Reader<Read<V[keyof V]>> {
  return (value, place) => {
    const kind = isFields(value) ? value['kind'] : undefined
    const variant = typeof kind === 'string' ? variants[kind] : undefined
    if (variant === undefined) return refuse(kind, join(place, 'kind'), `one of ${Object.keys(variants).join(', ')}`)
    return variant(value, place) as Read<V[keyof V]>
  }
}

/** Whether a value is a JSON object. */
export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Whether a value is a list of JSON values. */
export function isList(value: Json | undefined): value is Json[] {
  return Array.isArray(value)
}

function join(place: string, key: string): string {
  return place === '' ? key : `${place}.${key}`
}

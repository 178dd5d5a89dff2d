import { ApiError, type Fields, type Json } from '../call.ts'
import { isFields, isList } from '../shape.ts'

/** `ClientException`: what the caller can change. */
export function clientError(message: string): ApiError {
  return new ApiError('ClientException', message)
}

/** `InvalidParameterException`. */
export function invalid(message: string): ApiError {
  return new ApiError('InvalidParameterException', message)
}

/** A string member. Throws SerializationException when it is of another type. */
export function textOf(input: Fields, key: string): string | undefined {
  return member(input, key, 'String', (value) => (typeof value === 'string' ? value : undefined))
}

/** A number member. */
export function numberOf(input: Fields, key: string): number | undefined {
  return member(input, key, 'Integer', (value) => (typeof value === 'number' ? value : undefined))
}

/** A boolean member. */
export function flagOf(input: Fields, key: string): boolean | undefined {
  return member(input, key, 'Boolean', (value) => (typeof value === 'boolean' ? value : undefined))
}

/** A structure; an absent one is empty. */
export function fieldsOf(input: Fields, key: string): Fields {
  return member(input, key, 'Structure', (value) => (isFields(value) ? value : undefined)) ?? {}
}

/** A list of structures; an absent one is empty. */
export function fieldsListOf(input: Fields, key: string): Fields[] {
  return member(input, key, 'List', (value) => (isList(value) && value.every(isFields) ? value : undefined)) ?? []
}

/** A list of strings; an absent one is empty. */
export function textsOf(input: Fields, key: string): string[] {
  return member(input, key, 'List', (value) => (isList(value) && value.every(isText) ? value : undefined)) ?? []
}

/** A string that must be there: `<Name> can not be blank.` otherwise. */
export function requiredText(input: Fields, key: string): string {
  const value = textOf(input, key)
  if (value === undefined || value === '') throw invalid(`${key[0]?.toUpperCase()}${key.slice(1)} can not be blank.`)
  return value
}

/** A member with one of these words. */
export function choiceOf<const T extends string>(input: Fields, key: string, words: readonly T[]): T | undefined {
  const value = textOf(input, key)
  if (value === undefined) return undefined
  const word = words.find((candidate) => candidate === value)
  if (word === undefined)
    throw invalid(
      `1 validation error detected: Value '${value}' at '${key}' failed to satisfy constraint: Member must satisfy enum value set: [${words.join(', ')}]`,
    )
  return word
}

/** The members with these names, those that are not there left out. */
export function pick(input: Fields, keys: readonly string[]): Fields {
  return Object.fromEntries(keys.filter((key) => input[key] !== undefined).map((key) => [key, input[key]]))
}

/** Whether two JSON values are equal; the order of members does not matter, that of lists does. */
export function same(left: Json | undefined, right: Json | undefined): boolean {
  return canonical(left) === canonical(right)
}

/** JSON with sorted members. */
export function canonical(value: Json | undefined): string {
  if (isList(value)) return `[${value.map(canonical).join(',')}]`
  if (!isFields(value)) return JSON.stringify(value) ?? 'null'
  const keys = Object.keys(value).filter((key) => value[key] !== undefined)
  return `{${keys
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`)
    .join(',')}}`
}

function member<T>(input: Fields, key: string, wanted: string, read: (value: Json) => T | undefined): T | undefined {
  const value = input[key]
  if (value === undefined || value === null) return undefined
  const result = read(value)
  if (result === undefined)
    throw new ApiError('SerializationException', `${jsonType(value)} can not be converted to ${article(wanted)}`)
  return result
}

function article(wanted: string): string {
  return /^[AEIOU]/.test(wanted) ? `an ${wanted}` : `a ${wanted}`
}

function jsonType(value: Json): string {
  if (isList(value)) return 'START_ARRAY'
  if (isFields(value)) return 'START_OBJECT'
  if (typeof value === 'boolean') return value ? 'TRUE_VALUE' : 'FALSE_VALUE'
  return typeof value === 'number' ? 'NUMBER_VALUE' : 'STRING_VALUE'
}

function isText(value: Json): value is string {
  return typeof value === 'string'
}

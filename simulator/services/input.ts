import { ApiError, type Fields, type Json } from '../call.ts'
import { isList } from '../shape.ts'

/** A text of the input, or nothing. */
export function textOf(input: Fields, name: string): string | undefined {
  const value = input[name]
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** A text that the operation needs. Throws {@link ApiError} `ValidationException`. */
export function needText(input: Fields, name: string, code = 'ValidationException'): string {
  const value = textOf(input, name)
  if (value !== undefined) return value
  throw new ApiError(
    code,
    `1 validation error detected: Value at '${name}' failed to satisfy constraint: Member must not be null`,
  )
}

/** A number of the input; the Query protocol sends numbers as texts. */
export function numberOf(input: Fields, name: string): number | undefined {
  const value = input[name]
  if (typeof value === 'string' && value !== '') return Number(value)
  return typeof value === 'number' ? value : undefined
}

/** A list of texts, or nothing when the list is missing. */
export function textsOf(input: Fields, name: string): readonly string[] | undefined {
  const value = input[name]
  return isList(value) ? value.filter((entry: Json): entry is string => typeof entry === 'string') : undefined
}

/** One page of a list: its entries, and the token of the next page where there is one. */
export interface Page<T> {
  readonly entries: readonly T[]
  readonly next: string | undefined
}

/** Cuts the page that `token` (nothing: the first) begins; a token is the place of its first entry. */
export function pageOf<T>(all: readonly T[], token: string | undefined, size: number): Page<T> {
  const from = token === undefined ? 0 : Number.parseInt(token, 10) || 0
  const next = from + size < all.length ? String(from + size) : undefined
  return { entries: all.slice(from, from + size), next }
}

import type { Fields } from '../call.ts'
import { invalid, numberOf, textOf } from './input.ts'

/** How many items an operation gives at most, and when it is not told. */
interface Limits {
  readonly usual: number
  readonly most: number
}

/** One page of a list as `maxResults` and `nextToken` ask for it. */
export function page<T>(input: Fields, all: readonly T[], { usual, most }: Limits): { items: T[]; more: Fields } {
  const size = numberOf(input, 'maxResults') ?? usual
  if (size < 1 || size > most) throw invalid(`maxResults must be between 1 and ${most}.`)
  const start = readToken(textOf(input, 'nextToken'))
  const end = start + size
  return { items: all.slice(start, end), more: end < all.length ? { nextToken: writeToken(end) } : {} }
}

function writeToken(offset: number): string {
  return Buffer.from(`page:${offset}`).toString('base64')
}

function readToken(token: string | undefined): number {
  if (token === undefined || token === '') return 0
  const match = /^page:(\d+)$/.exec(Buffer.from(token, 'base64').toString())
  if (match === null) throw invalid('Invalid token.')
  return Number(match[1])
}

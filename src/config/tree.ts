import type { Json, JsonObject, JsonPath } from '../model/json.ts'

/** A parsed document that remembers where each value was written; offsets are those of the parsed text. */
export type Tree = ScalarTree | ListTree | ObjectTree

/** A value without parts. */
export interface ScalarTree {
  readonly kind: 'scalar'
  readonly offset: number
  readonly value: null | boolean | number | string
}

/** A list, its items in order. */
export interface ListTree {
  readonly kind: 'list'
  readonly offset: number
  readonly items: readonly Tree[]
}

/** An object, its members in the order of the text. */
export interface ObjectTree {
  readonly kind: 'object'
  readonly offset: number
  readonly members: readonly Member[]
}

/** A key with its value; `offset` is the key's. */
export interface Member {
  readonly key: string
  readonly offset: number
  readonly value: Tree
}

/** The deepest document we read; beyond it the text is an attack or an accident. */
export const depthLimit = 200

/** The document without its positions. */
export function toJson(tree: Tree): Json {
  if (tree.kind === 'scalar') return tree.value
  return tree.kind === 'list' ? tree.items.map(toJson) : toObject(tree)
}

/** An object without its positions; of a key written twice the last one counts. */
export function toObject(tree: ObjectTree): JsonObject {
  return Object.fromEntries(tree.members.map(({ key, value }) => [key, toJson(value)]))
}

/** The value of a key. */
export function memberOf(tree: Tree, key: string): Member | undefined {
  return tree.kind === 'object' ? tree.members.findLast((member) => member.key === key) : undefined
}

/** Offset of the value at `path`, or of its nearest ancestor; of an object's member the key's. */
export function offsetOf(tree: Tree, path: JsonPath): number {
  let current = tree
  let { offset } = tree
  for (const step of path) {
    const member = typeof step === 'string' ? memberOf(current, step) : undefined
    const item = typeof step === 'number' && current.kind === 'list' ? current.items[step] : undefined
    const next = member?.value ?? item
    if (next === undefined) return offset
    offset = member?.offset ?? next.offset
    current = next
  }
  return offset
}

/** `the number 256`, `a list`: a value as a message names it. */
export function describeTree(tree: Tree): string {
  if (tree.kind === 'list') return 'a list'
  if (tree.kind === 'object') return 'an object'
  const { value } = tree
  if (typeof value === 'string')
    return `the text ${JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}…` : value)}`
  return typeof value === 'number' ? `the number ${value}` : String(value)
}

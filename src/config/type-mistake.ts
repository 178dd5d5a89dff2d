import type { JsonPath } from '../model/json.ts'
import { type SchemaType, shapeOf } from './schema/types.ts'
import { describeTree, type Tree } from './tree.ts'

/** A value of a type that ECS would not take. */
export interface TypeMistake {
  readonly path: JsonPath
  /** `must be a string, found the number 256` */
  readonly message: string
  readonly hint: string
  readonly offset: number
}

/** What is wrong with a value, and how to write it instead. */
export function describeMistake(value: Tree, type: SchemaType, path: JsonPath): TypeMistake {
  const isFraction = type.kind === 'integer' && value.kind === 'scalar' && typeof value.value === 'number'
  const wanted = isFraction ? 'a whole number' : typeNames[type.kind]
  return {
    path,
    offset: value.offset,
    message: `must be ${wanted}, found ${mayBeSecret(value, path) ? 'a number' : describeTree(value)}`,
    hint: mayBeSecret(value, path) ? 'put it in quotes' : (fixOf(value, type, path.at(-1)) ?? `write ${wanted}`),
  }
}

/** Values of the environment are told nowhere before it is known which of them are secrets. */
function mayBeSecret(value: Tree, path: JsonPath): boolean {
  return path.includes('environment') && value.kind === 'scalar' && typeof value.value === 'number'
}

const typeNames: Readonly<Record<SchemaType['kind'], string>> = {
  string: 'a string',
  enum: 'a string',
  boolean: 'a boolean',
  integer: 'a number',
  number: 'a number',
  list: 'a list',
  map: 'an object',
  object: 'an object',
  json: 'a value',
}

/** Where it is plain what was meant. */
function fixOf(value: Tree, type: SchemaType, step: string | number | undefined): string | undefined {
  const key = typeof step === 'string' ? `${JSON.stringify(step)}: ` : ''
  if (type.kind === 'list') return fixOfList(value, type.item, key)
  if (type.kind === 'map') return 'write { "name": "value", … }'
  if (type.kind === 'object') {
    return value.kind === 'list' && value.items.length === 1
      ? 'remove the brackets around it'
      : `write ${exampleOf(type.shape)}`
  }
  if (value.kind !== 'scalar') return undefined
  if (type.kind === 'string' || type.kind === 'enum') {
    return `put it in quotes: ${key}${JSON.stringify(String(value.value))}`
  }
  return isQuoted(value.value, type) ? `remove the quotes: ${key}${value.value}` : undefined
}

function fixOfList(value: Tree, item: SchemaType, key: string): string | undefined {
  if (item.kind !== 'object') {
    const isOne = item.kind !== 'list' && value.kind === 'scalar' && typeof value.value === 'string'
    return isOne ? `put it in brackets: ${key}[${JSON.stringify(value.value)}]` : undefined
  }
  const shape = shapeOf(item.shape)
  const isItem = value.kind === 'object' && value.members.some((member) => shape.has(member.key.toLowerCase()))
  return isItem ? `put it in brackets: ${key}[{ … }]` : `write a list of ${exampleOf(item.shape)}`
}

/** `{ "name": …, "value": … }` */
function exampleOf(shape: string): string {
  const names = Array.from(shapeOf(shape).values(), ({ name }) => `"${name}": …`)
  return `{ ${names.slice(0, 2).join(', ')}${names.length > 2 ? ', …' : ''} }`
}

function isQuoted(value: unknown, { kind }: SchemaType): boolean {
  if (typeof value !== 'string') return false
  if (kind === 'boolean') return value === 'true' || value === 'false'
  return kind === 'integer' ? /^-?\d+$/.test(value) : /^-?\d+(?:\.\d+)?$/.test(value)
}

import { enums, shapes } from './tables.ts'

/** The type of a value in the ECS API. `number` may have a fraction, `json` is free. */
export type SchemaType =
  | { readonly kind: 'string' | 'boolean' | 'integer' | 'number' | 'json' }
  | { readonly kind: 'enum'; readonly values: readonly string[] }
  | { readonly kind: 'list' | 'map'; readonly item: SchemaType }
  | { readonly kind: 'object'; readonly shape: string }

/** A member of a shape. */
export interface SchemaMember {
  /** As the API spells it. */
  readonly name: string
  readonly type: SchemaType
}

/** The members of a shape by their names in lower case: what is written is matched without regard to case. */
export type Shape = ReadonlyMap<string, SchemaMember>

const read = new Map<string, Shape>()

/** The members of a shape of the table. */
export function shapeOf(name: string): Shape {
  const shape = read.get(name) ?? readShape(name)
  read.set(name, shape)
  return shape
}

function readShape(name: string): Shape {
  const members = Object.entries(shapes[name] ?? {})
  return new Map(members.map(([member, type]) => [member.toLowerCase(), { name: member, type: readType(type) }]))
}

function readType(text: string): SchemaType {
  if (text.endsWith('[]')) return { kind: 'list', item: readType(text.slice(0, -2)) }
  if (text.endsWith('{}')) return { kind: 'map', item: readType(text.slice(0, -2)) }
  switch (text) {
    case 'string':
    case 'boolean':
    case 'integer':
    case 'number':
    case 'json':
      return { kind: text }
    default: {
      const values = enums[text]
      return values === undefined ? { kind: 'object', shape: text } : { kind: 'enum', values: values.split(' ') }
    }
  }
}

/** A complex constant such as `1+2i`; nobody needs it, the grammar has it. */
export class Complex {
  readonly real: number
  readonly imaginary: number

  constructor(real: number, imaginary: number) {
    this.real = real
    this.imaginary = imaginary
  }
}

/** A map as a function returns it; iterated in the order of its sorted keys. */
export interface ValueMap {
  readonly [key: string]: Value
}

/**
 * A value of a template. Go's `int` is a bigint, its `float64` a number, "no value" and `nil` are null.
 * Every JSON value is one: its numbers are `float64`, as Go decodes them.
 */
export type Value = null | boolean | bigint | number | string | Complex | readonly Value[] | ValueMap

/** The sorts of value that the language tells apart. */
export type Kind = 'nil' | 'bool' | 'int' | 'float' | 'complex' | 'string' | 'list' | 'map'

/** A function that a template may call; a failure is thrown as FunctionFailure or any other error. */
export interface TemplateFunction {
  (args: readonly Value[]): Promise<Value> | Value
  /** It only reads, and may be called before it is known that its result is needed. */
  readonly isLookup?: boolean
}

/** Why a function has no result. With a placeholder the rendering goes on and reports the failure at its end. */
export class FunctionFailure extends Error {
  readonly hint: string | undefined
  readonly placeholder: Value | undefined

  constructor(message: string, options: { hint?: string; placeholder?: Value; cause?: unknown } = {}) {
    super(message, { cause: options.cause })
    this.name = 'FunctionFailure'
    this.hint = options.hint
    this.placeholder = options.placeholder
  }
}

/** Whether a value is a list; narrows where `Array.isArray` loses `readonly`. */
export function isListValue(value: Value): value is readonly Value[] {
  return Array.isArray(value)
}

/** Whether a value is a map. */
export function isMapValue(value: Value): value is ValueMap {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Complex)
}

/** What sort of value this is. */
export function kindOf(value: Value): Kind {
  switch (typeof value) {
    case 'boolean':
      return 'bool'
    case 'bigint':
      return 'int'
    case 'number':
      return 'float'
    case 'string':
      return 'string'
    default:
      if (value === null) return 'nil'
      if (value instanceof Complex) return 'complex'
      return isListValue(value) ? 'list' : 'map'
  }
}

const typeNames: Readonly<Record<Kind, string>> = {
  nil: '<nil>',
  bool: 'bool',
  int: 'int',
  float: 'float64',
  complex: 'complex128',
  string: 'string',
  list: '[]interface {}',
  map: 'map[string]interface {}',
}

/** The type as Go names it in messages and for `%T`. */
export function typeName(value: Value): string {
  return typeNames[kindOf(value)]
}

/** What `if`, `and`, `or` and `not` make of a value: zero, empty and nothing are false. */
export function isTrue(value: Value): boolean {
  if (value === null) return false
  if (value instanceof Complex) return value.real !== 0 || value.imaginary !== 0
  if (isListValue(value)) return value.length > 0
  if (isMapValue(value)) return Object.keys(value).length > 0
  // NaN is not zero, so it is true.
  return typeof value === 'number' ? value !== 0 : Boolean(value)
}

/** The keys of a map in byte order, as `range` and printing go through it. */
export function sortedKeys(map: ValueMap): readonly string[] {
  return Object.keys(map).sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
}

/** The entry of a map; absent ones are nothing, inherited ones do not exist. */
export function entryOf(map: ValueMap, key: string): Value {
  return Object.hasOwn(map, key) ? (map[key] ?? null) : null
}

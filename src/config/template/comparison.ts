import { printOne } from './print.ts'
import { Complex, FunctionFailure, kindOf, type Value } from './values.ts'

/** `eq`: whether the first value equals any of the others. */
export function equalsAny([first, ...others]: readonly Value[]): boolean {
  if (first === undefined) throw new FunctionFailure('wrong number of args for eq: want at least 1 got 0')
  if (others.length === 0) throw new FunctionFailure('missing argument for comparison')
  return others.some((other) => areEqual(first, other))
}

/** `ne`, of exactly two values. */
export function differs(args: readonly Value[]): boolean {
  const [one, other] = twoOf('ne', args)
  return !areEqual(one, other)
}

/** `lt`: only numbers of one sort and texts have an order. */
export function isLess(name: string, args: readonly Value[]): boolean {
  const [one, other] = twoOf(name, args)
  return comesBefore(one, other)
}

/** `le` */
export function isLessOrEqual(name: string, args: readonly Value[]): boolean {
  const [one, other] = twoOf(name, args)
  return comesBefore(one, other) || areEqual(one, other)
}

function twoOf(name: string, args: readonly Value[]): readonly [Value, Value] {
  const [one, other] = args
  if (one === undefined || other === undefined || args.length > 2) {
    throw new FunctionFailure(`wrong number of args for ${name}: want 2 got ${args.length}`)
  }
  return [one, other]
}

function areEqual(one: Value, other: Value): boolean {
  if (one === null || other === null) return one === other
  const kind = kindOf(one)
  // Lists and maps are one sort to the comparison: not comparable.
  if (['list', 'map'].includes(kind) && ['list', 'map'].includes(kindOf(other))) {
    throw new FunctionFailure(`non-comparable types: ${printOne(one)} and ${printOne(other)}`)
  }
  if (kind !== kindOf(other)) throw new FunctionFailure('incompatible types for comparison')
  if (one instanceof Complex && other instanceof Complex) {
    return one.real === other.real && one.imaginary === other.imaginary
  }
  return one === other
}

function comesBefore(one: Value, other: Value): boolean {
  if (one === null || other === null || isUnordered(one) || isUnordered(other)) {
    throw new FunctionFailure('invalid type for comparison')
  }
  if (kindOf(one) !== kindOf(other)) throw new FunctionFailure('incompatible types for comparison')
  if (typeof one === 'string' && typeof other === 'string')
    return Buffer.compare(Buffer.from(one), Buffer.from(other)) < 0
  return one < other
}

function isUnordered(value: Value): boolean {
  return !['int', 'float', 'string'].includes(kindOf(value))
}

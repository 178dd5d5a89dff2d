import { differs, equalsAny, isLess, isLessOrEqual } from './comparison.ts'
import { escapeHtml, escapeQuery, escapeScript } from './escapes.ts'
import { format } from './format.ts'
import { printAll, printLine } from './print.ts'
import {
  entryOf,
  FunctionFailure,
  isListValue,
  isMapValue,
  isTrue,
  type TemplateFunction,
  typeName,
  type Value,
} from './values.ts'

/** The functions of the language itself. `and` and `or` stop early, so the evaluator does them. */
export const builtins: ReadonlyMap<string, TemplateFunction> = new Map<string, TemplateFunction>([
  ['and', undecided],
  ['or', undecided],
  ['not', (args) => !isTrue(onlyOf('not', args))],
  ['len', (args) => lengthOf(onlyOf('len', args))],
  ['index', ([item, ...indexes]) => indexes.reduce(pick, firstOf('index', item))],
  ['slice', ([item, ...indexes]) => cut(firstOf('slice', item), indexes)],
  ['print', printAll],
  ['println', printLine],
  ['printf', printFormatted],
  ['html', (args) => escapeHtml(printShown(args))],
  ['js', (args) => escapeScript(printShown(args))],
  ['urlquery', (args) => escapeQuery(printShown(args))],
  ['call', call],
  ['eq', equalsAny],
  ['ne', differs],
  ['lt', (args) => isLess('lt', args)],
  ['le', (args) => isLessOrEqual('le', args)],
  ['gt', (args) => !isLessOrEqual('gt', args)],
  ['ge', (args) => !isLess('ge', args)],
])

/** The escaping functions show nothing as an action does. */
function printShown(args: readonly Value[]): string {
  return printAll(args.map((value) => value ?? '<no value>'))
}

function undecided(): Value {
  throw new FunctionFailure('and, or are decided by the evaluator')
}

function onlyOf(name: string, args: readonly Value[]): Value {
  const [value] = args
  if (value === undefined || args.length !== 1) {
    throw new FunctionFailure(`wrong number of args for ${name}: want 1 got ${args.length}`)
  }
  return value
}

function firstOf(name: string, item: Value | undefined): Value {
  if (item === undefined) throw new FunctionFailure(`wrong number of args for ${name}: want at least 1 got 0`)
  if (item === null) throw new FunctionFailure(`${name} of untyped nil`)
  return item
}

/** Lengths of texts are bytes. */
function lengthOf(value: Value): bigint {
  if (typeof value === 'string') return BigInt(Buffer.byteLength(value))
  if (isListValue(value)) return BigInt(value.length)
  if (isMapValue(value)) return BigInt(Object.keys(value).length)
  throw new FunctionFailure(value === null ? 'len of nil pointer' : `len of type ${typeName(value)}`)
}

function pick(item: Value, index: Value): Value {
  if (isListValue(item)) return item[position(index, item.length - 1)] ?? null
  if (typeof item === 'string') {
    const bytes = Buffer.from(item)
    return BigInt(bytes[position(index, bytes.length - 1)] ?? 0)
  }
  if (!isMapValue(item)) {
    throw new FunctionFailure(item === null ? 'index of nil pointer' : `can't index item of type ${typeName(item)}`)
  }
  if (typeof index === 'string') return entryOf(item, index)
  throw new FunctionFailure(
    index === null ? 'value is nil; should be string' : `value has type ${typeName(index)}; should be string`,
  )
}

function position(index: Value, last: number): number {
  if (index === null) throw new FunctionFailure('cannot index slice/array with nil')
  if (typeof index !== 'bigint') throw new FunctionFailure(`cannot index slice/array with type ${typeName(index)}`)
  if (index < 0n || index > BigInt(last)) throw new FunctionFailure(`index out of range: ${index}`)
  return Number(index)
}

function cut(item: Value, indexes: readonly Value[]): Value {
  if (indexes.length > 3) throw new FunctionFailure(`too many slice indexes: ${indexes.length}`)
  if (typeof item === 'string') {
    if (indexes.length === 3) throw new FunctionFailure('cannot 3-index slice a string')
    const bytes = Buffer.from(item)
    return bytes.subarray(...bounds(indexes, bytes.length)).toString('utf8')
  }
  if (isListValue(item)) return item.slice(...bounds(indexes, item.length))
  throw new FunctionFailure(`can't slice item of type ${typeName(item)}`)
}

function bounds(indexes: readonly Value[], length: number): [number, number] {
  const [start = 0, end = length, capacity = end] = indexes.map((index) => position(index, length))
  if (start > end) throw new FunctionFailure(`invalid slice index: ${start} > ${end}`)
  if (end > capacity) throw new FunctionFailure(`invalid slice index: ${end} > ${capacity}`)
  return [start, end]
}

function printFormatted([pattern, ...args]: readonly Value[]): string {
  if (pattern === undefined) throw new FunctionFailure('wrong number of args for printf: want at least 1 got 0')
  if (typeof pattern !== 'string')
    throw new FunctionFailure(`wrong type for value; expected string; got ${typeName(pattern)}`)
  return format(pattern, args)
}

/** No value of ours is a function, so that this one can only refuse. */
function call([called]: readonly Value[]): Value {
  if (called === undefined) throw new FunctionFailure('wrong number of args for call: want at least 1 got 0')
  throw new FunctionFailure(called === null ? 'call of nil' : `non-function of type ${typeName(called)}`)
}

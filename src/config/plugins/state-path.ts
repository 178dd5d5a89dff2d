import { isList, isObject, type Json } from '../../model/json.ts'
import { FunctionFailure } from '../template/values.ts'

const steps =
  /\.?\["((?:[^"\\]|\\.)*)"\]|\.?\[(-?\d+)\]|\."((?:[^"\\]|\\.)*)"|\.([\p{L}\p{N}_](?:[\p{L}\p{N}_-]*[\p{L}\p{N}_])?)/uy

/**
 * What stands at a path such as `.tags.Name`, `[0].id` or `["az-a"]` (specification 2.5.1). Nothing has nothing below it.
 *
 * @throws FunctionFailure where the path is none, or does not fit the value.
 */
export function followPath(value: Json, path: string, address: string): Json {
  let current = value
  for (const step of readPath(path, address)) current = stepInto(current, step, address)
  return current
}

function readPath(path: string, address: string): readonly (string | number)[] {
  const found: (string | number)[] = []
  let position = 0
  while (position < path.length) {
    steps.lastIndex = position
    const match = steps.exec(path)
    if (match === null) {
      throw new FunctionFailure(`failed to lookup ${address} in tfstate: cannot read ${path.slice(position)}`, {
        hint: 'write .name, [0] or ["key"] behind an address; other jq expressions are not supported',
      })
    }
    const [text, bracketed, index, quoted, plain] = match
    found.push(index === undefined ? (plain ?? unquote(bracketed ?? quoted ?? '')) : Number(index))
    position += text.length
  }
  return found
}

function unquote(text: string): string {
  return text.replaceAll(/\\(["\\])/g, '$1')
}

function stepInto(value: Json, step: string | number, address: string): Json {
  if (value === null) return null
  if (typeof step === 'number') {
    if (isList(value)) return value.at(step) ?? null
  } else if (isObject(value)) return Object.hasOwn(value, step) ? (value[step] ?? null) : null
  const wanted = typeof step === 'number' ? `a list for [${step}]` : `an object for .${step}`
  throw new FunctionFailure(`failed to lookup ${address} in tfstate: expected ${wanted}, got ${describe(value)}`, {
    hint: 'check what stands there: terraform state show',
  })
}

function describe(value: Json): string {
  if (isList(value)) return 'a list'
  return isObject(value) ? 'an object' : `a ${typeof value}`
}

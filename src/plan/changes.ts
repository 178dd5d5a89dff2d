import type { Change } from '../model/comparison.ts'
import { isList, isObject, type Json, type JsonObject, valueAt } from '../model/json.ts'
import { canonicalText, compareTexts } from './canonical.ts'

/** What the items of a list are called by; lists that are not named here keep their order and are counted. */
const identities: Readonly<Record<string, string>> = {
  containerDefinitions: 'name',
  environment: 'name',
  mountPoints: 'containerPath',
  portMappings: 'containerPort',
  properties: 'name',
  secrets: 'name',
  tags: 'key',
  volumeConfigurations: 'name',
  volumes: 'name',
  volumesFrom: 'sourceContainer',
  vpcLatticeConfigurations: 'portName',
}

/** The differences of two normalised documents, in the order of their paths; all of `after` where nothing runs. */
export function listChanges(before: JsonObject | undefined, after: JsonObject): readonly Change[] {
  const changes = compareObjects(before ?? {}, after, '')
  return before === undefined && changes.length === 0 ? [{ path: '', after }] : changes
}

function compareValues(before: Json | undefined, after: Json | undefined, path: string): readonly Change[] {
  if (canonicalText(before) === canonicalText(after)) return []
  if (isObject(before) && isObject(after)) return compareObjects(before, after, path)
  if (isList(before) && isList(after)) {
    const inside = compareLists(before, after, path)
    if (inside !== undefined) return inside
  }
  return [{ path, ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) }]
}

function compareObjects(before: JsonObject, after: JsonObject, path: string): readonly Change[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort(compareTexts)
  return keys.flatMap((key) => compareValues(valueAt(before, [key]), valueAt(after, [key]), joinKey(path, key)))
}

// Undefined: the lists can only be shown as a whole.
function compareLists(before: readonly Json[], after: readonly Json[], path: string): readonly Change[] | undefined {
  if (![...before, ...after].every(isObject)) return undefined
  const identity = identities[lastKey(path)]
  const named = identity === undefined ? undefined : nameItems(before, after, identity)
  const [old, wanted] = named ?? [countItems(before), countItems(after)]
  const names = [...new Set([...old.keys(), ...wanted.keys()])]
  return names.flatMap((name) => compareValues(old.get(name), wanted.get(name), `${path}[${name}]`))
}

type NamedItems = ReadonlyMap<string, Json>

// Undefined where an item has no name or two have the same one.
function nameItems(
  before: readonly Json[],
  after: readonly Json[],
  identity: string,
): readonly [NamedItems, NamedItems] | undefined {
  const [old, wanted] = [before, after].map((list) => new Map(list.map((item) => [nameOf(item, identity), item])))
  if (old?.size !== before.length || wanted?.size !== after.length) return undefined
  return old.has('') || wanted.has('') ? undefined : [old, wanted]
}

function nameOf(item: Json, identity: string): string {
  const name = valueAt(item, [identity])
  return typeof name === 'string' || typeof name === 'number' ? String(name) : ''
}

function countItems(list: readonly Json[]): NamedItems {
  return new Map(list.map((item, index) => [String(index), item]))
}

function joinKey(path: string, key: string): string {
  if (!/^[\w-]+$/.test(key)) return `${path}[${key}]`
  return path === '' ? key : `${path}.${key}`
}

function lastKey(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1)
}

import { isList, isObject, type Json, type JsonObject, objectsAt, textAt, valueAt } from '../../model/json.ts'
import { suggest } from '../nearest-name.ts'
import { FunctionFailure } from '../template/values.ts'
import { followPath } from './state-path.ts'

/** What stands at an address of a state, and what Terraform calls sensitive in it. */
interface StateEntry {
  readonly value: Json
  readonly sensitive: readonly Json[]
}

/** What a look-up found. */
export interface StateValue {
  readonly value: Json
  /** Values that must not be shown. */
  readonly sensitive: readonly Json[]
}

/** A Terraform state (version 4) by addresses. */
export class TerraformState {
  private readonly entries = new Map<string, StateEntry>()

  constructor(document: JsonObject = {}) {
    const outputs = document['outputs']
    for (const [name, output] of Object.entries(isObject(outputs) ? outputs : {})) {
      const value = isObject(output) ? (output['value'] ?? null) : output
      const isSensitive = isObject(output) && output['sensitive'] === true
      this.entries.set(`output.${name}`, { value, sensitive: isSensitive ? [value] : [] })
    }
    for (const resource of objectsAt(document, ['resources'])) this.addResource(resource)
  }

  /**
   * Looks an address up: exactly, else the longest known one with a path behind it.
   *
   * @throws FunctionFailure `<address> is not found in tfstate`
   */
  lookUp(address: string): StateValue {
    for (const end of possibleEnds(address)) {
      const entry = this.entries.get(address.slice(0, end))
      if (entry === undefined) continue
      const value = followPath(entry.value, address.slice(end), address)
      if (value !== null) return { value, sensitive: entry.sensitive }
      break
    }
    const nearest = suggest(address, this.entries.keys()).replace(/^; /, '')
    throw new FunctionFailure(`${address} is not found in tfstate`, {
      hint: nearest || 'check the address: terraform state list, terraform output',
    })
  }

  private addResource(resource: JsonObject): void {
    const module = textAt(resource, ['module']) ?? ''
    const mode = resource['mode'] === 'data' ? 'data.' : ''
    const type = textAt(resource, ['type']) ?? ''
    const name = `${module === '' ? '' : `${module}.`}${mode}${type}.${textAt(resource, ['name']) ?? ''}`
    const instances = objectsAt(resource, ['instances'])
      .filter((one) => one['deposed'] === undefined)
      .map((one) => ({ key: one['index_key'] ?? null, ...entryOf(one, type) }))
    const [first] = instances
    if (first?.key === null) {
      this.entries.set(name, first)
      return
    }
    for (const one of instances) this.entries.set(`${name}[${JSON.stringify(one.key)}]`, one)
    if (instances.length > 0) this.entries.set(name, together(instances))
  }
}

/** Where a known address may end in a longer one, the longest first. */
function possibleEnds(address: string): readonly number[] {
  const ends = Array.from(address.matchAll(/[.[]/g), (match) => match.index)
  return [...ends, address.length].reverse()
}

function entryOf(instance: JsonObject, type: string): StateEntry {
  const attributes = instance['attributes']
  const value = isObject(attributes) ? attributes : {}
  const paths = instance['sensitive_attributes']
  const sensitive = (isList(paths) ? paths : []).map((path) => valueAt(value, stepsOf(path)) ?? null)
  return { value: type === 'terraform_remote_state' ? unwrapOutputs(value) : value, sensitive }
}

/** `[{"type": "get_attr", "value": "password"}]` */
function stepsOf(path: Json): readonly (string | number)[] {
  return (isList(path) ? path : []).flatMap((step) => {
    const value = isObject(step) ? step['value'] : step
    return typeof value === 'string' || typeof value === 'number' ? [value] : []
  })
}

/** Outputs of another state have no fixed type, so they are stored as `{value, type}`. */
function unwrapOutputs(attributes: JsonObject): JsonObject {
  const outputs = attributes['outputs']
  if (!isObject(outputs) || !('value' in outputs && 'type' in outputs)) return attributes
  return { ...attributes, outputs: outputs['value'] ?? null }
}

/** All instances of a counted resource as a list, of one with `for_each` as a map. */
function together(instances: readonly (StateEntry & { readonly key: Json })[]): StateEntry {
  const sensitive = instances.flatMap((one) => one.sensitive)
  if (instances.every(({ key }) => typeof key === 'number')) {
    const ordered = [...instances].sort((one, other) => Number(one.key) - Number(other.key))
    return { value: ordered.map(({ value }) => value), sensitive }
  }
  return {
    value: Object.fromEntries(
      instances.map(({ key, value }) => [typeof key === 'string' ? key : JSON.stringify(key), value]),
    ),
    sensitive,
  }
}

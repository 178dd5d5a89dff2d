import { describeError } from '../../errors.ts'
import { isList, isObject, type Json } from '../../model/json.ts'
import { format } from '../template/format.ts'
import { FunctionFailure, sortedKeys, type Value } from '../template/values.ts'
import { OptionFailure, type Plugin, type PluginEntry, type PluginSurroundings, textOf, textsOf } from './plugin.ts'
import { type LocationSurroundings, readLocation, type StateLocation } from './state-location.ts'
import { TerraformState } from './terraform-state.ts'

/** Values of a Terraform state: `tfstate ADDRESS` and, in templates, `tfstatef FORMAT ARGS…` (specification 2.5.1). */
export const tfstate: Plugin = async (entry, around) => {
  entry.options.expect(['path', 'url', 'optional'])
  const state = await readState(entry, around)
  const find = (address: string): Json => {
    const { value, sensitive } = state.lookUp(address)
    for (const secret of sensitive) around.context.registerSecret(asText(secret))
    return value
  }
  const findText = (address: string): string => asText(find(address.replaceAll("'", '"')))
  return [
    {
      name: 'tfstate',
      parameters: ['address'],
      only: 'template',
      isLookup: true,
      call: async (args) => findText(textsOf('tfstate', args, 1)[0] ?? ''),
    },
    {
      name: 'tfstatef',
      parameters: ['format'],
      only: 'template',
      isLookup: true,
      call: async ([pattern, ...rest]) => findText(format(textOf('tfstatef', pattern), rest)),
    },
    {
      name: 'tfstate',
      parameters: ['address'],
      only: 'jsonnet',
      isLookup: true,
      call: async (args): Promise<Value> => find(textsOf('tfstate', args, 1)[0] ?? ''),
    },
  ]
}

async function readState(entry: PluginEntry, { context, directory }: PluginSurroundings): Promise<TerraformState> {
  const { options } = entry
  const path = textOption('path', options.value('path'))
  const url = textOption('url', options.value('url'))
  const key = path === '' ? 'url' : 'path'
  const starts = key === 'path' ? directory : context.directory
  let isLocated = false
  try {
    const location = locate({ path, url }, { ...context, directory: starts })
    isLocated = true
    return await context.readState(location)
  } catch (error) {
    if (!isLocated || options.value('optional') !== true) throw failureOf(key, error)
    context.warn(`the tfstate plugin goes on with an empty state: ${describeError(error)}`, options.place(key))
    return new TerraformState()
  }
}

function failureOf(key: string, error: unknown): unknown {
  return error instanceof FunctionFailure ? new OptionFailure(key, error) : error
}

/** `path` wins over `url` (specification 2.5.1). */
function locate(
  { path, url }: { readonly path: string; readonly url: string },
  around: LocationSurroundings,
): StateLocation {
  if (path === '' && url === '') {
    throw new FunctionFailure('tfstate plugin requires path or url for tfstate location', {
      hint: 'write config: and below it path: terraform.tfstate, or url: s3://bucket/key',
    })
  }
  if (path === '') return readLocation(url, around)
  if (!/^[a-z0-9]+:\/\//i.test(path)) return readLocation(path, around)
  throw new FunctionFailure(`path of the tfstate plugin is a file, not a URL: ${path}`, { hint: `write url: ${path}` })
}

function textOption(key: string, value: Value | undefined): string {
  if (value === undefined) return ''
  if (typeof value === 'string') return value
  throw new FunctionFailure(`tfstate plugin requires ${key} as a string`, { hint: `put the value of ${key} in quotes` })
}

/** A text as it is, everything else as compact JSON, written as Go writes it. */
function asText(value: Json): string {
  return typeof value === 'string' ? value : compact(value)
}

function compact(value: Json): string {
  if (isList(value)) return `[${value.map(compact).join(',')}]`
  if (isObject(value)) {
    const members = sortedKeys(value).map((key) => `${quote(key)}:${compact(value[key] ?? null)}`)
    return `{${members.join(',')}}`
  }
  return typeof value === 'string' ? quote(value) : JSON.stringify(value)
}

function quote(text: string): string {
  return JSON.stringify(text).replaceAll(
    /[<>&\u2028\u2029]/g,
    (found) => `\\u${found.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

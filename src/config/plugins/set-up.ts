import { UserError } from '../../errors.ts'
import type { Location } from '../../model/location.ts'
import { suggest } from '../nearest-name.ts'
import { FunctionFailure } from '../template/values.ts'
import { cloudformation } from './cloudformation.ts'
import { external } from './external.ts'
import { OptionFailure, type Plugin, type PluginEntry, type PluginFunction, type PluginSurroundings } from './plugin.ts'
import { secretsmanager } from './secretsmanager.ts'
import { ssm } from './ssm.ts'
import { tfstate } from './tfstate.ts'

const plugins: ReadonlyMap<string, Plugin> = new Map([
  ['ssm', ssm],
  ['secretsmanager', secretsmanager],
  ['tfstate', tfstate],
  ['cloudformation', cloudformation],
  ['external', external],
])

/** Always there, without a prefix (specification 2.5). */
const alwaysOn: readonly string[] = ['ssm', 'secretsmanager']

/** The functions of a config's plugins, by the names under which files call them. */
export interface PluginTable {
  readonly template: ReadonlyMap<string, PluginFunction>
  readonly jsonnet: ReadonlyMap<string, PluginFunction>
}

/**
 * Sets up the plugins of a config, all at once; Terraform states are read now.
 *
 * @throws UserError `failed to setup plugins: …`
 */
export async function setUpPlugins(
  entries: readonly PluginEntry[],
  around: PluginSurroundings,
  file: string,
): Promise<PluginTable> {
  const location = { file }
  const builtIn = alwaysOn.map((name) => ({ name, prefix: '', options: noOptions(location), location }))
  const named = entries.filter(({ name, prefix }) => prefix !== '' || !alwaysOn.includes(name))
  const all: readonly PluginEntry[] = [...builtIn, ...named]
  const settled = await Promise.allSettled(all.map((entry) => setUp(entry, around)))
  const table = { template: new Map<string, PluginFunction>(), jsonnet: new Map<string, PluginFunction>() }
  for (const [index, result] of settled.entries()) {
    if (result.status === 'rejected') throw result.reason
    const entry = all[index]
    if (entry !== undefined) for (const one of result.value) addFunction(table, one, entry)
  }
  return table
}

/** The options of an entry that nobody wrote. */
function noOptions(location: Location): PluginEntry['options'] {
  return { value: () => undefined, place: () => location, expect: () => {} }
}

async function setUp(entry: PluginEntry, around: PluginSurroundings): Promise<readonly PluginFunction[]> {
  const plugin = plugins.get(entry.name)
  if (plugin === undefined) {
    const known = [...plugins.keys()]
    const hint = suggest(entry.name, known).replace(/^; /, '') || `there are ${known.join(', ')}`
    throw refusal(entry, `plugin ${entry.name} is not available`, { hint })
  }
  try {
    return await plugin(entry, around)
  } catch (error) {
    if (!(error instanceof FunctionFailure)) throw error
    const location = error instanceof OptionFailure ? entry.options.place(error.option) : entry.location
    throw refusal({ ...entry, location }, error.message, { hint: error.hint, cause: error.cause })
  }
}

const functionName = /^[\p{L}_][\p{L}\p{N}_]*$/u

function addFunction(
  table: { readonly template: Map<string, PluginFunction>; readonly jsonnet: Map<string, PluginFunction> },
  one: PluginFunction,
  entry: PluginEntry,
): void {
  const name = entry.prefix + one.name
  if (!functionName.test(name)) {
    throw refusal(entry, `${name} cannot be the name of a function`, {
      hint: 'use letters, digits and _ only, such as func_prefix: network_',
    })
  }
  for (const language of ['template', 'jsonnet'] as const) {
    if (one.only !== undefined && one.only !== language) continue
    if (table[language].has(name)) {
      throw refusal(entry, `${language} function ${name} already exists. set func_prefix to ${entry.name} plugin`, {
        hint: `give one of the entries a func_prefix, such as func_prefix: ${entry.name === 'tfstate' ? 'network' : 'other'}_`,
      })
    }
    table[language].set(name, { ...one, name })
  }
}

function refusal(
  entry: PluginEntry,
  message: string,
  details: { readonly hint: string | undefined; readonly cause?: unknown },
): UserError {
  return new UserError(`failed to setup plugins: ${message}`, {
    hint: details.hint ?? `check the entry of ${entry.name}`,
    location: entry.location,
    cause: details.cause,
  })
}

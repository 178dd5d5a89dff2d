import { UserError } from '../errors.ts'
import type { Location } from '../model/location.ts'
import { FunctionFailure, type TemplateFunction } from './template/values.ts'

/** Which plugin brings which template function (specification 2.5). */
const pluginOfFunction: Readonly<Record<string, string>> = {
  tfstate: 'tfstate',
  tfstatef: 'tfstate',
  cfn_output: 'cloudformation',
  cfn_export: 'cloudformation',
  ssm: 'ssm',
  secretsmanager_arn: 'secretsmanager',
}

/** A plugin as the config names it. */
export interface PluginEntry {
  readonly name: string
  readonly location: Location
}

/**
 * The functions that the plugins of a config bring to its definition files.
 *
 * @throws UserError when the config names a plugin: none is supported yet.
 */
export function pluginFunctions(entries: readonly PluginEntry[]): ReadonlyMap<string, TemplateFunction> {
  const [first] = entries
  if (first !== undefined) {
    throw new UserError(`failed to setup plugins: plugin ${first.name} is not supported yet`, {
      hint: 'put its values into environment variables and use must_env',
      location: first.location,
    })
  }
  return new Map(Object.entries(pluginOfFunction).map(([name, plugin]) => [name, () => refuse(plugin)]))
}

function refuse(plugin: string): never {
  throw new FunctionFailure(`plugin ${plugin} is not supported yet`, {
    hint: 'put the value into an environment variable and use must_env',
  })
}

/** Whether a text that is no JSON was meant as Jsonnet: `.json` configs may be (specification 2.1). */
export function isJsonnet(text: string): boolean {
  return /\b(?:local|import|importstr|function|assert|self|super)\b|\bstd\.|\+:|::|\|\|\|/.test(text)
}

/**
 * Jsonnet is evaluated before the template (specification 3.1).
 *
 * @param failure what the error says first
 * @throws UserError always
 */
export function evaluateJsonnet(file: string, failure: string): never {
  throw new UserError(`${failure}: Jsonnet is not supported yet`, {
    hint: 'write the file as JSON or YAML',
    location: { file },
  })
}

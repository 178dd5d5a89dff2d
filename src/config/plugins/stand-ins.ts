import type { FileFunctions } from '../rendered-file.ts'
import type { Value } from '../template/values.ts'

/** What a function of a plugin answers while it is not known yet which plugins there are. */
export const standIn = 'looked-up-later'

/** Stand-ins for functions of plugins, beside the functions that are always there. */
export interface StandIns {
  readonly functions: FileFunctions
  /** Whether a file called one of them. */
  readonly areUsed: () => boolean
}

/** Parameters of functions that plugins bring, by the end of their names. */
const parameters: Readonly<Record<string, readonly string[]>> = {
  tfstate: ['address'],
  tfstatef: ['format'],
  cfn_output: ['stack', 'key'],
  cfn_export: ['name'],
  ssm: ['name'],
  ssm_list: ['name', 'index'],
  secretsmanager_arn: ['id'],
}

const calls = new RegExp(`\\b\\w*?(${Object.keys(parameters).join('|')})\\b`, 'g')

/** Stand-ins for the functions of plugins whose names stand in a text; a prefix may stand before them. */
export function makeStandIns(text: string, builtIn: FileFunctions): StandIns {
  let used = false
  const call = (): Value => {
    used = true
    return standIn
  }
  const template = new Map(builtIn.template)
  const jsonnet = new Map(builtIn.jsonnet)
  for (const [name, base = ''] of text.matchAll(calls)) {
    if (!template.has(name)) template.set(name, call)
    if (!jsonnet.has(name)) jsonnet.set(name, { parameters: parameters[base] ?? [], call })
  }
  return { functions: { template, jsonnet }, areUsed: () => used }
}

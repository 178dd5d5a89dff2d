import type { Parameter } from '../../model/ports.ts'
import { FunctionFailure, typeName, type Value } from '../template/values.ts'
import { hintAbout, type Plugin, type PluginSurroundings, textOf } from './plugin.ts'

/** Parameter Store: `ssm NAME [INDEX]`, in Jsonnet `ssm(name)` and `ssm_list(name, index)` (specification 2.5.3). */
export const ssm: Plugin = async (_entry, around) => [
  { name: 'ssm', parameters: ['name'], isLookup: true, call: (args) => lookUp('ssm', args, around) },
  {
    name: 'ssm_list',
    parameters: ['name', 'index'],
    only: 'jsonnet',
    isLookup: true,
    call: (args) => lookUp('ssm_list', args, around),
  },
]

async function lookUp(called: string, args: readonly Value[], around: PluginSurroundings): Promise<string> {
  const name = textOf(called, args[0])
  if (args.length > 2) throw new FunctionFailure(`wrong number of args for ${called}: want 1 or 2 got ${args.length}`)
  const index = args.length === 2 ? indexOf(called, args[1] ?? null) : undefined
  const parameter = await read(name, around)
  if (parameter.type === 'SecureString') around.context.registerSecret(parameter.value)
  if (parameter.type === 'StringList') return itemOf(parameter, name, index)
  if (index === undefined) return parameter.value
  throw new FunctionFailure(`the parameter ${name} is a ${parameter.type} and takes no index`, {
    hint: 'leave the index away',
  })
}

async function read(name: string, { lookups }: PluginSurroundings): Promise<Parameter> {
  const parameter = await reading(name, () => lookups.readParameter(name))
  if (parameter !== undefined) return parameter
  throw new FunctionFailure(`the parameter ${name} is not found`, {
    hint: "check its name, and that it is in the config's region and the step's account",
  })
}

async function reading<T>(name: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (cause) {
    throw new FunctionFailure(`failed to get the parameter ${name}`, {
      hint: hintAbout(cause, 'allow ssm:GetParameters for it, and kms:Decrypt for the key of a SecureString'),
      cause,
    })
  }
}

function indexOf(called: string, value: Value): number {
  const index = typeof value === 'bigint' ? Number(value) : value
  if (typeof index === 'number' && Number.isInteger(index)) return index
  throw new FunctionFailure(`wrong type of index for ${called}: expected int, got ${typeName(value)}`, {
    hint: 'write the index as a number without quotes',
  })
}

function itemOf({ value }: Parameter, name: string, index: number | undefined): string {
  const items = value.split(',')
  const range = `0 to ${items.length - 1}`
  if (index === undefined) {
    throw new FunctionFailure(`the parameter ${name} is a StringList and needs an index`, {
      hint: `write the place of the item, ${range}`,
    })
  }
  const item = items[index]
  if (item !== undefined) return item
  throw new FunctionFailure(`the StringList parameter ${name} has no item ${index}`, { hint: `it has items ${range}` })
}

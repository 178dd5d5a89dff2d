import { AwsError, findCause, UserError } from '../../errors.ts'
import type { Location } from '../../model/location.ts'
import type { LookupPort } from '../../model/ports.ts'
import type { LoadContext } from '../context.ts'
import { FunctionFailure, typeName, type Value } from '../template/values.ts'

/** A function that a plugin brings. A failure is thrown as FunctionFailure. */
export interface PluginFunction {
  readonly name: string
  /** Names of the parameters, as Jsonnet declares them; templates may leave the last ones away where `call` allows. */
  readonly parameters: readonly string[]
  readonly call: (args: readonly Value[]) => Promise<Value>
  /** Where it exists; without it in templates and in Jsonnet. */
  readonly only?: 'template' | 'jsonnet'
  /** Whether a call only reads, and may be made before it is known that its result is needed. */
  readonly isLookup: boolean
}

/** A plugin as the config names it. */
export interface PluginEntry {
  /** In lower case. */
  readonly name: string
  /** Stands before the names of its functions. */
  readonly prefix: string
  readonly options: PluginOptions
  readonly location: Location
}

/** The `config` of an entry. */
export interface PluginOptions {
  /** The value of a key; undefined where it is absent or null. */
  readonly value: (key: string) => Value | undefined
  /** Where a key stands; the config of the entry where it is absent. */
  readonly place: (key: string) => Location
  /** Warns of keys that the plugin does not have. */
  readonly expect: (keys: readonly string[]) => void
}

/** What is wrong with the value of an option, so that its place is told and not that of the entry. */
export class OptionFailure extends FunctionFailure {
  readonly option: string

  constructor(option: string, { message, hint, cause }: FunctionFailure) {
    super(message, { ...(hint !== undefined && { hint }), cause })
    this.name = 'OptionFailure'
    this.option = option
  }
}

/** What a plugin works with. */
export interface PluginSurroundings {
  readonly context: LoadContext
  /** AWS in the region of the config, with the step's own credentials (specification 1.6). */
  readonly lookups: LookupPort
  /** Absolute directory of the config file. */
  readonly directory: string
}

/** Makes the functions of an entry; what is wrong with it is thrown as FunctionFailure. */
export type Plugin = (entry: PluginEntry, around: PluginSurroundings) => Promise<readonly PluginFunction[]>

/** What to do about a call that failed: about a region or credentials that are missing, else what the plugin knows. */
export function hintAbout(cause: unknown, otherwise: string): string {
  const refused = findCause(cause, (one): one is UserError => one instanceof UserError)
  if (refused !== undefined) return refused.hint
  const call = findCause(cause, (one): one is AwsError => one instanceof AwsError)
  if (!/^(CredentialsProvider|Expired|UnrecognizedClient|InvalidAccessKeyId)/.test(call?.code ?? '')) return otherwise
  return 'give the step credentials for AWS that are valid: aws-actions/configure-aws-credentials in a step before'
}

/** The arguments as texts. */
export function textsOf(name: string, args: readonly Value[], count: number): readonly string[] {
  if (args.length !== count) {
    throw new FunctionFailure(`wrong number of args for ${name}: want ${count} got ${args.length}`)
  }
  return args.map((value) => textOf(name, value))
}

/** An argument that must be a text. */
export function textOf(name: string, value: Value | undefined): string {
  if (typeof value === 'string') return value
  throw new FunctionFailure(`wrong type of argument for ${name}: expected string, got ${typeName(value ?? null)}`, {
    hint: 'put the argument in double quotes or back quotes',
  })
}

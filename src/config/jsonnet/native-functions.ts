import type { Value } from '../template/values.ts'

/** A function that Jsonnet gets with `std.native(name)`. A failure is thrown as FunctionFailure. */
export interface NativeFunction {
  /** Their names; Jsonnet checks that a call has as many arguments. */
  readonly parameters: readonly string[]
  readonly call: (args: readonly Value[]) => Promise<Value> | Value
  /** It only reads, and may be called before it is known that its result is needed. */
  readonly isLookup?: boolean
}

/** The native functions of a file by name. */
export type NativeFunctions = ReadonlyMap<string, NativeFunction>

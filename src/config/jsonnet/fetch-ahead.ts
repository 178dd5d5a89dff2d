import type { Value } from '../template/values.ts'
import type { NativeFunction, NativeFunctions } from './native-functions.ts'

const binding = /\b([A-Za-z_]\w*)\s*(?:=|:{1,3})\s*std\.native\(\s*(?:'([^'\\\n]*)'|"([^"\\\n]*)")\s*\)/g
const call =
  /(?:\bstd\.native\(\s*(?:'(\w+)'|"(\w+)")\s*\)|\b([A-Za-z_]\w*))\(\s*((?:(?:'[^'\\\n]*'|"[^"\\\n]*"|[0-9]{1,9})\s*,?\s*)+)\)/g
const constant = /'([^']*)'|"([^"]*)"|([0-9]+)/g

/**
 * Makes the look-ups that a Jsonnet text seems to call with constants, all at once, so that they go together: the
 * engine asks for one after the other. The text is only skimmed; what is found wrongly is asked in vain, what is
 * missed is asked when it is evaluated, and nothing fails here.
 */
export function fetchNativesAhead(text: string, natives: NativeFunctions): void {
  if (!text.includes('std.native') && !text.includes('(')) return
  const names = new Map(Array.from(text.matchAll(binding), ([, bound = '', one, other]) => [bound, one ?? other ?? '']))
  for (const [, single, double, bound = '', args = ''] of text.matchAll(call)) {
    const native = natives.get(single ?? double ?? names.get(bound) ?? bound)
    if (native?.isLookup === true) void ask(native, Array.from(args.matchAll(constant), readArgument))
  }
}

function readArgument([, single, double, digits]: readonly (string | undefined)[]): Value {
  return single ?? double ?? Number(digits)
}

async function ask(native: NativeFunction, args: readonly Value[]): Promise<void> {
  if (args.length !== native.parameters.length) return
  try {
    await native.call(args)
  } catch {
    // Perhaps nobody needs it.
  }
}

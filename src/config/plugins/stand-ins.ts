import type { TemplateFunctions } from '../rendered-text.ts'
import { builtins } from '../template/builtins.ts'
import type { Value } from '../template/values.ts'

/** What a function of a plugin answers while it is not known yet which plugins there are. */
export const standIn = 'looked-up-later'

/** A text, as most functions answer; where its fields are wanted something that has fields. */
export const standInValues: readonly Value[] = [standIn, { [standIn]: standIn }]

/** Stand-ins for functions of plugins, beside the functions that are always there. */
export interface StandIns {
  readonly functions: TemplateFunctions
  /** Whether a file called one of them. */
  readonly areUsed: () => boolean
}

/** The functions of plugins that a text may call without saying so; a prefix may stand before their names. */
const known = /\b\w*?(?:tfstatef?|cfn_output|cfn_export|ssm|secretsmanager_arn)\b/g
/** A text that names plugins names their programs as it likes. */
const word = /[\p{L}_][\p{L}\p{N}_]*/gu

/** Stand-ins for the functions of plugins whose names stand in a text; they answer with `value`. */
export function makeStandIns(text: string, builtIn: TemplateFunctions, value: Value): StandIns {
  let used = false
  const call = (): Value => {
    used = true
    return value
  }
  const names = new Set(Array.from(text.matchAll(/plugins/i.test(text) ? word : known), ([name]) => name))
  const ours = [...names].filter((name) => !builtins.has(name) && !builtIn.has(name))
  const functions = new Map([...builtIn, ...ours.map((name) => [name, call] as const)])
  return { functions, areUsed: () => used }
}

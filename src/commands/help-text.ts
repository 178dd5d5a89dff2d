import type { Command } from './context.ts'
import { type FlagSpec, globalFlags } from './flags.ts'

const program = 'ecspresso-action'

/** How a flag is written: `--[no-]wait`, `--tasks N`, `--wait-until stable/deployed`. */
export function flagForm({ name, kind, negatable, choices }: FlagSpec): string {
  if (kind === 'boolean') return negatable ? `--[no-]${name}` : `--${name}`
  const value = choices?.join('/') ?? { number: 'N', text: 'TEXT', list: 'LIST', duration: '10m' }[kind]
  return `--${name} ${value}`
}

/** The commands, and the flags that all of them take. */
export function describeAll(verbs: readonly Command[]): string {
  return [
    `usage: ${program} COMMAND [flags]`,
    '',
    'commands:',
    ...columns(verbs.map(({ name, summary }) => [name, summary])),
    '',
    'flags of every command:',
    ...columns(globalFlags.map(flagRow)),
    '',
    `${program} COMMAND --help shows the flags of a command`,
    '',
  ].join('\n')
}

/** One command with its own flags, and those that all commands take. */
export function describeCommand({ name, summary, flags, targets }: Command): string {
  const words = targets === undefined ? '' : ` ${targets.join('|')} ...`
  const own = flags.length === 0 ? [] : ['', 'flags:', ...columns(flags.map(flagRow))]
  return [
    `usage: ${program} ${name}${words} [flags]`,
    '',
    summary,
    ...own,
    '',
    'flags of every command:',
    ...columns(globalFlags.map(flagRow)),
    '',
  ].join('\n')
}

type Row = readonly [string, string]

function flagRow(flag: FlagSpec): Row {
  const variable = flag.variable === undefined ? '' : ` (${flag.variable})`
  const pending = flag.pending === undefined ? '' : `; without effect: ${flag.pending}`
  return [flagForm(flag), `${flag.help}${variable}${pending}`]
}

/** Two columns; beside a long first one the second begins where it ends. */
function columns(rows: readonly Row[]): readonly string[] {
  const width = Math.min(36, Math.max(...rows.map(([left]) => left.length)))
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`)
}

import { parseDuration } from '../config/durations.ts'
import { nearestName } from '../config/nearest-name.ts'
import type { UserError } from '../errors.ts'
import type { CommandLine, FlagValue } from '../model/settings.ts'
import { argumentError } from './argument-error.ts'
import { type FlagSpec, globalFlags } from './flags.ts'
import { refuseOtherCommand } from './other-commands.ts'
import { type ShellLine, splitLines } from './shell-words.ts'

/** What the parser knows of a command. */
export interface CommandSpec {
  readonly name: string
  readonly flags: readonly FlagSpec[]
  /** Words after the command, as `render` takes; absent: none. */
  readonly targets?: readonly string[]
}

/** The command that `--help`, `-h` and a line without words mean. */
const helpCommand = 'help'

/** The flag under which the words after the command are kept. */
export const targetsFlag = 'targets'

/**
 * The command lines of the `command` input.
 * @throws UserError for an unknown command, an unknown flag or a value that does not fit
 */
export function parseCommands(text: string, specs: readonly CommandSpec[]): readonly CommandLine[] {
  return splitLines(text).map((line) => parseLine(line, specs))
}

/** One command line from words that a shell has split already. */
export function parseWords(words: readonly string[], specs: readonly CommandSpec[]): CommandLine {
  return parseLine({ words, text: words.join(' ') }, specs)
}

function parseLine(line: ShellLine, specs: readonly CommandSpec[]): CommandLine {
  const words = line.words[0] === 'ecspresso' ? line.words.slice(1) : line.words
  const text = line.text.replace(/^ecspresso\s+/, '')
  const help = findHelp(words, specs)
  if (help !== undefined) return { ...help, line: text }
  const spec = findCommand(words, specs, text)
  const flags: Record<string, FlagValue> = {}
  const targets: string[] = []
  let named = false
  for (let index = 0; index < words.length; index++) {
    const word = words[index] ?? ''
    if (word.startsWith('--')) index += readFlag(word, words[index + 1], { flags, spec })
    else if (!named) named = true
    else targets.push(word)
  }
  checkTargets(targets, spec)
  return { command: spec.name, flags: targets.length > 0 ? { ...flags, [targetsFlag]: targets } : flags, line: text }
}

/** `--help` and `-h` win over everything else on their line; nothing at all asks for help too (specification 1.1). */
function findHelp(words: readonly string[], specs: readonly CommandSpec[]): Omit<CommandLine, 'line'> | undefined {
  if (words.length > 0 && !words.includes('--help') && !words.includes('-h')) return undefined
  const named = specs.filter(({ name }) => name === findName(words) && name !== helpCommand)
  return { command: helpCommand, flags: named.length > 0 ? { [targetsFlag]: named.map(({ name }) => name) } : {} }
}

/** The command is the first word that is neither a flag nor a flag's value: global flags may stand before it. */
function findCommand(words: readonly string[], specs: readonly CommandSpec[], text: string): CommandSpec {
  const named = findName(words)
  const spec = specs.find((one) => one.name === named)
  if (spec !== undefined) return spec
  refuseOtherCommand(named ?? '')
  const names = specs.map((one) => one.name)
  const nearest = named === undefined ? undefined : nearestName(named, names)
  throw argumentError(
    `unknown command ${named ?? ''} in "${text}"`,
    nearest === undefined ? `the commands are ${names.join(', ')}` : `did you mean ${nearest}?`,
  )
}

function findName(words: readonly string[]): string | undefined {
  return words.find((word, index) => !word.startsWith('-') && !takesNext(words[index - 1]))
}

function takesNext(previous: string | undefined): boolean {
  if (previous === undefined || previous.includes('=')) return false
  const flag = globalFlags.find((one) => `--${one.name}` === previous)
  return flag !== undefined && flag.kind !== 'boolean'
}

interface Reading {
  readonly flags: Record<string, FlagValue>
  readonly spec: CommandSpec
}

/** Reads one flag; answers how many further words it used. */
function readFlag(word: string, next: string | undefined, { flags, spec }: Reading): number {
  const equals = word.indexOf('=')
  const written = word.slice(2, equals < 0 ? undefined : equals)
  const inline = equals < 0 ? undefined : word.slice(equals + 1)
  const known = [...spec.flags, ...globalFlags]
  const negated = known.find((one) => one.negatable === true && `no-${one.name}` === written)
  if (negated !== undefined) {
    flags[negated.name] = inline !== undefined && !readBoolean(inline, negated)
    return 0
  }
  const flag = known.find((one) => one.name === written)
  if (flag === undefined) throw unknownFlag(written, known, spec)
  if (flag.kind === 'boolean') {
    flags[flag.name] = inline === undefined ? true : readBoolean(inline, flag)
    return 0
  }
  // Another flag is no value: `--config --debug` has forgotten it.
  const value = inline ?? (next?.startsWith('--') ? undefined : next)
  if (value === undefined) throw badValue(flag, 'a value is missing', `write --${flag.name}=VALUE`)
  flags[flag.name] = readValue(value, flag, flags[flag.name])
  return inline === undefined ? 1 : 0
}

function readBoolean(text: string, flag: FlagSpec): boolean {
  if (/^(true|1|yes)$/i.test(text)) return true
  if (/^(false|0|no)$/i.test(text)) return false
  throw badValue(flag, `"${text}" is not a boolean`, 'write true or false')
}

function readValue(text: string, flag: FlagSpec, before: FlagValue | undefined): FlagValue {
  if (flag.choices !== undefined && !flag.choices.includes(text)) {
    throw badValue(flag, `"${text}" is not one of its values`, `use one of ${flag.choices.join(', ')}`)
  }
  if (flag.kind === 'list') return [...(Array.isArray(before) ? before : []), ...readList(text, flag)]
  if (flag.kind === 'duration') return readDuration(text, flag)
  if (flag.kind === 'number') return readNumber(text, flag)
  return text
}

function readDuration(text: string, flag: FlagSpec): number {
  const duration = parseDuration(text)
  if (duration !== undefined && duration >= 0) return duration
  throw badValue(flag, `expected duration but got "${text}"`, 'write a duration with its unit, as 10m or 1h30m')
}

function readNumber(text: string, flag: FlagSpec): number {
  if (!/^-?\d+$/.test(text)) throw badValue(flag, `"${text}" is not a whole number`, `write --${flag.name}=2`)
  return Number(text)
}

function readList(text: string, flag: FlagSpec): readonly string[] {
  if (flag.pairs === undefined) return splitList(text, ',')
  const pairs = splitList(text, ';')
  const wrong = pairs.find((pair) => pair.indexOf('=') < 1)
  if (wrong === undefined) return pairs
  throw badValue(flag, `"${wrong}" is not KEY=VALUE`, `write --${flag.name}=KEY=VALUE`)
}

/** Lists split at `,`, maps at `;`; a backslash keeps the separator (specification 1.1). */
export function splitList(text: string, separator: ',' | ';'): readonly string[] {
  const parts = text.match(new RegExp(`(?:[^\\\\${separator}]|\\\\.|\\\\$)+`, 'gs')) ?? []
  return parts.map((part) => part.replaceAll(`\\${separator}`, separator))
}

function checkTargets(targets: readonly string[], spec: CommandSpec): void {
  const wrong = targets.find((target) => spec.targets?.includes(target) !== true)
  if (wrong === undefined) return
  const hint = spec.targets === undefined ? `${spec.name} takes flags only` : `use ${spec.targets.join(', ')}`
  throw argumentError(`unexpected argument ${wrong} of ${spec.name}`, hint)
}

function unknownFlag(written: string, known: readonly FlagSpec[], spec: CommandSpec): UserError {
  const names = known.flatMap((one) => (one.negatable ? [one.name, `no-${one.name}`] : [one.name]))
  const nearest = nearestName(written, names)
  const hint =
    nearest === undefined
      ? `${spec.name} knows ${spec.flags.map((one) => `--${one.name}`).join(', ')}`
      : `did you mean --${nearest}?`
  return argumentError(`unknown flag --${written} of ${spec.name}`, hint)
}

function badValue(flag: FlagSpec, problem: string, hint: string): UserError {
  return argumentError(`--${flag.name}: ${problem}`, hint)
}

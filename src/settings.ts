import { parseCommands, parseWords, splitList } from './commands/command-line.ts'
import { fillFromVariables } from './commands/flag-variables.ts'
import { commands } from './commands/index.ts'
import { parseDuration } from './config/durations.ts'
import { UserError } from './errors.ts'
import { type InputName, inputs, needlessInputs, readInput, readValue, refuseForeign, refuseValue } from './inputs.ts'
import type { Environment } from './model/project.ts'
import type { CommandLine, Settings } from './model/settings.ts'

/** The settings of a run, and what is to be said about the inputs that gave them. */
export interface ReadSettings {
  readonly settings: Settings
  readonly warnings: readonly string[]
}

/**
 * Settings from `INPUT_*` and `ECSPRESSO_*`; `words` are the local command line, and then the one command.
 * @throws UserError for a value that does not fit, with the fix
 */
export function readSettings(environment: Environment, words: readonly string[] = []): ReadSettings {
  refuseForeign(environment)
  const read = (name: InputName) => readValue(environment, name)
  const timeout = readDuration(environment, 'timeout')
  const role = read('assume-role-arn')
  const settings: Settings = {
    commands: readCommands(environment, words),
    // The default name means discovery (specification 1.4).
    configs: readLines(readInput(environment, 'config') || (environment['ECSPRESSO_CONFIG'] ?? '')),
    ...(timeout === undefined ? {} : { timeout }),
    dryRun: readBoolean(environment, 'dry-run'),
    envfiles: readList(environment, 'envfile', ','),
    extStr: readPairs(environment, 'ext-str'),
    extCode: readPairs(environment, 'ext-code'),
    ...(role === '' ? {} : { assumeRoleArn: role }),
    rollback: readChoice(environment, 'rollback', ['auto', 'always', 'never']),
    onCancel: readChoice(environment, 'on-cancel', ['leave', 'rollback']),
    unchanged: readChoice(environment, 'unchanged', ['deploy', 'skip']),
    comment: readChoice(environment, 'comment', ['auto', 'always', 'never']),
    commentKey: read('comment-key'),
    mask: readChoice(environment, 'mask', ['secrets', 'all', 'none']),
    failOnChanges: readBoolean(environment, 'fail-on-changes'),
    pollInterval: readInterval(environment),
    maxParallel: readCount(environment, 'max-parallel'),
    debug: readDebug(environment),
    githubToken: read('github-token'),
    workingDirectory: read('working-directory'),
    given: new Set(inputs.map((input) => input.name).filter((name) => readInput(environment, name) !== '')),
  }
  return { settings, warnings: listWarnings(environment) }
}

/** On a pull request the command must be said: nobody wants a deploy by default there. */
function readCommands(environment: Environment, words: readonly string[]): readonly CommandLine[] {
  const fill = (line: CommandLine) => fillFromVariables(line, commands, environment)
  if (words.length > 0) return [fill(parseWords(words, commands))]
  const event = environment['GITHUB_EVENT_NAME'] ?? ''
  if (readInput(environment, 'command') === '' && event.startsWith('pull_request')) {
    throw new UserError(`the input command is missing on the event ${event}`, {
      hint: 'say what to do: `command: diff` shows what a deploy would change',
      category: 'config/client',
    })
  }
  const lines = parseCommands(readValue(environment, 'command'), commands).map(fill)
  return lines.length > 0
    ? lines
    : refuseValue(environment, 'command', {
        value: readInput(environment, 'command'),
        hint: 'write a command, as `diff`',
      })
}

function readLines(text: string): readonly string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

/** The input has one entry a line; the variable of ecspresso separates them. */
function readList(
  environment: Environment,
  name: 'envfile' | 'ext-str' | 'ext-code',
  separator: ',' | ';',
): readonly string[] {
  const written = readInput(environment, name)
  if (written !== '') return readLines(written)
  return splitList(readValue(environment, name), separator).flatMap(readLines)
}

function readPairs(environment: Environment, name: 'ext-str' | 'ext-code'): Readonly<Record<string, string>> {
  return parsePairs(environment, name, readList(environment, name, ';'))
}

/** `KEY=VALUE` texts; a value may contain `=`. @throws UserError for one without */
function parsePairs(
  environment: Environment,
  name: 'ext-str' | 'ext-code',
  texts: readonly string[],
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    texts.map((text) => {
      const equals = text.indexOf('=')
      if (equals < 1) refuseValue(environment, name, { value: text, hint: 'write KEY=VALUE' })
      return [text.slice(0, equals), text.slice(equals + 1)]
    }),
  )
}

function readBoolean(environment: Environment, name: 'dry-run' | 'fail-on-changes'): boolean {
  const text = readValue(environment, name)
  if (/^(true|True|TRUE)$/.test(text)) return true
  if (/^(false|False|FALSE)$/.test(text)) return false
  return refuseValue(environment, name, { value: text, hint: 'write true or false' })
}

function readChoice<T extends string>(environment: Environment, name: InputName, choices: readonly T[]): T {
  const text = readValue(environment, name)
  const hint = `use one of ${choices.join(', ')}`
  return choices.find((choice) => choice === text) ?? refuseValue(environment, name, { value: text, hint })
}

function readDuration(environment: Environment, name: 'timeout' | 'poll-interval'): number | undefined {
  const text = readValue(environment, name)
  if (text === '') return undefined
  const duration = parseDuration(text)
  if (duration !== undefined && duration >= 0) return duration
  return refuseValue(environment, name, { value: text, hint: 'write a duration with its unit, as 10m or 1h30m' })
}

function readInterval(environment: Environment): number {
  const interval = readDuration(environment, 'poll-interval') ?? 0
  if (interval > 0) return interval
  const value = readValue(environment, 'poll-interval')
  return refuseValue(environment, 'poll-interval', { value, hint: 'write a duration above 0, as 5s' })
}

function readCount(environment: Environment, name: 'max-parallel'): number {
  const text = readValue(environment, name)
  if (/^[1-9]\d*$/.test(text)) return Number(text)
  return refuseValue(environment, name, { value: text, hint: 'write a number from 1 up' })
}

/** By the input, else by ecspresso's variable (specification 1.1), and always by the runner's debug mode. */
function readDebug(environment: Environment): boolean {
  const runner = environment['RUNNER_DEBUG'] === '1'
  if (readInput(environment, 'log-level') !== '') {
    return readChoice(environment, 'log-level', ['info', 'debug']) === 'debug' || runner
  }
  const text = environment['ECSPRESSO_DEBUG']?.trim() ?? ''
  if (/^(true|1|yes)$/i.test(text)) return true
  if (/^(false|0|no|)$/i.test(text)) return runner
  return refuseValue(environment, 'log-level', { value: text, hint: 'write true or false' })
}

function listWarnings(environment: Environment): readonly string[] {
  return needlessInputs
    .filter((name) => readInput(environment, name) !== '')
    .map((name) => `the input ${name} is needless: this action brings its own ecspresso (as 2.8.7); remove it`)
}

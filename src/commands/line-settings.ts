import { formatDuration } from '../config/durations.ts'
import type { UserError } from '../errors.ts'
import type { CommandLine, FlagValue, Settings } from '../model/settings.ts'
import { argumentError } from './argument-error.ts'

/**
 * The settings that hold for one line: its flags win over variables and defaults, add to lists, and may repeat an
 * input but not contradict it.
 * @throws UserError naming both where flag and input differ
 */
export function applyFlags(settings: Settings, line: CommandLine): Settings {
  const { flags } = line
  const timeout = pick(settings, 'timeout', { flag: flags['timeout'], setting: settings.timeout })
  // An empty flag says nothing, as an empty input or variable does.
  const roleFlag = flags['assume-role-arn'] || undefined
  const role = pick(settings, 'assume-role-arn', { flag: roleFlag, setting: settings.assumeRoleArn })
  const dryRun = pick(settings, 'dry-run', { flag: flags['dry-run'], setting: settings.dryRun })
  const configs = listOf(flags['config'])
  if (configs.length > 0 && settings.given.has('config') && configs.join() !== settings.configs.join()) {
    throw contradiction('config', configs.join(', '), settings.configs.join(', '))
  }
  // A flag adds to an input's list; the list of a variable gives way to it.
  const stays = (name: string) => settings.given.has(name) || listOf(flags[name]).length === 0
  return {
    ...settings,
    ...(typeof timeout === 'number' ? { timeout } : {}),
    ...(typeof role === 'string' ? { assumeRoleArn: role } : {}),
    dryRun: dryRun === true,
    configs: configs.length > 0 ? configs : settings.configs,
    envfiles: [...(stays('envfile') ? settings.envfiles : []), ...listOf(flags['envfile'])],
    extStr: { ...(stays('ext-str') && settings.extStr), ...pairsOf(listOf(flags['ext-str'])) },
    extCode: { ...(stays('ext-code') && settings.extCode), ...pairsOf(listOf(flags['ext-code'])) },
    debug: settings.debug || flags['debug'] === true,
  }
}

interface Both {
  readonly flag: FlagValue | undefined
  readonly setting: FlagValue | undefined
}

function pick(settings: Settings, name: string, { flag, setting }: Both): FlagValue | undefined {
  if (flag === undefined) return setting
  if (settings.given.has(name) && flag !== setting) throw contradiction(name, shown(name, flag), shown(name, setting))
  return flag
}

function shown(name: string, value: FlagValue | undefined): string {
  return name === 'timeout' && typeof value === 'number' ? formatDuration(value) : String(value)
}

function contradiction(name: string, flag: string, input: string): UserError {
  return argumentError(`--${name} is ${flag}, but the input ${name} is ${input}`, 'say it once')
}

function listOf(value: FlagValue | undefined): readonly string[] {
  return Array.isArray(value) ? value : []
}

function pairsOf(texts: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(texts.map((text) => [text.split('=', 1)[0] ?? '', text.slice(text.indexOf('=') + 1)]))
}

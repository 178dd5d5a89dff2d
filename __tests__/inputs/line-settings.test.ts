import { describe, expect, it } from '@jest/globals'
import { applyFlags } from '../../src/commands/line-settings.ts'
import { UserError } from '../../src/errors.ts'
import type { Settings } from '../../src/model/settings.ts'
import { readSettings } from '../../src/settings.ts'

interface Case {
  readonly line: string
  readonly inputs?: Readonly<Record<string, string>>
  readonly variables?: Readonly<Record<string, string>>
}

function settingsOf({ line, inputs = {}, variables = {} }: Case): Settings {
  const written = Object.entries({ ...inputs, command: line }).map(([name, value]) => [
    `INPUT_${name.toUpperCase()}`,
    value,
  ])
  return readSettings({ ...variables, ...Object.fromEntries(written) }).settings
}

/** The settings of the first line. */
function apply(given: Case): Settings {
  const settings = settingsOf(given)
  const [line] = settings.commands
  if (line === undefined) throw new Error('there is no command')
  return applyFlags(settings, line)
}

const role = 'arn:aws:iam::123456789012:role/r'

describe('the settings of a line', () => {
  it.each<[string, Case, Partial<Settings>]>([
    ['a flag alone', { line: 'deploy --timeout 5m' }, { timeout: 300_000 }],
    [
      'a flag over a variable',
      { line: 'deploy --timeout 5m', variables: { ECSPRESSO_TIMEOUT: '10m' } },
      { timeout: 300_000 },
    ],
    [
      'a flag that repeats the input',
      { line: 'deploy --timeout 300s', inputs: { timeout: '5m' } },
      { timeout: 300_000 },
    ],
    ['the input where no flag is', { line: 'deploy', inputs: { timeout: '5m' } }, { timeout: 300_000 }],
    ['the timeout 0', { line: 'deploy --timeout 0', variables: { ECSPRESSO_TIMEOUT: '10m' } }, { timeout: 0 }],
    ['dry run by flag', { line: 'deploy --dry-run' }, { dryRun: true }],
    ['dry run by input', { line: 'deploy', inputs: { 'dry-run': 'true' } }, { dryRun: true }],
    ['dry run by both', { line: 'deploy --dry-run', inputs: { 'dry-run': 'true' } }, { dryRun: true }],
    ['no dry run by flag', { line: 'deploy --dry-run=false' }, { dryRun: false }],
    ['the role of the flag', { line: `deploy --assume-role-arn ${role}` }, { assumeRoleArn: role }],
    [
      'the role of the flag over that of the variable',
      { line: `deploy --assume-role-arn ${role}`, variables: { ECSPRESSO_ASSUME_ROLE_ARN: 'arn:other' } },
      { assumeRoleArn: role },
    ],
    [
      'a role that is empty says nothing',
      { line: `deploy --assume-role-arn ''`, inputs: { 'assume-role-arn': role } },
      { assumeRoleArn: role },
    ],
    ['the config of the flag', { line: 'deploy --config a.yml' }, { configs: ['a.yml'] }],
    [
      'several configs',
      { line: 'deploy --config a.yml,b.yml --config c.yml' },
      { configs: ['a.yml', 'b.yml', 'c.yml'] },
    ],
    [
      'a config over the variable',
      { line: 'deploy --config a.yml', variables: { ECSPRESSO_CONFIG: 'b.yml' } },
      { configs: ['a.yml'] },
    ],
    ['the same config twice', { line: 'deploy --config a.yml', inputs: { config: 'a.yml' } }, { configs: ['a.yml'] }],
    ['envfiles add up', { line: 'deploy --envfile b', inputs: { envfile: 'a' } }, { envfiles: ['a', 'b'] }],
    [
      'envfiles of a variable give way',
      { line: 'deploy --envfile b', variables: { ECSPRESSO_ENVFILE: 'a' } },
      { envfiles: ['b'] },
    ],
    ['envfiles of a variable hold', { line: 'deploy', variables: { ECSPRESSO_ENVFILE: 'a' } }, { envfiles: ['a'] }],
    [
      'ext-str adds up, the flag is later',
      { line: `deploy --ext-str 'B=3;C=x=y'`, inputs: { 'ext-str': 'A=1\nB=2' } },
      { extStr: { A: '1', B: '3', C: 'x=y' } },
    ],
    [
      'ext-str of a variable gives way',
      { line: 'deploy --ext-str B=2', variables: { ECSPRESSO_EXT_STR: 'A=1' } },
      { extStr: { B: '2' } },
    ],
    [
      'ext-code adds up',
      { line: 'deploy --ext-code B=2', inputs: { 'ext-code': 'A=1' } },
      { extCode: { A: '1', B: '2' } },
    ],
    ['debug by flag', { line: 'deploy --debug' }, { debug: true }],
    ['debug by variable', { line: 'deploy', variables: { ECSPRESSO_DEBUG: '1' } }, { debug: true }],
  ])('%s', (_, given, settings) => {
    expect(apply(given)).toMatchObject(settings)
  })

  it('has no role when the flag is empty', () => {
    expect(apply({ line: `deploy --assume-role-arn ''` })).not.toHaveProperty('assumeRoleArn')
  })

  it.each<[string, Case, string]>([
    [
      'timeout',
      { line: 'deploy --timeout 5m', inputs: { timeout: '10m' } },
      '--timeout is 5m0s, but the input timeout is 10m0s',
    ],
    [
      'dry-run',
      { line: 'deploy --dry-run', inputs: { 'dry-run': 'false' } },
      '--dry-run is true, but the input dry-run is false',
    ],
    [
      'dry-run, the other way round',
      { line: 'deploy --dry-run=false', inputs: { 'dry-run': 'true' } },
      '--dry-run is false, but the input dry-run is true',
    ],
    [
      'assume-role-arn',
      { line: 'deploy --assume-role-arn arn:a', inputs: { 'assume-role-arn': 'arn:b' } },
      '--assume-role-arn is arn:a, but the input assume-role-arn is arn:b',
    ],
    [
      'config',
      { line: 'deploy --config a.yml', inputs: { config: 'a.yml\nb.yml' } },
      '--config is a.yml, but the input config is a.yml, b.yml',
    ],
  ])('flag and input that differ are refused: %s', (_, given, message) => {
    expect(() => apply(given)).toThrow(UserError)
    expect(() => apply(given)).toThrow(`failed to parse args: ${message}`)
  })

  it('hold for that line only', () => {
    const settings = settingsOf({ line: 'verify --config a.yml --timeout 1m\ndeploy', inputs: {} })
    const [first, second] = settings.commands.map((line) => applyFlags(settings, line))
    expect(first).toMatchObject({ configs: ['a.yml'], timeout: 60_000 })
    expect(second).toMatchObject({ configs: [] })
    expect(second).not.toHaveProperty('timeout')
  })
})

import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { UserError } from '../../src/errors.ts'
import { inputs } from '../../src/inputs.ts'
import type { Environment } from '../../src/model/project.ts'
import type { Settings } from '../../src/model/settings.ts'
import { readSettings } from '../../src/settings.ts'

/** Inputs as the runner hands them in. */
function withInputs(written: Readonly<Record<string, string>>): Environment {
  return Object.fromEntries(Object.entries(written).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]))
}

const read = (environment: Environment): Settings => readSettings(environment).settings

function refusal(environment: Environment): UserError {
  try {
    readSettings(environment)
  } catch (error) {
    if (error instanceof UserError) return error
    throw error
  }
  throw new Error('the settings are accepted')
}

const duration = 'write a duration with its unit, as 10m or 1h30m'
const boolean = 'write true or false'

describe('what holds when nothing is said', () => {
  it('is the default of every input', () => {
    expect(readSettings({})).toEqual({
      settings: {
        commands: [{ command: 'deploy', flags: {}, line: 'deploy' }],
        configs: [],
        dryRun: false,
        envfiles: [],
        extStr: {},
        extCode: {},
        rollback: 'auto',
        onCancel: 'leave',
        unchanged: 'deploy',
        comment: 'auto',
        commentKey: '',
        mask: 'secrets',
        failOnChanges: false,
        pollInterval: 5_000,
        maxParallel: 10,
        debug: false,
        githubToken: '',
        workingDirectory: '.',
        given: new Set(),
      },
      warnings: [],
    })
  })

  it('is the same when every input and variable is empty, as a workflow hands them in', () => {
    const empty = Object.fromEntries(
      inputs.flatMap((input) => [
        [`INPUT_${input.name.toUpperCase()}`, ''],
        ...('variable' in input ? [[input.variable, ' ']] : []),
      ]),
    )
    expect(readSettings(empty)).toEqual(readSettings({}))
  })
})

describe('an input', () => {
  it.each<[string, string, Partial<Settings>]>([
    ['command', 'diff', { commands: [{ command: 'diff', flags: {}, line: 'diff' }] }],
    ['config', 'a/ecspresso.yml', { configs: ['a/ecspresso.yml'] }],
    [
      'config',
      'services/*/ecspresso.yml\r\n\n  !services/old/*  ',
      { configs: ['services/*/ecspresso.yml', '!services/old/*'] },
    ],
    ['timeout', '1h30m', { timeout: 5_400_000 }],
    ['timeout', '1.5h', { timeout: 5_400_000 }],
    ['timeout', '0', { timeout: 0 }],
    ['dry-run', 'true', { dryRun: true }],
    ['dry-run', 'True', { dryRun: true }],
    ['dry-run', 'TRUE', { dryRun: true }],
    ['dry-run', 'false', { dryRun: false }],
    ['dry-run', 'False', { dryRun: false }],
    ['dry-run', ' FALSE ', { dryRun: false }],
    ['envfile', 'a.env\nb,c.env', { envfiles: ['a.env', 'b,c.env'] }],
    ['ext-str', 'A=1\nB=x=y;z', { extStr: { A: '1', B: 'x=y;z' } }],
    ['ext-str', 'A=1\nA=2', { extStr: { A: '2' } }],
    ['ext-str', 'A=', { extStr: { A: '' } }],
    ['ext-code', 'N=1 + 1', { extCode: { N: '1 + 1' } }],
    ['assume-role-arn', 'arn:aws:iam::123456789012:role/r', { assumeRoleArn: 'arn:aws:iam::123456789012:role/r' }],
    ['rollback', 'always', { rollback: 'always' }],
    ['rollback', 'never', { rollback: 'never' }],
    ['on-cancel', 'rollback', { onCancel: 'rollback' }],
    ['unchanged', 'skip', { unchanged: 'skip' }],
    ['comment', 'always', { comment: 'always' }],
    ['comment', 'never', { comment: 'never' }],
    ['comment-key', 'eu', { commentKey: 'eu' }],
    ['mask', 'all', { mask: 'all' }],
    ['mask', 'none', { mask: 'none' }],
    ['fail-on-changes', 'true', { failOnChanges: true }],
    ['poll-interval', '250ms', { pollInterval: 250 }],
    ['max-parallel', '1', { maxParallel: 1 }],
    ['max-parallel', '9999', { maxParallel: 9999 }],
    ['log-level', 'debug', { debug: true }],
    ['log-level', 'info', { debug: false }],
    ['github-token', 'ghs_1', { githubToken: 'ghs_1' }],
    ['working-directory', 'infra', { workingDirectory: 'infra' }],
  ])('%s: %j', (name, value, settings) => {
    expect(read(withInputs({ [name]: value }))).toMatchObject({ ...settings, given: new Set([name]) })
  })

  it.each<[string, string, string]>([
    ['command', '# nothing but a comment', 'write a command, as `diff`'],
    ['timeout', '300', duration],
    ['timeout', '-5m', duration],
    ['timeout', 'soon', duration],
    ['dry-run', 'yes', boolean],
    ['dry-run', '1', boolean],
    ['dry-run', 'tRUE', boolean],
    ['fail-on-changes', 'on', boolean],
    ['rollback', 'sometimes', 'use one of auto, always, never'],
    ['rollback', 'Auto', 'use one of auto, always, never'],
    ['on-cancel', 'stop', 'use one of leave, rollback'],
    ['unchanged', 'fail', 'use one of deploy, skip'],
    ['comment', 'true', 'use one of auto, always, never'],
    ['mask', 'some', 'use one of secrets, all, none'],
    ['poll-interval', '0s', 'write a duration above 0, as 5s'],
    ['poll-interval', '5', duration],
    ['poll-interval', '-1s', duration],
    ['max-parallel', '0', 'write a number from 1 up'],
    ['max-parallel', '-2', 'write a number from 1 up'],
    ['max-parallel', '2.5', 'write a number from 1 up'],
    ['log-level', 'trace', 'use one of info, debug'],
  ])('%s: %j is refused', (name, value, hint) => {
    expect(refusal(withInputs({ [name]: value }))).toMatchObject({
      message: `the input ${name} is "${value}"`,
      hint,
      category: 'config/client',
    })
  })

  it.each([
    ['ext-str', 'A=1\nB', 'B'],
    ['ext-code', '=1', '=1'],
  ])('%s without KEY=VALUE is refused, and only the line at fault is shown', (name, value, shown) => {
    const { message, hint } = refusal(withInputs({ [name]: value }))
    expect([message, hint]).toEqual([`the input ${name} is "${shown}"`, 'write KEY=VALUE'])
  })

  it('is refused for its value under debug too', () => {
    expect(refusal({ ...withInputs({ 'log-level': 'trace' }), RUNNER_DEBUG: '1' }).message).toBe(
      'the input log-level is "trace"',
    )
  })
})

describe('a variable of ecspresso', () => {
  const role = 'arn:aws:iam::123456789012:role/r'
  it.each<[string, string, Partial<Settings>]>([
    ['ECSPRESSO_CONFIG', 'a.yml', { configs: ['a.yml'] }],
    ['ECSPRESSO_TIMEOUT', '90s', { timeout: 90_000 }],
    ['ECSPRESSO_ENVFILE', 'a.env,b.env', { envfiles: ['a.env', 'b.env'] }],
    ['ECSPRESSO_ENVFILE', String.raw`a\,b.env`, { envfiles: ['a,b.env'] }],
    ['ECSPRESSO_EXT_STR', 'A=1;B=x=y', { extStr: { A: '1', B: 'x=y' } }],
    ['ECSPRESSO_EXT_STR', String.raw`A=1\;2`, { extStr: { A: '1;2' } }],
    ['ECSPRESSO_EXT_CODE', 'N=1', { extCode: { N: '1' } }],
    ['ECSPRESSO_ASSUME_ROLE_ARN', role, { assumeRoleArn: role }],
    ['ECSPRESSO_DEBUG', 'true', { debug: true }],
    ['ECSPRESSO_DEBUG', '1', { debug: true }],
    ['ECSPRESSO_DEBUG', 'yes', { debug: true }],
    ['ECSPRESSO_DEBUG', 'false', { debug: false }],
    ['ECSPRESSO_DEBUG', '0', { debug: false }],
    ['ECSPRESSO_DEBUG', 'no', { debug: false }],
  ])('%s=%s holds, and is no input', (name, value, settings) => {
    expect(read({ [name]: value })).toMatchObject({ ...settings, given: new Set() })
  })

  it.each<[string, string, string]>([
    ['ECSPRESSO_TIMEOUT', '300', duration],
    ['ECSPRESSO_EXT_STR', 'A', 'write KEY=VALUE'],
    ['ECSPRESSO_DEBUG', 'perhaps', boolean],
  ])('%s=%s is refused by its own name', (name, value, hint) => {
    expect(refusal({ [name]: value })).toMatchObject({
      message: `the variable ${name} is "${value}"`,
      hint,
      category: 'config/client',
    })
  })

  it.each<[string, string, string, string, Partial<Settings>]>([
    ['config', 'a.yml', 'ECSPRESSO_CONFIG', 'b.yml', { configs: ['a.yml'] }],
    ['timeout', '1m', 'ECSPRESSO_TIMEOUT', '2m', { timeout: 60_000 }],
    ['timeout', '1m', 'ECSPRESSO_TIMEOUT', 'nonsense', { timeout: 60_000 }],
    ['envfile', 'a.env', 'ECSPRESSO_ENVFILE', 'b.env', { envfiles: ['a.env'] }],
    ['ext-str', 'A=1', 'ECSPRESSO_EXT_STR', 'B=2', { extStr: { A: '1' } }],
    ['ext-code', 'A=1', 'ECSPRESSO_EXT_CODE', 'B=2', { extCode: { A: '1' } }],
    ['assume-role-arn', 'arn:a', 'ECSPRESSO_ASSUME_ROLE_ARN', 'arn:b', { assumeRoleArn: 'arn:a' }],
    ['log-level', 'info', 'ECSPRESSO_DEBUG', 'true', { debug: false }],
  ])('the input %s: %s wins over %s=%s', (input, value, variable, other, settings) => {
    expect(read({ ...withInputs({ [input]: value }), [variable]: other })).toMatchObject(settings)
  })
})

describe('debug', () => {
  it.each<[string, Environment, boolean]>([
    ['the runner asks for it', { RUNNER_DEBUG: '1' }, true],
    ['the runner asks for it and the input says info', { RUNNER_DEBUG: '1', 'INPUT_LOG-LEVEL': 'info' }, true],
    ['the runner does not', { RUNNER_DEBUG: '0' }, false],
  ])('%s', (_, environment, debug) => {
    expect(read(environment).debug).toBe(debug)
  })
})

describe('the command', () => {
  it.each(['pull_request', 'pull_request_target', 'pull_request_review'])('must be said on %s', (event) => {
    expect(refusal({ GITHUB_EVENT_NAME: event })).toMatchObject({
      message: `the input command is missing on the event ${event}`,
      hint: 'say what to do: `command: diff` shows what a deploy would change',
    })
    const { commands } = read({ ...withInputs({ command: 'diff' }), GITHUB_EVENT_NAME: event })
    expect(commands.map(({ command }) => command)).toEqual(['diff'])
  })

  it.each(['push', 'workflow_dispatch', 'schedule', ''])('is deploy on %j', (event) => {
    expect(read({ GITHUB_EVENT_NAME: event }).commands).toEqual([{ command: 'deploy', flags: {}, line: 'deploy' }])
  })

  it('is what the local command line says, whatever the input', () => {
    const { settings } = readSettings(withInputs({ command: 'deploy' }), ['diff', '--strict'])
    expect(settings.commands).toEqual([{ command: 'diff', flags: { strict: true }, line: 'diff --strict' }])
  })

  it('may have several lines', () => {
    const { commands } = read(withInputs({ command: 'verify\n# then\ndeploy --no-wait\n' }))
    expect(commands.map(({ line }) => line)).toEqual(['verify', 'deploy --no-wait'])
  })
})

describe('inputs of other actions', () => {
  it.each([
    ['args', 'deploy', '`command`'],
    ['task-definition', 'task.json', '`task_definition`'],
    ['service', 'api', '`service`'],
    ['cluster', 'production', '`cluster`'],
    ['wait-for-service-stability', 'true', 'deploy --no-wait'],
    ['wait-for-minutes', '30', 'timeout: 30m'],
    ['wait-max-delay-seconds', '5', 'poll-interval: 5s'],
    ['force-new-deployment', 'true', '--force-new-deployment'],
    ['desired-count', '4', '--tasks N'],
    ['codedeploy-appspec', 'appspec.yml', '`appspec`'],
    ['run-task', 'true', 'command: run'],
  ])('%s is answered with the form that holds here', (name, value, instead) => {
    const error = refusal(withInputs({ [name]: value, command: 'diff' }))
    expect(error.message).toBe(`the input ${name} belongs to another action`)
    expect(error.hint).toContain(instead)
    expect(error.hint).not.toContain('\n')
  })

  it.each(['version', 'version-file'])('%s is needless, and the run goes on', (name) => {
    const { warnings } = readSettings(withInputs({ [name]: 'v2.3.3' }))
    expect(warnings).toEqual([expect.stringMatching(`^the input ${name} is needless: .*remove it$`)])
  })
})

it('no environment makes the reading throw anything but a UserError', () => {
  const names = inputs.flatMap((input) => [
    `INPUT_${input.name.toUpperCase()}`,
    ...('variable' in input ? [input.variable] : []),
  ])
  const value = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('true', '5m', 'A=1', 'auto', 'diff', '0'))
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...names), value, { maxKeys: 4 }), (environment) => {
      try {
        expect(read(environment).commands).not.toEqual([])
      } catch (error) {
        if (!(error instanceof UserError)) throw error
        expect(error.hint).not.toBe('')
      }
    }),
    { numRuns: 1000 },
  )
})

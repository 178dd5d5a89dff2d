import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { parseCommands, parseWords } from '../../src/commands/command-line.ts'
import { commands } from '../../src/commands/index.ts'
import { UserError } from '../../src/errors.ts'
import type { FlagValue } from '../../src/model/settings.ts'

const parse = (text: string) => parseCommands(text, commands)

function refusal(text: string): UserError {
  try {
    parse(text)
  } catch (error) {
    if (error instanceof UserError) return error
    throw error
  }
  throw new Error(`"${text}" is accepted`)
}

describe('a command line', () => {
  it.each<[string, string, Readonly<Record<string, FlagValue>>]>([
    ['deploy', 'deploy', {}],
    ['ecspresso deploy', 'deploy', {}],
    ['deploy --tasks 4', 'deploy', { tasks: 4 }],
    ['deploy --tasks=4', 'deploy', { tasks: 4 }],
    ['deploy --tasks -1', 'deploy', { tasks: -1 }],
    ['deploy --tasks 1 --tasks 2', 'deploy', { tasks: 2 }],
    ['deploy --no-wait', 'deploy', { wait: false }],
    ['deploy --wait', 'deploy', { wait: true }],
    ['deploy --wait=false', 'deploy', { wait: false }],
    ['deploy --wait=NO', 'deploy', { wait: false }],
    ['deploy --wait=1', 'deploy', { wait: true }],
    ['deploy --no-wait=false', 'deploy', { wait: true }],
    ['deploy --no-update-service', 'deploy', { 'update-service': false }],
    ['deploy --wait-until stable', 'deploy', { 'wait-until': 'stable' }],
    ['deploy --timeout 1h30m', 'deploy', { timeout: 5_400_000 }],
    ['deploy --timeout=0', 'deploy', { timeout: 0 }],
    ['--config a.yml deploy', 'deploy', { config: ['a.yml'] }],
    ['deploy --config a.yml', 'deploy', { config: ['a.yml'] }],
    ['--debug --config=a.yml diff --envfile x', 'diff', { debug: true, config: ['a.yml'], envfile: ['x'] }],
    ['ecspresso --timeout 5m deploy', 'deploy', { timeout: 300_000 }],
    ['--envfile deploy deploy', 'deploy', { envfile: ['deploy'] }],
    ['--no-color deploy', 'deploy', { color: false }],
    ['--color --log-format=json status --events 3', 'status', { color: true, 'log-format': 'json', events: 3 }],
    ['deploy --envfile a,b --envfile=c', 'deploy', { envfile: ['a', 'b', 'c'] }],
    [String.raw`deploy --envfile 'a\,b,c'`, 'deploy', { envfile: ['a,b', 'c'] }],
    [String.raw`deploy --envfile 'C:\new,b\'`, 'deploy', { envfile: [String.raw`C:\new`, 'b\\'] }],
    ['deploy --envfile=', 'deploy', { envfile: [] }],
    [`deploy --ext-str 'A=1;B=x=y' --ext-str C=`, 'deploy', { 'ext-str': ['A=1', 'B=x=y', 'C='] }],
    [String.raw`deploy --ext-str 'A=1\;2;B=a,b'`, 'deploy', { 'ext-str': ['A=1;2', 'B=a,b'] }],
    [
      'deploy --assume-role-arn arn:aws:iam::123456789012:role/a=b',
      'deploy',
      { 'assume-role-arn': 'arn:aws:iam::123456789012:role/a=b' },
    ],
    ['deploy --dry-run', 'deploy', { 'dry-run': true }],
    [
      'rollback --revision 41 --no-deregister-task-definition',
      'rollback',
      { revision: 41, 'deregister-task-definition': false },
    ],
    ['diff --without-service --strict --no-unified', 'diff', { 'without-service': true, strict: true, unified: false }],
    [
      'verify --no-get-secrets --offline --put-logs',
      'verify',
      { 'get-secrets': false, offline: true, 'put-logs': true },
    ],
    ['register --output', 'register', { output: true }],
    ['render taskdef config', 'render', { targets: ['taskdef', 'config'] }],
    ['help', 'help', {}],
    ['ecspresso', 'help', {}],
    ['--help', 'help', {}],
    ['-h', 'help', {}],
    ['help deploy', 'help', { targets: ['deploy'] }],
    ['deploy --help', 'help', { targets: ['deploy'] }],
    ['--config a.yml deploy --unknown -h', 'help', { targets: ['deploy'] }],
    ['xylophone --help', 'help', {}],
    ['version', 'version', {}],
    ['deploy --no-color=yes --debug=TRUE', 'deploy', { color: false, debug: true }],
    ['deploy --debug=0', 'deploy', { debug: false }],
    ['deploy --ext-str A=1 --ext-str A=2', 'deploy', { 'ext-str': ['A=1', 'A=2'] }],
  ])('%s', (text, command, flags) => {
    expect(parse(text)).toEqual([{ command, flags, line: text.replace(/^ecspresso /, '') }])
  })

  it('several lines are several commands, each with its own flags', () => {
    expect(parse('verify # first\n\necspresso deploy --tasks 4 \\\n  --no-wait\n')).toEqual([
      { command: 'verify', flags: {}, line: 'verify' },
      { command: 'deploy', flags: { tasks: 4, wait: false }, line: 'deploy --tasks 4 --no-wait' },
    ])
  })

  it('words that a shell has split are taken as they are', () => {
    expect(parseWords(['diff', '--external', 'diff -u'], commands)).toEqual({
      command: 'diff',
      flags: { external: 'diff -u' },
      line: 'diff --external diff -u',
    })
  })

  it.each([
    ['depoly', 'unknown command depoly in "depoly"', 'did you mean deploy?'],
    ['xylophone', 'unknown command xylophone in "xylophone"', 'the commands are deploy, diff, verify'],
    ['exec --command sh', 'exec needs a terminal, and a workflow has none', 'aws ecs execute-command'],
    ['create', 'create was a command of ecspresso v1', 'use `deploy`'],
    ['help xylophone', 'unexpected argument xylophone of help', 'use deploy'],
    ['--debug', 'unknown command  in "--debug"', 'the commands are'],
    ['deploy --no-wiat', 'unknown flag --no-wiat of deploy', 'did you mean --no-wait?'],
    ['deploy --task 4', 'unknown flag --task of deploy', 'did you mean --tasks?'],
    ['deploy --conifg=a.yml', 'unknown flag --conifg of deploy', 'did you mean --config?'],
    ['status --xylophone', 'unknown flag --xylophone of status', 'status knows --events'],
    ['deploy --no-tasks', 'unknown flag --no-tasks of deploy', '--tasks'],
    ['deploy --', 'unknown flag -- of deploy', 'deploy knows'],
    ['deploy --strict', 'unknown flag --strict of deploy', 'deploy knows'],
    ['deploy --tasks', '--tasks: a value is missing', 'write --tasks=VALUE'],
    ['deploy --config --debug', '--config: a value is missing', 'write --config=VALUE'],
    ['deploy --tasks many', '--tasks: "many" is not a whole number', 'write --tasks=2'],
    ['deploy --tasks 1.5', '--tasks: "1.5" is not a whole number', 'write --tasks=2'],
    ['deploy --tasks=', '--tasks: "" is not a whole number', 'write --tasks=2'],
    ['deploy --wait=perhaps', '--wait: "perhaps" is not a boolean', 'write true or false'],
    ['deploy --wait-until ready', '--wait-until: "ready" is not one of its values', 'use one of stable, deployed'],
    ['deploy --log-format xml', '--log-format: "xml" is not one of its values', 'use one of text, json'],
    ['deploy --timeout 300', '--timeout: expected duration but got "300"', '10m or 1h30m'],
    ['deploy --timeout -5m', '--timeout: expected duration but got "-5m"', '10m or 1h30m'],
    ['deploy --ext-str KEY', '--ext-str: "KEY" is not KEY=VALUE', 'write --ext-str=KEY=VALUE'],
    ['deploy --ext-code "A=1;=2"', '--ext-code: "=2" is not KEY=VALUE', 'write --ext-code=KEY=VALUE'],
    ['deploy now', 'unexpected argument now of deploy', 'deploy takes flags only'],
    ['deploy -v', 'unexpected argument -v of deploy', 'deploy takes flags only'],
    ['render everything', 'unexpected argument everything of render', 'use '],
  ])('%s is refused', (text, message, hint) => {
    const error = refusal(text)
    expect(error.message).toBe(`failed to parse args: ${message}`)
    expect(error.hint).toContain(hint)
    expect(error.category).toBe('config/client')
  })
})

describe('no text', () => {
  const flags = commands.flatMap((command) => command.flags.map((flag) => `--${flag.name}`))
  const piece = fc.oneof(
    fc.constantFrom(
      ...commands.map((command) => command.name),
      ...flags,
      '--config',
      '--no-wait',
      '--',
      '-',
      'ecspresso',
    ),
    fc.constantFrom('=', '"', "'", '\\', '#', '\n', ' ', ';', ',', '--__proto__', '--constructor=1', '5m', '4'),
    fc.string({ unit: 'binary', maxLength: 8 }),
  )
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(' ')),
    fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join('')),
  )

  it('makes the parser throw anything but a UserError', () => {
    fc.assert(
      fc.property(text, (written) => {
        try {
          for (const { command } of parse(written)) expect(commands.map(({ name }) => name)).toContain(command)
        } catch (error) {
          if (!(error instanceof UserError)) throw error
        }
      }),
      { numRuns: 2000 },
    )
  })

  it('changes what is read when it is quoted', () => {
    const value = fc.string({ unit: 'binary' }).filter((it) => !/[\n\r']/.test(it))
    fc.assert(
      fc.property(value, (written) => {
        expect(parse(`diff --external='${written}'`)[0]?.flags).toEqual({ external: written })
      }),
    )
  })
})

import { spawnSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import { resolve } from 'node:path'
import { describe, expect, it } from '@jest/globals'

const action = resolve(import.meta.dirname, '../../../dist/index.js')

/** The built action as a program of somebody who is at a terminal, and no runner. */
function type(...words: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [action, ...words], {
    cwd: tmpdir(),
    env: { PATH: process.env['PATH'] },
    encoding: 'utf8',
  })
  return { status, stdout, stderr }
}

describe('in a terminal', () => {
  it.each([
    ['nothing', [], 'commands:'],
    ['help', ['help'], 'commands:'],
    ['--help', ['--help'], 'commands:'],
    ['-h', ['-h'], 'commands:'],
    ['help of a command', ['help', 'deploy'], '--force-new-deployment'],
    ['a command with --help', ['deploy', '--help'], '--force-new-deployment'],
    ['a command with -h', ['--debug', 'deploy', '--unknown', '-h'], '--force-new-deployment'],
    ['version', ['version'], '(as ecspresso 2.8.7)\n'],
  ])('%s is answered on standard output, and nothing else is said', (_, words, decisive) => {
    const answer = type(...words)
    expect(answer).toMatchObject({ status: 0, stderr: '' })
    expect(answer.stdout).toContain(decisive)
  })

  it.each([
    ['exec', 'exec needs a terminal'],
    ['continue', 'aws ecs continue-service-deployment'],
  ])('%s is refused on standard error', (word, decisive) => {
    const answer = type(word)
    expect(answer).toMatchObject({ status: 1 })
    expect(answer.stderr).toContain(decisive)
  })

  it('a failure says nothing on standard output', () => {
    const answer = type('diff', '--config', 'there-is-none.yml')
    expect(answer).toMatchObject({ status: 1, stdout: '' })
    expect(answer.stderr).toContain('no such file')
  })

  it.each([
    [['--color'], true],
    [['--no-color'], false],
    [[], false],
  ])('%j colours the log, or not', (flags, coloured) => {
    const { stderr } = type('diff', '--config', 'there-is-none.yml', ...flags)
    expect(stderr.includes('\u001b[31m')).toBe(coloured)
  })
})

import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { createRunner } from '../../src/github/runner.ts'

const temp = mkdtempSync(join(tmpdir(), 'runner-'))

function runnerOf(env: Readonly<Record<string, string>> = {}, folds = true) {
  const written: string[] = []
  return { runner: createRunner({ env, write: (text) => void written.push(text), folds }), written }
}

/** What a process of its own prints when it uses the runner: `@actions/core` writes to standard output itself. */
function play(script: string, env: Readonly<Record<string, string>>): string {
  const module = resolve('src/github/runner.ts')
  const program = `import { createRunner } from ${JSON.stringify(module)}
    const runner = createRunner({ env: process.env, write: (text) => process.stdout.write(text), folds: true })
    ${script}`
  return execFileSync('node', ['--input-type=module', '-e', program], {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], ...env },
  })
}

describe('the runner', () => {
  it('never nests groups', () => {
    const { runner, written } = runnerOf()
    runner.startGroup('a\nb%')
    runner.log('line')
    runner.startGroup('c')
    runner.endGroup()
    runner.endGroup()
    expect(written.join('')).toBe('::group::a%0Ab%25\nline\n::endgroup::\n::group::c\n::endgroup::\n')
  })

  it('prints titles where nothing folds', () => {
    const { runner, written } = runnerOf({}, false)
    runner.startGroup('a')
    runner.endGroup()
    expect(written.join('')).toBe('a\n')
  })

  it('announces each secret once, and nowhere but on a runner', () => {
    const on = runnerOf({ GITHUB_ACTIONS: 'true' })
    on.runner.mask(['one', ''])
    on.runner.mask(['one', 'two%'])
    expect(on.written).toEqual(['::add-mask::one\n', '::add-mask::two%25\n'])
    const off = runnerOf()
    off.runner.mask(['one'])
    expect(off.written).toEqual([])
  })

  it('writes the files of a step into a folder of its own', async () => {
    const { runner } = runnerOf({ RUNNER_TEMP: temp })
    const first = await runner.writeFiles({ 'report.json': '{}', 'document.txt': 'x' })
    const second = await runner.writeFiles({ 'report.json': '[]' })
    expect(readFileSync(first['report.json'] ?? '', 'utf8')).toBe('{}')
    expect(dirname(dirname(first['document.txt'] ?? ''))).toBe(temp)
    expect(second['report.json']).not.toBe(first['report.json'])
  })

  it('appends to the summary, and does without one', async () => {
    const file = join(temp, 'summary.md')
    writeFileSync(file, '# before\n')
    await runnerOf({ GITHUB_STEP_SUMMARY: file }).runner.appendSummary('# ours')
    expect(readFileSync(file, 'utf8')).toBe('# before\n# ours\n')
    await runnerOf().runner.appendSummary('# nowhere')
  })

  it('sets outputs in the file, and prints none without it', () => {
    const file = join(temp, 'output')
    writeFileSync(file, '')
    const script = `await runner.setOutputs({ outcome: 'failed', projects: 'a\\nb' })`
    expect(play(script, { GITHUB_OUTPUT: file })).toBe('')
    expect(readFileSync(file, 'utf8')).toMatch(/^outcome<<(\S+)\nfailed\n\1\nprojects<<(\S+)\na\nb\n\2\n$/)
    expect(play(script, {})).toBe('')
  })

  it('annotates the line at fault', () => {
    const annotation = {
      level: 'error',
      title: 'a: b, c',
      message: 'one\ntwo',
      location: { file: 'ecs/task.json', line: 7, column: 3 },
    }
    const script = `await runner.annotate(${JSON.stringify([annotation, { level: 'notice', title: 't', message: 'm' }])})`
    expect(play(script, {}).split('\n')).toEqual([
      '::error title=a%3A b%2C c,file=ecs/task.json,line=7,col=3::one%0Atwo',
      '::notice title=t::m',
      '',
    ])
  })

  it('loads no package before it is needed', () => {
    const script = `runner.log('x'); console.log(process.moduleLoadList.some((name) => /undici/.test(name)))`
    expect(play(script, {})).toBe('x\nfalse\n')
  })
})

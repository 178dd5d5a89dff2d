import { setTimeout } from 'node:timers/promises'
import { describe, expect, it } from '@jest/globals'
import type { LoadContext } from '../../../src/config/context.ts'
import { loadProject } from '../../../src/config/load.ts'
import { contextOf, refusal, repository } from '../workspace.ts'

const script = `
const [what, ...rest] = process.argv.slice(2)
const acts = {
  args: () => console.log(JSON.stringify({ args: rest, cwd: process.cwd(), name: process.env.NAME, stdin: require('fs').readFileSync(0, 'utf8') })),
  text: () => console.log('two words'),
  lines: () => console.log('{"a":\\n1}\\n{"b": 2}'),
  fail: () => { console.log('out'); console.error('err'); process.exit(3) },
  sleep: () => { console.log('1'); setInterval(() => {}, 1000) },
  stubborn: () => { process.on('SIGTERM', () => {}); setInterval(() => {}, 1000) },
  broken: () => console.log('{'),
}
acts[what]()
`

/** Renders the call of an external program `tool`. */
async function call(value: string, config = '', options: Partial<LoadContext> = {}) {
  const root = repository({
    'tool.cjs': script,
    'ecs/ecspresso.yml': `service: api\ntask_definition: task.json\nplugins:\n  - name: external\n    config: {name: tool, command: [${process.execPath}, tool.cjs]${config}}\n`,
    'ecs/task.json': `{"family": "api", "containerDefinitions": [{"name": "app", "image": "${value}"}]}`,
  })
  const project = await loadProject('ecs/ecspresso.yml', contextOf(root, { environment: { NAME: 'n' }, ...options }))
  const { document } = await project.taskDefinition()
  return { root, image: /"image":(".*?[^\\]")/.exec(JSON.stringify(document))?.[1] }
}

/** A clock on which five seconds are nothing. */
const hurried: LoadContext['clock'] = {
  now: () => Date.now(),
  sleep: (ms, signal) => setTimeout(ms / 10, undefined, signal ? { signal } : {}),
}

describe('an external program', () => {
  it('gets its arguments as they are, no input, the environment and the working directory', async () => {
    const { root, image } = await call(
      '{{ $r := tool `args` `a b` `$HOME;*` }}{{ index $r.args 0 }}|{{ index $r.args 1 }}|{{ $r.name }}|{{ $r.stdin }}|{{ (tool `args`).cwd }}',
    )
    expect(image).toBe(JSON.stringify(`a b|$HOME;*|n||${root}`))
  })

  it.each([
    ['{{ tool `text` | json_escape }}', ', parser: string', '"two words\\n"'],
    ['{{ (tool `lines`).a }}', '', '"1"'],
    ['{{ (tool `lines`).a }}', ', num_args: 1, timeout: 60', '"1"'],
  ])('%s%s answers %s', async (value, config, expected) => {
    expect((await call(value, config)).image).toBe(expected)
  })

  it.each([
    ['{{ tool `fail` }}', '', /failed to run command: .*: exit status 3 stdout:out\n stderr:err\n/],
    ['{{ tool `broken` }}', '', /failed to parse the output of the command as JSON: \{/],
    ['{{ tool 1 }}', '', /wrong type of argument for tool: expected string, got int/],
    ['{{ tool `sleep` }}', ', timeout: 2', /it took longer than 2000 ms stdout:/],
    ['{{ tool `stubborn` }}', ', timeout: 4', /it took longer than 4000 ms stdout:/],
  ])('%s%s is an error', async (value, config, message) => {
    const error = await refusal(call(value, config, { clock: hurried }))
    expect(error.message).toMatch(message)
    expect(error.location).toMatchObject({ file: 'ecs/task.json', line: 1 })
  })

  it('that is not there is an error', async () => {
    const error = await refusal(call('{{ none }}', '}\n  - name: external\n    config: {name: none, command: [./none]'))
    expect(error.message).toMatch(/error calling none: failed to run command/)
  })

  it("is not run for a fork's pull request", async () => {
    const error = await refusal(call('{{ tool `text` }}', ', parser: string', { isStranger: async () => true }))
    expect(error.message).toContain('tool is an external program and is not run for a pull request from a fork')
    expect((await call('x', '', { isStranger: async () => true })).image).toBe('"x"')
  })
})

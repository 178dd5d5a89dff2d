import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { LoadContext } from '../../src/config/context.ts'
import { loadProject } from '../../src/config/load.ts'
import { UserError } from '../../src/errors.ts'
import { contextOf, refusal, repository } from './workspace.ts'

const minimal = 'region: eu-west-1\ncluster: main\nservice: api\n'

async function load(text: string, options: Partial<LoadContext> = {}, name = 'ecs/ecspresso.yml') {
  const context = contextOf(repository({ [name]: text }), options)
  const { config } = await loadProject(name, context)
  return { config, warnings: context.warnings, root: context.root }
}

describe('a config', () => {
  it('is read with its defaults', async () => {
    const { config, root } = await load('service_definition: svc.json\ntask_definition: ../task.json\n', {
      environment: { AWS_REGION: 'us-east-1' },
    })
    expect(config).toEqual({
      file: 'ecs/ecspresso.yml',
      locate: expect.any(Function),
      region: 'us-east-1',
      cluster: 'default',
      serviceDefinition: `${root}/ecs/svc.json`,
      taskDefinition: `${root}/task.json`,
      timeout: 600_000,
      ignoreTags: [],
      document: {
        region: 'us-east-1',
        cluster: 'default',
        service_definition: 'ecs/svc.json',
        task_definition: 'task.json',
        timeout: '10m0s',
      },
    })
  })

  it.each([
    [
      'yaml with anchors and merges',
      'ecs/x.yml',
      'x: &x {Tags: [a, b]}\nignore:\n  <<: *x\nSERVICE: api\ncluster: "main"\ntimeout: 5m10s',
    ],
    [
      'yaml with an anchor set twice, and one in a key',
      'ecs/x.yml',
      'x: &v other\ny: {z: &v main}\ncluster: *v\n&w service: &v api\nz: *w\nq: *v\ntimeout: 5m10s\nignore: {tags: [a, b]}',
    ],
    [
      'json with comments',
      'ecs/x.json',
      '{"service": "api", // the one\n "Cluster": "main", "timeout": "5m10s", "ignore": {"tags": ["a", "b"]},}',
    ],
    [
      'a template that is no YAML before',
      'ecs/x.yaml',
      '{{ $s := "api" }}\nservice: {{ $s }}\ncluster: {{ `main` }}\n{{ if true }}timeout: 5m10s{{ end }}\nignore: {tags: [a, b]}',
    ],
  ])('may be %s', async (_, name, text) => {
    const { config } = await load(text, {}, name)
    expect(config).toMatchObject({ service: 'api', cluster: 'main', timeout: 310_000, ignoreTags: ['a', 'b'] })
  })

  it.each([
    ['timeout: 0', 0],
    ['timeout: "0"', 0],
    ['timeout: 1h30m', 5_400_000],
    ['timeout: 300000000', 300],
    ['timeout:', 600_000],
  ])('%j is %j ms', async (line, expected) => {
    expect((await load(minimal + line)).config.timeout).toBe(expected)
  })

  it('gives way to the timeout of the command', async () => {
    const { config } = await load(`${minimal}timeout: 5m`, { timeout: 90_000 })
    expect(config).toMatchObject({ timeout: 90_000, document: { timeout: '1m30s' } })
  })

  it.each([
    ['servise: api', 'ecs/ecspresso.yml:4 json: unknown field "servise"; did you mean "service"?'],
    ['profile: x', 'ecs/ecspresso.yml:4 json: unknown field "profile"'],
    ['timeout: 300', 'ecs/ecspresso.yml:4 timeout: 300 means 300 nanoseconds; write a unit, such as 300s'],
    ['filter_command: peco', 'ecs/ecspresso.yml:4 filter_command is deprecated and has no effect here'],
  ])('%j is worth a warning', async (line, warning) => {
    expect((await load(minimal + line)).warnings).toEqual([warning])
  })

  it.each([
    ['required_version: ">= 2.0.0, < 3"', undefined],
    ['required_version: "< 2"', 'version 2.8.7 does not satisfy constraints required_version: < 2'],
    ['required_version: "two"', 'required_version has invalid format: two'],
    ['timeout: 300x', 'invalid duration format: 300x'],
    ['timeout: "300"', 'invalid duration format: 300'],
    ['task_definition: 5', 'task_definition must be a text, not the number 5'],
    ['plugins: tfstate', 'plugins must be a list, not the text "tfstate"'],
    ['plugins: [{}]', 'an entry of plugins has no name'],
    ['ignore: {tags: x}', 'ignore.tags must be a list of tag keys'],
    ['express_definition: x.json', 'express_definition is not supported'],
    ['Cluster: other', 'the key Cluster is written twice'],
    ['cluster: other', 'Map keys must be unique'],
    ['x: [', undefined],
    ['x: *none', 'unresolved alias *none'],
  ])('with %j', async (line, message) => {
    const loading = load(minimal + line)
    if (message === undefined && line.startsWith('required')) {
      await expect(loading).resolves.toBeDefined()
      return
    }
    const error = await refusal(loading)
    expect(error.message).toContain(`failed to load config file ecs/ecspresso.yml: ${message ?? ''}`)
    expect(error.location).toMatchObject({ file: 'ecs/ecspresso.yml', line: line === 'x: [' ? expect.any(Number) : 4 })
    expect(error.hint).not.toBe('')
  })

  it.each([
    ['', 'a config must be a mapping of keys to values, not an empty file'],
    ['- a', 'a config must be a mapping of keys to values, not a list'],
  ])('is not %j', async (text, message) => {
    expect((await refusal(load(text))).message).toBe(`failed to load config file ecs/ecspresso.yml: ${message}`)
  })

  it.each([
    ['ecs/none.yml', 'failed to load config file ecs/none.yml: no such file'],
    ['ecs', 'failed to load config file ecs: unsupported config file extension: '],
    ['ecs/x.toml', 'failed to load config file ecs/x.toml: unsupported config file extension: .toml'],
    ['ecs/x.json', 'failed to load config file ecs/x.json: Unknown variable: b'],
    ['ecs/x.jsonnet', 'failed to load config file ecs/x.jsonnet: no such file'],
  ])('%s cannot be loaded', async (name, message) => {
    const root = repository({ 'ecs/ecspresso.yml': minimal, 'ecs/x.json': 'local a = 1; { service: b }' })
    expect((await refusal(loadProject(name, contextOf(root)))).message).toBe(message)
  })
})

describe('templates of a project', () => {
  const config =
    'cluster: {{ must_env `CLUSTER` }}\nservice: api\ntask_definition: task.json\nservice_definition: svc.json\n'
  const task = '{\n  "family": "{{ must_env `FAMILY` }}",\n  "cpu": "{{ must_env `CPU` }}"\n}'
  const files = { 'ecspresso.yml': config, 'task.json': task, 'svc.json': '{"desiredCount": {{ must_env `COUNT` }} }' }

  it('report everything that is not defined at once, each with its place', async () => {
    const error = await refusal(loadProject('ecspresso.yml', contextOf(repository(files))))
    expect(error.message).toBe(
      'template attach failed: environment variable CLUSTER is not defined (ecspresso.yml:1), ' +
        'environment variable COUNT is not defined (svc.json:1), ' +
        'environment variable FAMILY is not defined (task.json:2), environment variable CPU is not defined (task.json:3)',
    )
    expect(error.location).toEqual({ file: 'ecspresso.yml', line: 1, column: 13 })
  })

  it('report the other file too when one is asked for', async () => {
    const environment = { CLUSTER: 'main', FAMILY: 'api', CPU: '256' }
    const project = await loadProject('ecspresso.yml', contextOf(repository(files), { environment }))
    expect((await project.taskDefinition()).document).toEqual({ family: 'api', cpu: '256' })
    const error = await refusal(project.serviceDefinition())
    expect(error.message).toBe('template attach failed: environment variable COUNT is not defined')
    expect(error.location).toEqual({ file: 'svc.json', line: 1, column: 21 })
  })

  it('report what is not defined rather than what follows from it', async () => {
    const root = repository({ 'ecspresso.yml': 'timeout: {{ must_env `T` }}\nx: {{ index (must_env `U`) 99 }}' })
    const error = await refusal(loadProject('ecspresso.yml', contextOf(root)))
    expect(error.message).toContain('environment variable T is not defined (ecspresso.yml:1)')
    expect(error.message).toContain('environment variable U is not defined (ecspresso.yml:2)')
  })

  it.each([
    [
      'cluster: {{ must_envv `A` }}',
      'config parse by template failed: function "must_envv" not defined',
      'did you mean "must_env"?',
      13,
    ],
    [
      'cluster: {{ if }}',
      'config parse by template failed: missing value for if',
      'check the syntax between {{ and }}',
      16,
    ],
    [
      'cluster: {{ len 1 }}',
      'template attach failed: error calling len: len of type int',
      'check what the template calls on this line',
      13,
    ],
  ])('are refused: %s', async (text, message, hint, column) => {
    const error = await refusal(load(text))
    expect(error.message).toBe(`failed to load config file ecs/ecspresso.yml: ${message}`)
    expect(error).toMatchObject({ hint, location: { file: 'ecs/ecspresso.yml', line: 1, column } })
  })

  it('know the account of the caller', async () => {
    expect((await load('service: app-{{ must_env `AWS_ACCOUNT_ID` }}')).config.service).toBe('app-123456789012')
  })
})

describe('any config', () => {
  const yamlish = fc
    .array(
      fc.constantFrom(
        'service',
        'timeout',
        ': ',
        ':',
        '\n',
        '- ',
        '  ',
        '[',
        ']',
        '{',
        '}',
        '&a',
        '*a',
        '<<',
        '"',
        "'",
        '|',
        '>',
        '#',
        '1',
        'null',
        '{{',
        '}}',
        '?',
        '!',
        '%',
        '\t',
        '---',
        '...',
        ',',
      ),
      { maxLength: 30 },
    )
    .map((parts) => parts.join(''))

  it.each(['x.yml', 'x.json'])('%s is loaded or refused with a UserError', async (name) => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(yamlish, fc.string({ unit: 'binary' })), async (text) => {
        try {
          await load(text, {}, name)
        } catch (error) {
          expect(error).toBeInstanceOf(UserError)
        }
      }),
      { numRuns: 150 },
    )
  })

  it.each([
    ['brackets', '['.repeat(50_000)],
    ['indents', Array.from({ length: 2000 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n')],
    [
      'aliases of aliases',
      Array.from({ length: 30 }, (_, i) => `a${i}: &a${i} [${i === 0 ? 'x' : `*a${i - 1}, *a${i - 1}`}]`).join('\n'),
    ],
    ['an alias of itself', 'ignore: &a {tags: [*a]}'],
  ])('does not hang or break on %s', async (_, text) => {
    expect(await refusal(load(text))).toBeInstanceOf(UserError)
  })
})

import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { loadEnvfiles } from '../../src/config/envfile.ts'
import { loadProject } from '../../src/config/load.ts'
import { createStateReader } from '../../src/config/plugins/state-reader.ts'
import { UserError } from '../../src/errors.ts'
import { contextOf, repository } from './workspace.ts'

/** `SEED=1234 npm test -- loader.property` repeats a run. */
const seed = Number(process.env['SEED'] ?? Date.now() % 2 ** 31)
/** ms that one load may take; Jsonnet is given up after ten seconds. */
const bound = { text: 5000, jsonnet: 25_000 }

type Files = Readonly<Record<string, string>>

/** Stands only in files outside the repository. */
const canary = 'canary-b1946ac9'
const outside = repository({
  'task.json': `{"family": "${canary}"}`,
  'ecspresso.yml': `service: ${canary}`,
  'lib.libsonnet': `{ name: '${canary}' }`,
  'terraform.tfstate': JSON.stringify({ version: 4, outputs: { name: { value: canary } } }),
  environment: canary,
  text: canary,
})
const roots: string[] = [outside]
afterAll(() => {
  for (const root of roots) rmSync(root, { recursive: true })
})

const example = (path: string) => readFileSync(join(import.meta.dirname, '../../examples/web', path), 'utf8')
const state = JSON.stringify({
  version: 4,
  outputs: { name: { value: 'shop', type: 'string' }, list: { value: ['a', 1], type: 'list' } },
  resources: [
    {
      mode: 'managed',
      type: 'aws_subnet',
      name: 'p',
      instances: [{ index_key: 'az-a', attributes: { id: 's-1', 'a-b': [true] }, sensitive_attributes: [] }],
    },
  ],
})
const plugins = '[{name: "tfstate", config: {path: "terraform.tfstate"}}]'
const yamlConfig = `required_version: ">= 2, < 3"
region: {{ env \`REGION\` \`eu-west-1\` }}
service: {{ tfstate "output.name" }}
task_definition: task.json
service_definition: service.jsonnet
timeout: 5m
ignore: {tags: [a]}
plugins: ${plugins}
`
const jsonnetConfig = `local lib = import 'lib.libsonnet';
{ region: 'eu-west-1', service: lib.name, task_definition: 'task.json', service_definition: 'service.jsonnet', plugins: ${plugins} }
`
const jsonnetService = `local tfstate = std.native('tfstate'), lib = import 'lib.libsonnet';
{ desiredCount: 1, tags: [{ key: k, value: tfstate('output.list')[0] + importstr 'lib.libsonnet' } for k in ['a', lib.name]] }
`
const template = `{"family": "{{ tfstate \`output.name\` }}", "containerDefinitions": [{{ range $i, $e := (index (split) 0) }}{{ end }}]}`
const project: Files = {
  'ecspresso.yml': yamlConfig,
  'ecspresso.jsonnet': jsonnetConfig,
  'task.json': example('ecs/task.json'),
  'service.jsonnet': jsonnetService,
  'lib.libsonnet': "{ name: std.native('env')('NAME', 'api') }",
  'terraform.tfstate': state,
  'x.env': 'export A=1\nB="x\\ty" # c\n',
}

interface Loaded {
  /** Everything that came out: documents, warnings, errors. */
  readonly text: string
  readonly errors: readonly unknown[]
  readonly took: number
}

/** Loads all that a project has, from files of which some lead outside. */
async function loadAll(files: Files, config: string): Promise<Loaded> {
  const root = mkdtempSync(join(tmpdir(), 'loader-'))
  roots.push(root)
  for (const [file, content] of Object.entries({ ...project, ...files })) {
    mkdirSync(dirname(join(root, file)), { recursive: true })
    writeFileSync(join(root, file), content)
  }
  for (const [link, target] of [
    ['link', ''],
    ['link.json', 'task.json'],
    ['link.tfstate', 'terraform.tfstate'],
  ] as const) {
    symlinkSync(join(outside, target), join(root, link))
  }
  const elsewhere = async () => '{"version": 4}'
  const web = { readText: elsewhere, readTerraformState: elsewhere }
  const readState = createStateReader({ environment: {}, objects: { readText: elsewhere }, web, root })
  const began = performance.now()
  const errors: unknown[] = []
  const keep = <T>(work: Promise<T>): Promise<T | undefined> =>
    work.catch((error: unknown) => {
      errors.push(error)
      return undefined
    })
  const environment = (await keep(loadEnvfiles({ HOME: root }, ['x.env'], { directory: root, root }))) ?? {}
  const context = contextOf(root, { environment, readState, isStranger: async () => true })
  const loaded = await keep(loadProject(config, context))
  const definitions = loaded ? [keep(loaded.taskDefinition()), keep(loaded.serviceDefinition())] : []
  const documents = (await Promise.all(definitions)).map((definition) => definition?.document)
  const told = errors.map(tellAll)
  const text = JSON.stringify([environment, loaded?.config.document, documents, context.warnings, told])
  return { text, errors, took: performance.now() - began }
}

/** An error with everything that hangs on it. */
function tellAll(error: unknown): unknown {
  if (!(error instanceof Error)) return error
  const { hint, location } = error instanceof UserError ? error : {}
  return [error.message, hint, location, tellAll(error.cause)]
}

function judge({ text, errors, took }: Loaded, limit: number): void {
  expect(text).not.toContain(canary)
  for (const error of errors) {
    if (!(error instanceof UserError)) throw error
    expect(error.message).not.toBe('')
    expect(error.location?.file).toMatch(/\S/)
  }
  expect(took).toBeLessThan(limit)
}

const pieces = [
  ...[
    '{{',
    '}}',
    '{{-',
    '{{ end }}',
    '{{ range 1000000000000 }}x',
    '{{ template "a" }}',
    '{{ define "a" }}{{ template "a" }}{{ end }}',
  ],
  ...[
    '{{ printf `%1000000000d` 1 }}',
    '{{ tfstate `output.',
    '{{ ssm `/x` }}',
    '{{ must_env `NONE` }}',
    '{{ index (tfstate `x`) 1e99 }}',
  ],
  ...[
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '"',
    "'",
    '`',
    '\\',
    '\\u',
    '|',
    '>',
    '#',
    '//',
    '/*',
    '*/',
    '- ',
    '\n',
    '\r\n',
    '\t',
    '\0',
    '\uFEFF',
  ],
  ...[
    '&a ',
    '*a',
    '<<: ',
    '!!binary ',
    '? ',
    '---\n',
    '...\n',
    '%YAML 9\n',
    '\ud800',
    '\udc00',
    '\u2028',
    '😀',
    '__proto__',
    'constructor',
  ],
  ...['1e999', '-0', '0x1p-2', '99999999999999999999', '.inf', 'null', 'true', '2001-01-01', '"a": {"a": '],
  ...[
    'local a = a; a',
    'self',
    'super.a',
    'std.native("tfstate")("output.name")',
    "import 'link.json'",
    "importstr '../x'",
    'error 1',
    '+',
    '$',
    '::',
    '|||\n',
    'assert false;',
  ],
  ...[
    '../',
    'link/task.json',
    'link.json',
    'link.tfstate',
    `${outside}/task.json`,
    `file://${outside}/terraform.tfstate`,
    '/etc/passwd',
    '/proc/self/environ',
    '.',
    '..',
    '~',
    'remote://',
    's3://b/k',
  ],
  ...[
    'plugins: ',
    'path: ',
    'url: ',
    'task_definition: ',
    'timeout: 300\n',
    '=',
    'export ',
    '$HOME',
    '"version": 3, "backend": {"type": "s3"},',
    '"index_key": {},',
  ],
]
const piece = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...pieces) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }) },
)

/** A text with pieces put in, taken out and doubled. */
function mutated(text: string): fc.Arbitrary<string> {
  const cut = fc.record({ at: fc.nat({ max: text.length }), drop: fc.nat({ max: 12 }), put: piece })
  return fc
    .array(cut, { minLength: 1, maxLength: 4 })
    .map((cuts) =>
      cuts.reduce((current, { at, drop, put }) => current.slice(0, at) + put + current.slice(at + drop), text),
    )
}

const anything = fc.oneof(
  fc.array(piece, { maxLength: 20 }).map((all) => all.join('')),
  fc.string({ unit: 'binary' }),
)

/** Which file of the project says what. */
function oneOf(names: readonly string[]): fc.Arbitrary<Files> {
  const texts: Files = { ...project, template }
  const cases = names.map((name) => {
    const file = name === 'template' ? 'task.json' : name
    return fc
      .oneof({ weight: 1, arbitrary: anything }, { weight: 3, arbitrary: mutated(texts[name] ?? '') })
      .map((text) => ({ [file]: text }))
  })
  return fc.oneof(...cases)
}

/** A path that somebody might write to get out. */
const path = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '..',
        'link',
        '.',
        '',
        'task.json',
        'link.json',
        outside.slice(1),
        'tmp',
        'etc',
        'passwd',
        'terraform.tfstate',
      ),
      fc.constantFrom('proc/self/root', 'environment', '\0', 'a'.repeat(300), '%2e%2e', '\\..', 'é', '~', '$HOME'),
    ),
    { minLength: 1, maxLength: 7 },
  )
  .chain((steps) => fc.constantFrom('', '/', 'file://', 'file:///').map((start) => start + steps.join('/')))

describe(`whatever the files say (seed ${seed})`, () => {
  const options = { seed, endOnFailure: true }

  it('a load ends in time, explains itself and reads nothing outside', async () => {
    const files = oneOf(['ecspresso.yml', 'task.json', 'template', 'terraform.tfstate', 'x.env'])
    const run = async (one: Files) =>
      judge(await loadAll({ 'service.jsonnet': '{}', ...one }, 'ecspresso.yml'), bound.text)
    await fc.assert(fc.asyncProperty(files, run), { ...options, numRuns: 300 })
  }, 60_000)

  it('Jsonnet too', async () => {
    const files = oneOf(['ecspresso.jsonnet', 'service.jsonnet', 'lib.libsonnet'])
    const run = async (one: Files) => judge(await loadAll(one, 'ecspresso.jsonnet'), bound.jsonnet)
    await fc.assert(fc.asyncProperty(files, run), { ...options, numRuns: 150 })
  }, 120_000)

  it('no path leads outside', async () => {
    const run = async (to: string) => {
      const text = JSON.stringify(to)
      const config = `service: api\ntask_definition: ${text}\nservice_definition: service.jsonnet\n`
      const named = (key: string) =>
        `${config.replace(text, 'task.json')}plugins: [{name: tfstate, config: {${key}: ${text}}}]`
      const cases: readonly Files[] = [
        { 'ecspresso.yml': config },
        { 'ecspresso.yml': named('path'), 'task.json': '{"family": "{{ tfstate `output.name` }}"}' },
        { 'ecspresso.yml': named('url'), 'task.json': '{"family": "{{ tfstate `output.name` }}"}' },
        { 'ecspresso.yml': config, 'service.jsonnet': `import ${text}` },
        { 'ecspresso.yml': config, 'service.jsonnet': `{ a: importstr ${text} }` },
      ]
      for (const files of cases) judge(await loadAll(files, 'ecspresso.yml'), bound.jsonnet)
    }
    await fc.assert(fc.asyncProperty(path, run), { ...options, numRuns: 60 })
  }, 120_000)
})

const brackets = (count: number) => '['.repeat(count) + ']'.repeat(count)
const doubling = (open: string, name: (n: number) => string) =>
  Array.from(
    { length: 40 },
    (_, n) => `${open}${n}: &a${n} [${n === 0 ? 'x' : `*a${n - 1}, *a${n - 1}`}]${name(n)}`,
  ).join('\n')

describe('what is made to break a loader', () => {
  it.each([
    ['brackets in YAML', { 'ecspresso.yml': `a: ${brackets(10_000)}` }],
    ['brackets in JSON', { 'task.json': brackets(10_000) }],
    [
      'brackets in a state',
      { 'terraform.tfstate': `{"version": 4, "outputs": {"name": {"value": ${brackets(10_000)}}}}` },
    ],
    ['aliases of aliases', { 'ecspresso.yml': doubling('a', () => '') }],
    [
      'aliases of aliases in a plugin',
      { 'ecspresso.yml': `${doubling('a', () => '')}\nplugins: [{name: tfstate, config: *a39}]` },
    ],
    ['an alias of itself', { 'ecspresso.yml': 'plugins: &a [*a]' }],
    [
      'merges of merges',
      {
        'ecspresso.yml': Array.from(
          { length: 40 },
          (_, n) => `a${n}: &a${n} {<<: [${n === 0 ? '{x: 1}' : `*a${n - 1}, *a${n - 1}`}]}`,
        ).join('\n'),
      },
    ],
    ['a template that calls itself', { 'task.json': '{{ define "a" }}{{ template "a" }}{{ end }}{{ template "a" }}' }],
    [
      'templates that double',
      {
        'task.json': `${Array.from({ length: 60 }, (_, n) => `{{ define "t${n}" }}${n === 0 ? 'x' : `{{ template "t${n - 1}" }}{{ template "t${n - 1}" }}`}{{ end }}`).join('')}{{ template "t59" }}`,
      },
    ],
    ['a long loop', { 'task.json': '{{ range 1000000000000 }}{{ end }}' }],
    ['a loop in a loop', { 'task.json': '{{ range 1000000 }}{{ range 1000000 }}x{{ end }}{{ end }}' }],
    [
      'a wide text',
      { 'task.json': '{{ $a := printf `%1000000d` 1 }}{{ range 100000 }}{{ $a = print $a $a }}{{ end }}' },
    ],
    ['parentheses', { 'task.json': `{{ ${'('.repeat(10_000)}1${')'.repeat(10_000)} }}` }],
    ['control structures', { 'task.json': '{{ if true }}'.repeat(10_000) + '{{ end }}'.repeat(10_000) }],
    ['a number that is too large', { 'task.json': '{"cpu": 1e999}' }],
    ['a number of many digits', { 'task.json': `{{ ${'9'.repeat(100_000)} }}` }],
    ['a power', { 'task.json': '{{ printf `%d` 1e1000000000 }}{{ printf `%f` 0x1p-1000000000 }}' }],
    ['half a character', { 'task.json': '{"family": "\\ud800"}' }],
    ['no character', { 'task.json': '{"family": "a\0b"}', 'ecspresso.yml': `${yamlConfig}\0` }],
    [
      'a mark and line ends of Windows',
      {
        'task.json': '\uFEFF{\r\n"family": "a"\r\n}',
        'ecspresso.yml': `\uFEFF${yamlConfig.replaceAll('\n', '\r\n')}`,
        'x.env': '\uFEFFA=1\r\n',
      },
    ],
    [
      'a long line',
      { 'x.env': `A=${'"\\\\"'.repeat(100_000)}`, 'task.json': `{"family": "${'\\\\'.repeat(500_000)}"}` },
    ],
    ['many lines', { 'x.env': 'A=1\n'.repeat(100_000) }],
    ['many quotes', { 'ecspresso.yml': `a: ${'"'.repeat(100_000)}` }],
    ['many anchors', { 'ecspresso.yml': Array.from({ length: 5000 }, (_, n) => `a${n}: &x {b: *x}`).join('\n') }],
    [
      'keys of the prototype',
      {
        'task.json': '{"__proto__": {"family": "x"}, "constructor": 1}',
        'terraform.tfstate': '{"version": 4, "outputs": {"__proto__": {"value": 1}}}',
      },
    ],
  ])(
    '%s',
    async (_, files) => {
      judge(await loadAll({ 'service.jsonnet': '{}', ...files }, 'ecspresso.yml'), bound.text)
    },
    30_000,
  )

  it.each([
    ['brackets', brackets(10_000)],
    ['a function of itself', 'local f(n) = f(n + 1); f(1)'],
    ['a function of itself at its end', 'local f(n) = f(n + 1) tailstrict; f(1)'],
    ['a value of itself', 'local a = a; a'],
    ['a file of itself', "import 'service.jsonnet'"],
    ['a long loop', '[x for x in std.range(1, 1000000000)]'],
    ['a number that is too large', '{ a: 1e999 }'],
    ['half a character', "{ a: '\\ud800' }"],
    ['a mark and line ends of Windows', '\uFEFF{\r\n}\r\n'],
  ])(
    'Jsonnet: %s',
    async (_, text) => {
      judge(await loadAll({ 'service.jsonnet': text }, 'ecspresso.yml'), bound.jsonnet)
    },
    60_000,
  )
})

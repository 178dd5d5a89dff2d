import { describe, expect, it } from '@jest/globals'
import type { LoadContext } from '../../../src/config/context.ts'
import { loadProject } from '../../../src/config/load.ts'
import { createStateReader } from '../../../src/config/plugins/state-reader.ts'
import { contextOf, refusal, repository } from '../workspace.ts'

const outputs = { name: 'shop', 'az-a': 5, network: { vpc: 'vpc-1' }, subnets: ['s-1', 's-2'] }
const state = JSON.stringify({
  version: 4,
  outputs: Object.fromEntries(Object.entries(outputs).map(([name, value]) => [name, { value }])),
  resources: [],
})
const tool = "console.log(JSON.stringify({ cluster: 'c-' + process.argv[2], tags: ['t'] }))"

type Files = Readonly<Record<string, string>>

/** Loads a config beside a state and a program; notes the batches in which parameters were asked for. */
async function load(config: string, name = 'ecs/ecspresso.yml', files: Files = {}, options: Partial<LoadContext> = {}) {
  const root = repository({ [name]: config, 'ecs/terraform.tfstate': state, 'tool.cjs': tool, ...files })
  const asked: string[][] = []
  let together: string[] | undefined
  const readParameter = async (region: string, parameter: string) => {
    if (together === undefined) {
      together = []
      asked.push(together)
    }
    together.push(`${region} ${parameter}`)
    await new Promise((resolve) => setImmediate(resolve))
    together = undefined
    return { type: 'String', value: parameter.slice(1) }
  }
  const nothing = {
    readSecretArn: async () => '',
    readStackOutputs: async () => new Map(),
    readExports: async () => new Map(),
  }
  const web = { readText: async () => '', readTerraformState: async () => '' }
  const context = contextOf(root, {
    lookups: (region) => ({ ...nothing, readParameter: (parameter) => readParameter(region, parameter) }),
    readState: createStateReader({ environment: {}, objects: { readText: async () => '' }, web, root }),
    ...options,
  })
  const project = await loadProject(name, context)
  return { config: project.config, project, warnings: context.warnings, asked }
}

const yaml = 'plugins:\n- name: tfstate\n  config: {path: terraform.tfstate}\n'
const external = `plugins:\n- name: external\n  config: {name: tool, command: [${process.execPath}, tool.cjs], num_args: 1}\n`
const plugins = "plugins: [{name: 'tfstate', config: {path: 'terraform.tfstate'}}]"
const program = `plugins: [{name: 'external', config: {name: 'tool', command: ['${process.execPath}', 'tool.cjs'], num_args: 1}}]`

describe('a config in YAML that calls functions of its own plugins', () => {
  it.each([
    ['service: "{{ tfstate `output.name` }}"', yaml, { service: 'shop' }],
    ['cluster: {{ ssm `/plain` }}', '', { cluster: 'plain' }],
    ['timeout: {{ tfstate `output.az-a` }}m', yaml, { timeout: 300_000 }],
    ['service: {{ (tool `x`).cluster }}', external, { service: 'c-x' }],
    ['service: {{ with tool `x` }}{{ .cluster }}{{ end }}', external, { service: 'c-x' }],
    ['ignore: {tags: [{{ range (tool `x`).tags }}{{ . }}{{ end }}]}', external, { ignoreTags: ['t'] }],
    ['region: {{ ssm `/us-east-1` }}', '', { region: 'us-east-1' }],
  ])('%s', async (line, more, expected) => {
    expect((await load(`${line}\n${more}`)).config).toMatchObject(expected)
  })

  it('is told what is wrong with it once', async () => {
    const { warnings } = await load(`service: {{ tfstate \`output.name\` }}\nunknown: 1\n${yaml}`)
    expect(warnings).toEqual(['ecs/ecspresso.yml:2 json: unknown field "unknown"'])
  })

  it.each([
    ['service: {{ tool2 `x` }}', external, 'function "tool2" not defined', 'did you mean "tool"?'],
    ['service: "{{ tfstate `output.name` }}"', '', 'function "tfstate" not defined', 'plugins: [{name: tfstate}]'],
    [
      '',
      'plugins:\n- name: tfstate\n  config: {url: "{{ ssm `/plain` }}"}\n',
      'plugins cannot be set up with values that plugins look up',
      'must_env',
    ],
    [
      'service: {{ (tool `x`).cluster }}\ncluster: {{ must_env `NONE` }}',
      external,
      'environment variable NONE is not defined',
      'envfile',
    ],
  ])('is refused: %s', async (line, more, message, hint) => {
    const error = await refusal(load(`${line}\n${more}`))
    expect(error.message).toContain(message)
    expect(error.hint).toContain(hint)
  })
})

describe('a config in Jsonnet that calls functions of its own plugins', () => {
  const native = (name: string) => `std.native('${name}')`

  it.each([
    [`service: ${native('tfstate')}('output.name')`, plugins, { service: 'shop' }],
    [`service: ${native('tfstate')}('output.network').vpc`, plugins, { service: 'vpc-1' }],
    [`service: std.join('-', ${native('tfstate')}('output.subnets'))`, plugins, { service: 's-1-s-2' }],
    [`timeout: '%dm' % ${native('tfstate')}('output.az-a')`, plugins, { timeout: 300_000 }],
    ['service: `{{ tfstate "output.name" }}`'.replaceAll('`', "'").replaceAll('"', '`'), plugins, { service: 'shop' }],
    [`service: (import 'lib.libsonnet').name`, plugins, { service: 'shop' }],
    [`service: ${native('tool')}('x').cluster`, program, { service: 'c-x' }],
    [`cluster: ${native('ssm')}('/plain')`, plugins, { cluster: 'plain' }],
    [`region: ${native('ssm')}('/us-east-1')`, plugins, { region: 'us-east-1' }],
    [`Service: ${native('tfstate')}('output.name')`, plugins.replace('plugins', 'PLUGINS'), { service: 'shop' }],
  ])('%s', async (field, more, expected) => {
    const files = { 'ecs/lib.libsonnet': `{ name: ${native('tfstate')}('output.name') }` }
    const { config } = await load(`{ ${field}, ${more} }`, 'ecs/ecspresso.jsonnet', files)
    expect(config).toMatchObject(expected)
  })

  it('has the functions in its definitions too', async () => {
    const files = { 'ecs/task.jsonnet': `{ family: ${native('tool')}(${native('ssm')}('/x')).cluster }` }
    const { project } = await load(`{ task_definition: 'task.jsonnet', ${program} }`, 'ecs/ecspresso.json', files)
    expect((await project.taskDefinition()).document).toEqual({ family: 'c-x' })
  })

  it.each([
    [
      `service: ${native('tfstate')}('output.name')`,
      'expected function',
      'no native function tfstate: name the plugin',
    ],
    [`service: ${native('tfstate')}('output.none'), ${plugins}`, 'output.none is not found in tfstate', ''],
    [`plugins: [{name: ${native('ssm')}('/x')}]`, 'expected function', 'its own settings cannot be looked up'],
    [
      `cluster: ${native('must_env')}('NONE'), service: ${native('tfstate')}('x'), plugins: [{name: ${native('must_env')}('NAME')}]`,
      'environment variable NAME is not defined',
      'envfile',
    ],
    [`local f(n) = f(n + 1) tailstrict, plugins: [f(1)]`, 'nested too deeply', ''],
  ])(
    'is refused: %s',
    async (fields, message, hint) => {
      const error = await refusal(load(`{ ${fields} }`, 'ecs/ecspresso.jsonnet'))
      expect(error.message).toContain(message)
      expect(error.hint).toContain(hint)
      expect(error.location?.file).toBe('ecs/ecspresso.jsonnet')
    },
    20_000,
  )

  it('is told once what it traces', async () => {
    const { warnings } = await load(
      "{ service: std.trace('seen', 'a'), plugins: std.trace('both', []) }",
      'ecs/ecspresso.jsonnet',
    )
    expect(warnings).toHaveLength(1)
  })
})

describe('look-ups of Jsonnet', () => {
  it.each([
    ["local ssm = std.native('ssm'); [ssm('/a'), ssm('/b'), ssm('/c')]", [['a', 'b', 'c']]],
    ['[std.native(\'ssm\')(\'/a\'), std.native("ssm")("/b")]', [['a', 'b']]],
    ["local f = { param:: std.native('ssm') }; [f.param('/a'), f.param('/b')]", [['a', 'b']]],
    ["local ssm = std.native('ssm'), n = '/b'; [ssm('/a'), ssm(n)]", [['a'], ['b']]],
    ["import 'lib.libsonnet'", [['b', 'c']]],
    ["std.native('nope') == null || ssm('/x', 1, 2)", []],
  ])('with constants go together: %s', async (code, batches) => {
    const files = {
      'ecs/task.jsonnet': `{ family: std.toString(${code}) }`,
      'ecs/lib.libsonnet': "local ssm = std.native('ssm'); [ssm('/b'), ssm('/c')]",
    }
    const { project, asked } = await load(
      "{ region: 'r', task_definition: 'task.jsonnet' }",
      'ecs/ecspresso.jsonnet',
      files,
    )
    await project.taskDefinition().catch(() => undefined)
    const names = asked.map((batch) => [...new Set(batch)].map((one) => one.replace('r /', '')))
    expect(firstSeen(names)).toEqual(batches)
  })
})

/** The batches without what an earlier one already asked. */
function firstSeen(batches: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const seen = new Set<string>()
  const fresh = batches.map((batch) => batch.filter((name) => !seen.has(name) && seen.add(name)))
  return fresh.filter((batch) => batch.length > 0)
}

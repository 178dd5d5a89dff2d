import { describe, expect, it } from '@jest/globals'
import type { LoadContext } from '../../../src/config/context.ts'
import { loadProject } from '../../../src/config/load.ts'
import { createStateReader } from '../../../src/config/plugins/state-reader.ts'
import { AwsError } from '../../../src/errors.ts'
import type { LookupPort } from '../../../src/model/ports.ts'
import { contextOf, refusal, repository } from '../workspace.ts'

const state = (outputs: object, more: object = {}) =>
  JSON.stringify({
    version: 4,
    outputs: Object.fromEntries(Object.entries(outputs).map(([name, value]) => [name, { value, ...more }])),
    resources: [],
  })

const refused = new AwsError('User is not authorized', {
  service: 'cloudformation',
  operation: 'DescribeStacks',
  code: 'AccessDenied',
  status: 403,
})

/** AWS with a few things in it; what was asked is noted. */
function aws() {
  const asked: string[] = []
  const parameters = new Map([
    ['/plain', { type: 'String', value: 'plain' }],
    ['/list', { type: 'StringList', value: 'a,b,,d' }],
    ['/secret', { type: 'SecureString', value: 'very-s3cret' }],
  ])
  const port = (region: string): LookupPort => ({
    readParameter: async (name) => {
      asked.push(`${region} ${name}`)
      return parameters.get(name)
    },
    readSecretArn: async (id) => `arn:aws:secretsmanager:${region}:123456789012:secret:${id}-AbCdEf`,
    readStackOutputs: async (stack) => {
      if (stack === 'forbidden') throw refused
      return new Map([['Url', `https://${stack}`]])
    },
    readExports: async () => new Map([['shared-vpc', 'vpc-9']]),
  })
  return { asked, lookups: port }
}

interface Project {
  readonly plugins?: string
  /** Value of a variable of the task definition. */
  readonly value: string
  readonly files?: Readonly<Record<string, string>>
  readonly options?: Partial<LoadContext>
}

async function render({ plugins = '', value, files = {}, options = {} }: Project) {
  const root = repository({
    'ecs/ecspresso.yml': `region: eu-west-1\nservice: api\ntask_definition: task.json\n${plugins}`,
    'ecs/task.json': `{"family": "api",\n "containerDefinitions": [{"name": "app", "image": "x",\n  "environment": [{"name": "V", "value": ${value}}]}]}`,
    ...files,
  })
  const secrets: string[] = []
  const { asked, lookups } = aws()
  const nobody = async () => Promise.reject(new Error('nobody is asked'))
  const context = contextOf(root, {
    lookups,
    readState: createStateReader({
      environment: {},
      objects: { readText: nobody },
      web: { readText: nobody, readTerraformState: nobody },
      root,
    }),
    registerSecret: (secret) => secrets.push(secret),
    ...options,
  })
  const project = await loadProject('ecs/ecspresso.yml', context)
  const { document } = await project.taskDefinition()
  const text = JSON.stringify(document)
  return { value: /"value":(.*?)\}\]/.exec(text)?.[1], secrets, asked, warnings: context.warnings }
}

const tfstate = 'plugins:\n  - name: tfstate\n    config: {path: terraform.tfstate}\n'
const outputs = { name: 'shop', list: ['<a>', 'b'], map: { z: 1, a: { k: true } }, 'az-a': 5 }
const files = { 'ecs/terraform.tfstate': state(outputs) }

describe('a function of a plugin', () => {
  it.each([
    ['"{{ ssm `/plain` }}"', '"plain"'],
    ['"{{ ssm `/list` 1 }}"', '"b"'],
    ['"{{ ssm `/list` 2 }}"', '""'],
    ['"{{ secretsmanager_arn `db` }}"', '"arn:aws:secretsmanager:eu-west-1:123456789012:secret:db-AbCdEf"'],
    ['"{{ cfn_output `web` `Url` }}"', '"https://web"'],
    ['"{{ cfn_export `shared-vpc` }}"', '"vpc-9"'],
    ['"{{ tfstate `output.name` }}"', '"shop"'],
    ['"{{ tfstate `output.map[\'a\'].k` }}"', '"true"'],
    ['"{{ tfstatef `output.az-%s` `a` }}"', '"5"'],
    ['"{{ tfstatef `output.%s[\'%s\']` `map` `z` }}"', '"1"'],
    ['"{{ tfstate `output.list` | json_escape }}"', '"[\\"\\\\u003ca\\\\u003e\\",\\"b\\"]"'],
    ['"{{ tfstate `output.map` | json_escape }}"', '"{\\"a\\":{\\"k\\":true},\\"z\\":1}"'],
    ['"{{ or (env `UNSET` ``) (tfstate `output.name`) }}"', '"shop"'],
    ['"{{ or `set` (tfstate `output.none`) }}"', '"set"'],
  ])('%s is %s', async (value, expected) => {
    const plugins = `${tfstate}  - name: cloudformation\n  - name: SSM\n  - name: secretsmanager\n`
    expect((await render({ plugins, value, files })).value).toBe(expected)
  })

  it.each([
    ['{{ ssm `/none` }}', 'error calling ssm: the parameter /none is not found'],
    ['{{ ssm `/plain` 0 }}', 'error calling ssm: the parameter /plain is a String and takes no index'],
    ['{{ ssm `/list` }}', 'error calling ssm: the parameter /list is a StringList and needs an index'],
    ['{{ ssm `/list` 4 }}', 'error calling ssm: the StringList parameter /list has no item 4'],
    ['{{ ssm `/list` -1 }}', 'error calling ssm: the StringList parameter /list has no item -1'],
    ['{{ ssm `/list` `1` }}', 'error calling ssm: wrong type of index for ssm: expected int, got string'],
    ['{{ ssm `/list` 1 2 }}', 'error calling ssm: wrong number of args for ssm: want 1 or 2 got 3'],
    ['{{ ssm 1 }}', 'error calling ssm: wrong type of argument for ssm: expected string, got int'],
    ['{{ cfn_output `web` `url2` }}', 'error calling cfn_output: outputKey url2 is not found in stack web'],
    ['{{ cfn_export `none` }}', 'error calling cfn_export: none is not found in exports'],
    ['{{ cfn_output `forbidden` `Url` }}', 'error calling cfn_output: failed to describe the stack forbidden'],
    ['{{ tfstate `output.none` }}', 'error calling tfstate: output.none is not found in tfstate'],
    ['{{ tfstate }}', 'error calling tfstate: wrong number of args for tfstate: want 1 got 0'],
    ['{{ tfstatef }}', 'error calling tfstatef: wrong type of argument for tfstatef: expected string, got <nil>'],
  ])('%s fails in its place', async (value, message) => {
    const plugins = `${tfstate}  - name: cloudformation\n`
    const error = await refusal(render({ plugins, value: `"${value}"`, files }))
    expect(error.message).toBe(`failed to load task definition ecs/task.json: template attach failed: ${message}`)
    expect(error).toMatchObject({ location: { file: 'ecs/task.json', line: 3 }, hint: expect.stringMatching(/./) })
  })

  it.each([
    ['CredentialsProviderError', 'give the step credentials for AWS that are valid'],
    ['ExpiredTokenException', 'give the step credentials for AWS that are valid'],
    ['AccessDeniedException', 'allow ssm:GetParameters'],
  ])('refused with %s says what to do', async (code, hint) => {
    const cause = new AwsError('no', { service: 'ssm', operation: 'GetParameter', code, status: 400 })
    const lookups = () => ({ ...aws().lookups('x'), readParameter: async () => Promise.reject(cause) })
    const error = await refusal(render({ value: '"{{ ssm `/plain` }}"', options: { lookups } }))
    expect(error.hint).toContain(hint)
    expect(error.cause).toBe(cause)
  })

  it('that comes with a plugin is known without it', async () => {
    const error = await refusal(render({ value: '"{{ tfstate `output.name` }}"' }))
    expect(error.message).toContain('config parse by template failed: function "tfstate" not defined')
    expect(error.hint).toBe('name its plugin in the config: plugins: [{name: tfstate}]')
  })

  it('has a prefix', async () => {
    const plugins =
      'plugins:\n  - {name: tfstate, config: {path: terraform.tfstate}}\n  - {name: tfstate, func_prefix: net_, config: {path: net.tfstate}}\n  - {name: ssm, func_prefix: my_}\n'
    const value =
      '"{{ tfstate `output.name` }} {{ net_tfstate `output.name` }} {{ net_tfstatef `output.%s` `name` }} {{ my_ssm `/plain` }}"'
    const more = { ...files, 'ecs/net.tfstate': state({ name: 'net' }) }
    expect((await render({ plugins, value, files: more })).value).toBe('"shop net net plain"')
  })
})

describe('plugins', () => {
  it.each([
    ['- {name: nope}', 'plugin nope is not available', 4],
    ['- {name: tfstat}', 'plugin tfstat is not available', 4],
    ['- {name: tfstate}', 'tfstate plugin requires path or url for tfstate location', 4],
    ['- {name: tfstate, config: {path: 5}}', 'tfstate plugin requires path as a string', 4],
    ['- {name: tfstate, config: {path: "s3://b/k"}}', 'path of the tfstate plugin is a file, not a URL: s3://b/k', 4],
    ['- {name: tfstate, config: {path: ../../x.tfstate}}', 'failed to read tfstate from', 4],
    [
      '- {name: tfstate, config: {path: terraform.tfstate}}\n  - {name: tfstate, config: {path: terraform.tfstate}}',
      'template function tfstate already exists. set func_prefix to tfstate plugin',
      5,
    ],
    ['- {name: ssm, func_prefix: a-}', 'a-ssm cannot be the name of a function', 4],
    ['- {name: external}', 'external plugin requires name', 4],
    ['- {name: external, config: {name: x}}', 'external plugin requires command as a list of strings', 4],
    [
      '- {name: external, config: {name: x, command: [a, 1]}}',
      'external plugin requires command as a list of strings',
      4,
    ],
    ['- {name: external, config: {name: x, command: [a], parser: xml}}', 'external plugin has no parser "xml"', 4],
    ['- {name: external, config: {name: x, command: [a], timeout: soon}}', 'external plugin cannot wait "soon"', 4],
    [
      '- {name: external, config: {name: ssm, command: [a]}}',
      'template function ssm already exists. set func_prefix to external plugin',
      4,
    ],
  ])('%s is refused', async (entries, message, line) => {
    const error = await refusal(render({ plugins: `plugins:\n  ${entries}\n`, value: '"x"', files }))
    expect(error.message).toContain(`failed to setup plugins: ${message}`)
    expect(error).toMatchObject({
      location: { file: 'ecs/ecspresso.yml', line: line + 1 },
      hint: expect.stringMatching(/./),
    })
  })

  it('warn of options that they do not have', async () => {
    const plugins = 'plugins:\n  - name: tfstate\n    config:\n      path: terraform.tfstate\n      optionl: true\n'
    expect((await render({ plugins, value: '"x"', files })).warnings).toEqual([
      'ecs/ecspresso.yml:8 the plugin tfstate has no option "optionl"; did you mean "optional"?',
    ])
  })

  it('go on with an empty state where it is optional', async () => {
    const plugins = 'plugins:\n  - name: tfstate\n    config: {path: none.tfstate, optional: true}\n'
    const { value, warnings } = await render({ plugins, value: '"{{ or `set` (tfstate `output.x`) }}"' })
    expect(value).toBe('"set"')
    expect(warnings).toEqual([
      expect.stringMatching(/^ecs\/ecspresso.yml:6 .* empty state: .*from ecs\/none\.tfstate: no such file$/),
    ])
    const error = await refusal(render({ plugins, value: '"{{ tfstate `output.x` }}"' }))
    expect(error.message).toContain('output.x is not found in tfstate')
  })

  it('read url from the working directory and path from the config', async () => {
    const plugins = 'plugins:\n  - name: tfstate\n    config: {url: root.tfstate}\n'
    const more = { 'root.tfstate': state({ name: 'root' }) }
    expect((await render({ plugins, value: '"{{ tfstate `output.name` }}"', files: more })).value).toBe('"root"')
  })

  it('announce secrets', async () => {
    const value = '"{{ ssm `/secret` }}{{ ssm `/plain` }}{{ tfstate `output.pw` }}"'
    const more = { 'ecs/terraform.tfstate': state({ pw: 'pa55word' }, { sensitive: true }) }
    const { secrets } = await render({ plugins: tfstate, value, files: more })
    expect([...new Set(secrets)].sort()).toEqual(['pa55word', 'very-s3cret'])
  })

  it('ask for all constant look-ups at once, executed or not, in the region of the config', async () => {
    const value = '"{{ if false }}{{ ssm `/plain` }}{{ end }}{{ $n := `/list` }}{{ ssm $n 0 }}"'
    const { asked } = await render({ value })
    expect(asked).toEqual(['eu-west-1 /plain', 'eu-west-1 /list'])
  })
})

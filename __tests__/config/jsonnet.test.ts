import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { LoadContext } from '../../src/config/context.ts'
import { loadProject } from '../../src/config/load.ts'
import { UserError } from '../../src/errors.ts'
import { contextOf, refusal, repository } from './workspace.ts'

type Files = Readonly<Record<string, string>>

async function taskOf(files: Files, options: Partial<LoadContext> = {}) {
  const root = repository({ 'ecspresso.yml': 'task_definition: ecs/task.jsonnet', ...files })
  const project = await loadProject('ecspresso.yml', contextOf(root, options))
  return project.taskDefinition()
}

async function familyOf(code: string, options: Partial<LoadContext> = {}, files: Files = {}) {
  return (await taskOf({ 'ecs/task.jsonnet': `{ family: ${code} }`, ...files }, options)).document['family']
}

describe('a Jsonnet definition', () => {
  it('is evaluated, then rendered', async () => {
    const task =
      "local name = 'api'; { family: name + '-{{ env `STAGE` `dev` }}', cpu: '%d' % [1024 / 4], volumes: null }"
    expect((await taskOf({ 'ecs/task.jsonnet': task })).document).toEqual({ family: 'api-dev', cpu: '256' })
  })

  it.each([
    [
      "import 'lib/name.libsonnet'",
      { 'ecs/lib/name.libsonnet': "(import '../../names.json').name", 'names.json': '{"name": "a"}' },
      'a',
    ],
    ["importstr 'name.txt'", { 'ecs/name.txt': 'ü\n' }, 'ü\n'],
    ["std.toString(importbin 'name.bin')", { 'ecs/name.bin': 'ü' }, '[195, 188]'],
    ["import '../ecs/name.json'", { 'ecs/name.json': '"x"' }, 'x'],
  ])('%s', async (code, files, family) => {
    expect(await familyOf(code, {}, files)).toBe(family)
  })

  it.each([
    ["std.extVar('tag')", { tag: 'v1' }, {}, 'v1'],
    ["std.extVar('n') + ''", {}, { n: '1 + 1' }, '2'],
    ["std.extVar('both') + ''", { both: 'text' }, { both: '[1]' }, '[1]'],
    ["std.extVar('code')", { tag: 'v1' }, { code: "std.extVar('tag') + '!'" }, 'v1!'],
  ])('%s', async (code, extStr, extCode, family) => {
    expect(await familyOf(code, { extStr, extCode })).toBe(family)
  })

  it.each([
    ["std.native('env')('A', 'x')", 'set'],
    ["std.native('env')('EMPTY', 'x')", 'x'],
    ["std.native('env')('NONE', { a: ['deep'] }).a[0]", 'deep'],
    ["std.native('must_env')('A')", 'set'],
    ["std.native('must_env')('EMPTY')", ''],
    ["std.native('must_env')('AWS_ACCOUNT_ID')", '123456789012'],
    ["std.native('secretsmanager_arn')('db')", 'arn:aws:secretsmanager:us-east-1:123456789012:secret:db-AbCdEf'],
  ])('%s', async (code, family) => {
    expect(await familyOf(code, { environment: { A: 'set', EMPTY: '' } })).toBe(family)
  })

  it.each([
    ['{\n family: oops }', 'Unknown variable: oops', { line: 2, column: 10 }],
    ['{\n family: "a" cpu: "1" }', 'Expected a comma before next field', { line: 2 }],
    ["{ family: error 'no family' }", 'no family', { line: 1 }],
    ["{ family: std.extVar('tag') }", 'Undefined external variable: tag', { line: 1 }],
    ["{\n assert 'x' == 'y' : 'must be y' }", 'must be y', { line: 2 }],
    ["import 'none.libsonnet'", 'couldn\'t open import "none.libsonnet": no such file', { line: 1 }],
    ["import '../../../../etc/passwd'", 'it lies outside the repository', { line: 1 }],
    ["{ family: std.native('env')(1, 'x') }", 'wrong type of argument for env', { line: 1 }],
    ["{ family: std.native('nope')(1) }", 'expected function', { line: 1 }],
    ['function(tag) { family: tag }', 'Missing argument: tag', {}],
    ['{ family: std.trace("::error::x", 1) }', 'family must be a string', { path: 'family' }],
    ['[]', 'expected an object, found a list', {}],
    ['{ volumes: [{ name: "{{ nope }}" }] }', 'function "nope" not defined', { path: 'volumes[0].name' }],
    ['local f(x) = f(x) + 1; f(1)', 'max stack frames exceeded', { line: 1 }],
  ])('%j is refused with its place', async (text, message, place) => {
    const error = await refusal(taskOf({ 'ecs/task.jsonnet': text }))
    expect(error.message).toContain('failed to load task definition ecs/task.jsonnet: ')
    expect(error.message).toContain(message)
    expect(error.location).toMatchObject({ file: 'ecs/task.jsonnet', ...place })
    expect(error.hint).not.toBe('')
  })

  it('may be nested as deeply as the engine bears', async () => {
    expect(await refusal(taskOf({ 'ecs/task.jsonnet': '['.repeat(100_000) }))).toBeInstanceOf(UserError)
  })

  it('names the imported file that is wrong', async () => {
    const error = await refusal(
      familyOf("(import 'lib.libsonnet').a", {}, { 'ecs/lib.libsonnet': '{\n\n a: 1 + nope }' }),
    )
    expect(error.location).toEqual({ file: 'ecs/lib.libsonnet', line: 3, column: 9 })
  })

  it('names the innermost place: where a value is written, not where it is used', async () => {
    const error = await refusal(
      familyOf(
        "(import 'lib.libsonnet')(\n std.native('must_env')('A'))",
        {},
        { 'ecs/lib.libsonnet': 'function(a)\n "x" + a' },
      ),
    )
    expect(error.location).toMatchObject({ file: 'ecs/task.jsonnet', line: 2 })
  })

  it('names all variables that are missing at once, with the template that lacks some too', async () => {
    const mustEnv = "local must_env = std.native('must_env'); "
    const error = await refusal(
      taskOf({
        'ecspresso.yml': 'task_definition: ecs/task.jsonnet\ncluster: {{ must_env `CLUSTER` }}',
        'ecs/task.jsonnet': `${mustEnv}{ cpu: must_env('A'),\n family: '' + std.parseInt(must_env('B')) }`,
      }),
    )
    for (const name of ['CLUSTER', 'A', 'B']) expect(error.message).toContain(`variable ${name} is not defined`)
    expect(error.message).toContain('(ecs/task.jsonnet:2)')
  })

  it('reads nothing outside the repository', async () => {
    const outside = repository({ 'secret.txt': 'secret' })
    const root = repository({
      'ecspresso.yml': 'task_definition: task.jsonnet',
      'task.jsonnet': "{ family: importstr 'link.txt' }",
    })
    symlinkSync(join(outside, 'secret.txt'), join(root, 'link.txt'))
    const project = await loadProject('ecspresso.yml', contextOf(root))
    const error = await refusal(project.taskDefinition())
    expect(error.message).toContain('it lies outside the repository')
  })

  it('says where a value stands by its path', async () => {
    const definition = await taskOf({ 'ecs/task.jsonnet': "{ containerDefinitions: [{ name: 'a' }] }" })
    expect(definition.locate(['containerDefinitions', 0, 'name'])).toEqual({
      file: 'ecs/task.jsonnet',
      path: 'containerDefinitions[0].name',
    })
  })
})

describe('a Jsonnet config', () => {
  it.each([
    ['ecspresso.jsonnet', "{ local c = self.cluster, cluster: 'a', service: c + '{{ env `B` }}' }"],
    ['ecspresso.json', "{ cluster: 'a', service: 'aB' }"],
    ['ecspresso.json', '{ "cluster": "a", // comment\n "service": "a{{ env `B` }}", }'],
  ])('%s: %s', async (name, text) => {
    const { config } = await loadProject(name, contextOf(repository({ [name]: text })))
    expect(config).toMatchObject({ cluster: 'a', service: 'aB' })
  })
})

describe('any text', () => {
  const words = [
    '{',
    '}',
    '[',
    ']',
    'a',
    ':',
    '::',
    "'x'",
    ',',
    ' ',
    'local ',
    '=',
    ';',
    'import ',
    'std.',
    'self.',
    '+',
    'function',
    '(',
    ')',
    'for ',
    'in ',
    '|||\n',
    '"',
    '1',
    'error ',
    '\0',
  ]
  const anything = fc.oneof(
    fc.array(fc.constantFrom(...words), { maxLength: 25 }).map((parts) => parts.join('')),
    fc.string({ unit: 'binary' }),
  )

  it('is loaded or refused with a UserError', async () => {
    await fc.assert(
      fc.asyncProperty(anything, async (text) => {
        const result = await taskOf({ 'ecs/task.jsonnet': text }).catch((error: unknown) => error)
        expect(result instanceof UserError || typeof result === 'object').toBe(true)
        if (result instanceof Error) expect(result).toBeInstanceOf(UserError)
      }),
      { numRuns: 200 },
    )
  })
})

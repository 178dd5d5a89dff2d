import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { loadProject } from '../../src/config/load.ts'
import { UserError } from '../../src/errors.ts'
import type { JsonPath } from '../../src/model/json.ts'
import { contextOf, refusal, repository } from './workspace.ts'

const environment = { IMAGE: 'nginx:1', LINES: 'one",\n"two', QUOTE: 'say "hi"' }

async function read(kind: 'task' | 'service', text: string, config = '') {
  const file = `ecs/${kind}.json`
  const root = repository({ 'ecs/ecspresso.yml': `${kind}_definition: ${kind}.json\n${config}`, [file]: text })
  const context = contextOf(root, { environment })
  const project = await loadProject('ecs/ecspresso.yml', context)
  const definition = await (kind === 'task' ? project.taskDefinition() : project.serviceDefinition())
  return { ...definition, warnings: context.warnings }
}

describe('a task definition', () => {
  it.each([
    ['bare', '{"family": "api"}'],
    ['as describe-task-definition prints it', '{"taskDefinition": {"family": "api"}, "tags": []}'],
    ['with another first letter', '{"Family": "api"}'],
    ['in any case', '{"FAMILY": "api"}'],
    ['with nulls and empty lists', '{"family": "api", "cpu": null, "volumes": [], "placementConstraints": [null]}'],
  ])('may be %s', async (_, text) => {
    const { document, warnings } = await read('task', text)
    expect(document).toEqual({ family: 'api' })
    expect(warnings).toEqual([])
  })

  it('keeps the keys of free-form maps', async () => {
    const free = { Type: 'nfs', o: '', awsLogs: 'x' }
    const { document } = await read(
      'task',
      JSON.stringify({
        ContainerDefinitions: [
          {
            Name: 'app',
            Command: [],
            DockerLabels: { ...free, none: null },
            LogConfiguration: { LogDriver: 'awslogs', Options: free },
          },
        ],
        volumes: [{ DockerVolumeConfiguration: { DriverOpts: free, Labels: free, Scope: null } }],
      }),
    )
    expect(document).toEqual({
      containerDefinitions: [
        { name: 'app', dockerLabels: free, logConfiguration: { logDriver: 'awslogs', options: free } },
      ],
      volumes: [{ dockerVolumeConfiguration: { driverOpts: free, labels: free } }],
    })
  })

  it('loses what only AWS sets, with one warning, and keeps unknown keys, with one each', async () => {
    const { document, warnings } = await read(
      'task',
      '{\n"family": "api",\n"revision": 3,\n"Status": "ACTIVE",\n"famly": "x",\n"zzz": 1\n}',
    )
    expect(document).toEqual({ family: 'api', famly: 'x', zzz: 1 })
    expect(warnings).toEqual([
      'ecs/task.json:3 ignored what only AWS sets: revision, status',
      'ecs/task.json:5 json: unknown field "famly"; did you mean "family"?',
      'ecs/task.json:6 json: unknown field "zzz"',
    ])
  })

  it('counts the last of a key that is written twice, with a warning', async () => {
    const { document, warnings } = await read('task', '{"family": "a",\n"family": "b"}')
    expect(document).toEqual({ family: 'b' })
    expect(warnings).toEqual(['ecs/task.json:2 the key "family" is written twice; the last one counts'])
  })

  it('is not YAML', async () => {
    const root = repository({ 'ecspresso.yml': 'task_definition: task.yml', 'task.yml': 'family: api' })
    const project = await loadProject('ecspresso.yml', contextOf(root))
    expect((await refusal(project.taskDefinition())).hint).toContain('definitions are JSON or Jsonnet')
  })

  it('loses the tags that are ignored', async () => {
    const tags = '{"tags": [{"key": "a", "value": "1"}, {"key": "b", "value": "2"}]}'
    const { document, locate } = await read('task', tags, 'ignore: {tags: [a]}')
    expect(document).toEqual({ tags: [{ key: 'b', value: '2' }] })
    expect(locate(['tags', 0]).column).toBe(tags.indexOf('{"key": "b"') + 1)
  })

  it.each([
    ['{"family": "a",\n}', 'unexpected , before }', 'remove the comma behind the last item', { line: 1, column: 15 }],
    ['[]', 'expected an object, found a list', 'write { … } around it', { line: 1, column: 1 }],
    [
      '{\n  "family": "{{ env `QUOTE` }}"\n}',
      'expected , or } but found "hi"',
      'a value from a template broke the JSON: quote it, and add | json_escape',
      { line: 2, column: 14 },
    ],
    [
      '{{ env `LINES` }}\n\n{"family": "a"',
      'expected a value but found "one"',
      'put texts in double quotes',
      { line: 1, column: 1 },
    ],
  ])('is JSON: %j', async (text, message, hint, place) => {
    const error = await refusal(read('task', text))
    if (text.startsWith('{{')) expect(error.message).toContain('unexpected one')
    else expect(error.message).toBe(`failed to load task definition ecs/task.json: ${message}`)
    expect(error.location).toEqual({ file: 'ecs/task.json', ...place })
    if (!text.startsWith('{{')) expect(error.hint).toBe(hint)
  })

  it('may hold escaped values', async () => {
    const { document } = await read('task', '{"family": "{{ env `QUOTE` | json_escape }}"}')
    expect(document).toEqual({ family: 'say "hi"' })
  })

  it.each([
    [
      'no file',
      { 'ecspresso.yml': 'task_definition: none.json' },
      'failed to load task definition none.json: no such file',
    ],
    ['no key', { 'ecspresso.yml': 'cluster: x' }, 'task_definition is not defined'],
  ])('is missing: %s', async (_, files, message) => {
    const project = await loadProject('ecspresso.yml', contextOf(repository(files)))
    expect((await refusal(project.taskDefinition())).message).toBe(message)
  })
})

describe('a service definition', () => {
  it('keeps empty lists and loses what describe-services adds, without a word', async () => {
    const { document, warnings } = await read(
      'service',
      '{"desiredCount": null, "loadBalancers": [], "runningCount": 1, "serviceName": "x", "EnableECSManagedTags": true}',
    )
    expect(document).toEqual({ loadBalancers: [], enableECSManagedTags: true })
    expect(warnings).toEqual([])
  })

  it('is not unwrapped', async () => {
    expect((await read('service', '{"services": []}')).warnings).toEqual([
      'ecs/service.json:1 json: unknown field "services"',
    ])
  })
})

describe('where a value stands', () => {
  const text = [
    '{{- /* the task */ -}}',
    '{ "taskDefinition": {',
    '  "Family": "api", {{ $memory := 512 }}',
    '  "containerDefinitions": [',
    '    {{- range 2 }}',
    '    { "name": "app-{{ . }}",',
    '      "memory": {{ $memory }} },',
    '    {{- end }}',
    '    { "name": "last", "image": "{{ env `IMAGE` }}" }',
    '  ]',
    '} }',
  ].join('\n')

  it.each<[JsonPath, number]>([
    [['family'], 3],
    [['containerDefinitions'], 4],
    [['containerDefinitions', 0], 6],
    [['containerDefinitions', 1, 'memory'], 7],
    [['containerDefinitions', 2, 'image'], 9],
    [['containerDefinitions', 2, 'portMappings', 0, 'containerPort'], 9],
    [['containerDefinitions', 9], 4],
    [['tags'], 2],
    [[], 2],
  ])('%j is on line %i', async (path, line) => {
    const { locate } = await read('task', text)
    expect(locate(path)).toMatchObject({ file: 'ecs/task.json', line })
  })

  it('tells the path with the place', async () => {
    const { locate } = await read('task', text)
    expect(locate(['containerDefinitions', 2, 'image'])).toEqual({
      file: 'ecs/task.json',
      line: 9,
      column: 23,
      path: 'containerDefinitions[2].image',
    })
  })
})

describe('any definition', () => {
  const keys = fc.constantFrom(
    'family',
    'Cpu',
    'tags',
    'containerDefinitions',
    'options',
    'key',
    '__proto__',
    'environment',
  )
  const document = fc.letrec((tie) => ({
    value: fc.oneof(
      { depthSize: 'small' },
      fc.constant(null),
      fc.boolean(),
      fc.integer(),
      fc.string(),
      tie('list'),
      tie('object'),
    ),
    list: fc.array(tie('value'), { maxLength: 3 }),
    object: fc.dictionary(keys, tie('value'), { maxKeys: 4 }),
  })).object

  it('is read or refused with a UserError, and every value can be located', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          document.map((value) => JSON.stringify(value)),
          fc.string(),
          fc.string().map((text) => `{{${text}}}`),
        ),
        async (text) => {
          try {
            const { locate } = await read('task', text, 'ignore: {tags: [a]}')
            expect(locate(['containerDefinitions', 0, 'environment']).line).toBe(1)
          } catch (error) {
            expect(error).toBeInstanceOf(UserError)
          }
        },
      ),
      { numRuns: 200 },
    )
  })
})

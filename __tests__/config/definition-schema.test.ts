import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { loadProject } from '../../src/config/load.ts'
import { enums, shapes } from '../../src/config/schema/tables.ts'
import { findUserError } from '../../src/errors.ts'
import { formatPath, type Json, type JsonPath } from '../../src/model/json.ts'
import { contextOf, refusal, repository } from './workspace.ts'

type Kind = 'task' | 'service'

async function read(kind: Kind, text: string, extension = 'json') {
  const file = `${kind}.${extension}`
  const root = repository({ 'ecspresso.yml': `${kind}_definition: ${file}\n`, [file]: text })
  const context = contextOf(root, { environment: { COUNT: '2', PORT: '80' } })
  const project = await loadProject('ecspresso.yml', context)
  const definition = await (kind === 'task' ? project.taskDefinition() : project.serviceDefinition())
  return { ...definition, warnings: context.warnings }
}

const readValue = (kind: Kind, value: Json) => read(kind, JSON.stringify(value))

describe('keys', () => {
  it.each<[string, Kind, Json, Json]>([
    [
      'as a Go program writes them',
      'service',
      {
        DesiredCount: 1,
        EnableECSManagedTags: true,
        NetworkConfiguration: { AwsvpcConfiguration: { Subnets: ['subnet-1'], AssignPublicIp: 'DISABLED' } },
        Tags: [{ Key: 'Team', Value: 'Shop' }],
      },
      {
        desiredCount: 1,
        enableECSManagedTags: true,
        networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-1'], assignPublicIp: 'DISABLED' } },
        tags: [{ key: 'Team', value: 'Shop' }],
      },
    ],
    [
      'in any case',
      'task',
      {
        CPU: '256',
        TASKROLEARN: 'role',
        containerdefinitions: [{ CPU: 1, ReadOnlyRootFileSystem: true, logconfiguration: { LOGDRIVER: 'awslogs' } }],
        volumes: [{ EFSVolumeConfiguration: { FileSystemID: 'fs-1', TransitEncryption: 'ENABLED' } }],
      },
      {
        cpu: '256',
        taskRoleArn: 'role',
        containerDefinitions: [{ cpu: 1, readonlyRootFilesystem: true, logConfiguration: { logDriver: 'awslogs' } }],
        volumes: [{ efsVolumeConfiguration: { fileSystemId: 'fs-1', transitEncryption: 'ENABLED' } }],
      },
    ],
    [
      'in maps as they are',
      'service',
      {
        deploymentConfiguration: {
          lifecycleHooks: [{ HookDetails: { Key: { Deep: null }, List: [], n: 1 }, hookTargetArn: 'arn' }],
        },
      },
      {
        deploymentConfiguration: {
          lifecycleHooks: [{ hookDetails: { Key: { Deep: null }, List: [], n: 1 }, hookTargetArn: 'arn' }],
        },
      },
    ],
  ])('are brought to the spelling of the API: %s', async (_, kind, written, document) => {
    expect(await readValue(kind, written)).toMatchObject({ document, warnings: [] })
  })

  it('are counted as one in whatever case they are written twice', async () => {
    const { document, warnings } = await read(
      'task',
      '{"containerDefinitions": [{"image": "a",\n"Image": "b",\n"dockerLabels": {"a": "1", "A": "2", "a": "3"}}]}',
    )
    expect(document).toEqual({ containerDefinitions: [{ image: 'b', dockerLabels: { a: '3', A: '2' } }] })
    expect(warnings).toEqual([
      'task.json:3 the key "a" is written twice; the last one counts',
      'task.json:2 the key "image" is written twice; the last one counts',
    ])
  })
})

describe('what nobody knows', () => {
  it('is sent as it was written, with a warning where it stands', async () => {
    const { document, warnings } = await read(
      'task',
      `{
        "containerDefinitions": [
          { "name": "app",
            "enviroment": [{ "name": "A", "Deep": { "X": [1, true] } }],
            "linuxParameters": { "initProcesEnabled": true, "Zzz": { "Qqq": 1 } } }
        ],
        "newFeature": { "on": true, "list": [] , "null": null }
      }`,
    )
    expect(document).toEqual({
      containerDefinitions: [
        {
          name: 'app',
          enviroment: [{ name: 'A', Deep: { X: [1, true] } }],
          // Go's spelling; every key of the API begins in lower case.
          linuxParameters: { initProcesEnabled: true, zzz: { qqq: 1 } },
        },
      ],
      newFeature: { on: true },
    })
    expect(warnings).toEqual([
      'task.json:4 json: unknown field "enviroment" in containerDefinitions[0]; did you mean "environment"?',
      'task.json:5 json: unknown field "initProcesEnabled" in containerDefinitions[0].linuxParameters; did you mean "initProcessEnabled"?',
      'task.json:5 json: unknown field "Zzz" in containerDefinitions[0].linuxParameters',
      'task.json:7 json: unknown field "newFeature"',
    ])
  })

  it('keeps its empty lists in a service definition', async () => {
    const { document } = await readValue('service', { newFeature: { list: [], none: null } })
    expect(document).toEqual({ newFeature: { list: [] } })
  })

  it.each([['role'], ['cluster'], ['clientToken'], ['forceNewDeployment']])(
    'is %s, which no service definition has',
    async (key) => {
      expect((await readValue('service', { [key]: 'x' })).warnings).toEqual([
        expect.stringContaining(`json: unknown field "${key}"`),
      ])
    },
  )

  it('may be a value of an enum: it is sent, and its other case is remarked upon', async () => {
    const { document, warnings } = await readValue('service', {
      launchType: 'fargate',
      schedulingStrategy: 'SOMETHING_NEW',
      placementStrategy: [{ type: 'binPack', field: 'memory' }],
    })
    expect(document).toMatchObject({ launchType: 'fargate', schedulingStrategy: 'SOMETHING_NEW' })
    expect(warnings).toEqual([
      'service.json:1 launchType: ECS writes "fargate" as "FARGATE"',
      'service.json:1 placementStrategy[0].type: ECS writes "binPack" as "binpack"',
    ])
  })
})

describe('what means nothing', () => {
  it('is left out of a task definition: nulls, empty lists and enums that are not set', async () => {
    const { document } = await readValue('task', {
      networkMode: '',
      pidMode: '',
      family: '',
      requiresCompatibilities: ['', 'FARGATE'],
      containerDefinitions: [
        {
          name: 'app',
          user: '',
          command: [null],
          portMappings: [{ containerPort: 80, protocol: '', appProtocol: '' }],
        },
        null,
      ],
      volumes: [{ name: 'v', efsVolumeConfiguration: { transitEncryption: '', authorizationConfig: { iam: '' } } }],
    })
    expect(document).toEqual({
      family: '',
      requiresCompatibilities: ['FARGATE'],
      containerDefinitions: [{ name: 'app', user: '', portMappings: [{ containerPort: 80 }] }],
      volumes: [{ name: 'v', efsVolumeConfiguration: { authorizationConfig: {} } }],
    })
  })

  it('is left out of a service definition, where an empty list is an empty list', async () => {
    const { document } = await readValue('service', {
      launchType: '',
      platformVersion: '',
      propagateTags: null,
      loadBalancers: [],
      networkConfiguration: { awsvpcConfiguration: { assignPublicIp: '', subnets: ['a', null], securityGroups: [] } },
    })
    expect(document).toEqual({
      platformVersion: '',
      loadBalancers: [],
      networkConfiguration: { awsvpcConfiguration: { subnets: ['a'], securityGroups: [] } },
    })
  })

  it('is what stands around a task definition that AWS described', async () => {
    const described = {
      taskDefinition: {
        taskDefinitionArn: 'arn',
        family: 'api',
        revision: 1,
        registeredAt: 1700000000.123,
        requiresAttributes: [{ name: 'ecs.capability' }],
        containerDefinitions: [{ name: 'app', environment: [], systemControls: [], volumesFrom: [] }],
        volumes: [{ name: 'v', host: {} }],
      },
      tags: [{ key: 'outside', value: 'x' }],
    }
    const { document, warnings } = await readValue('task', described)
    expect(document).toEqual({
      family: 'api',
      containerDefinitions: [{ name: 'app' }],
      volumes: [{ name: 'v', host: {} }],
    })
    expect(warnings).toHaveLength(1)
  })

  it('is what only AWS writes, of whatever type', async () => {
    const described = { createdAt: '2024-01-01T00:00:00Z', deployments: [{ id: 'x', rollout: 1 }], ServiceArn: 1 }
    expect(await readValue('service', { ...described, desiredCount: 0 })).toMatchObject({
      document: { desiredCount: 0 },
      warnings: [],
    })
  })
})

describe('a wrong type', () => {
  it.each<[Kind, Json, string, string]>([
    ['task', { cpu: 256 }, 'cpu must be a string, found the number 256', 'put it in quotes: "cpu": "256"'],
    [
      'task',
      { containerDefinitions: [{}, { Memory: '512' }] },
      'containerDefinitions[1].memory must be a number, found the text "512"',
      'remove the quotes: "memory": 512',
    ],
    [
      'task',
      { containerDefinitions: [{ portMappings: [{ containerPort: 'http' }] }] },
      'containerDefinitions[0].portMappings[0].containerPort must be a number, found the text "http"',
      'write a number',
    ],
    [
      'task',
      { containerDefinitions: [{ memory: 512.5 }] },
      'containerDefinitions[0].memory must be a whole number, found the number 512.5',
      'write a whole number',
    ],
    [
      'task',
      { containerDefinitions: [{ environment: [{ name: 'A', value: true }] }] },
      'containerDefinitions[0].environment[0].value must be a string, found true',
      'put it in quotes: "value": "true"',
    ],
    [
      'task',
      { containerDefinitions: [{ environment: [{ name: 'PIN', value: 4711 }] }] },
      'containerDefinitions[0].environment[0].value must be a string, found a number',
      'put it in quotes',
    ],
    [
      'task',
      { containerDefinitions: [{ command: ['a', 1] }] },
      'containerDefinitions[0].command[1] must be a string, found the number 1',
      'put it in quotes: "1"',
    ],
    [
      'task',
      { containerDefinitions: [{ command: 'npm start' }] },
      'containerDefinitions[0].command must be a list, found the text "npm start"',
      'put it in brackets: "command": ["npm start"]',
    ],
    [
      'task',
      { containerDefinitions: { name: 'app' } },
      'containerDefinitions must be a list, found an object',
      'put it in brackets: "containerDefinitions": [{ … }]',
    ],
    [
      'task',
      { containerDefinitions: [{ environment: { A: '1' } }] },
      'containerDefinitions[0].environment must be a list, found an object',
      'write a list of { "name": …, "value": … }',
    ],
    [
      'task',
      { containerDefinitions: [{ logConfiguration: { options: { 'mode\n': 1 } } }] },
      'containerDefinitions[0].logConfiguration.options.mode\n must be a string, found the number 1',
      'put it in quotes: "mode\\n": "1"',
    ],
    [
      'task',
      { containerDefinitions: [{ dockerLabels: [{ name: 'a', value: 'b' }] }] },
      'containerDefinitions[0].dockerLabels must be an object, found a list',
      'write { "name": "value", … }',
    ],
    [
      'task',
      { runtimePlatform: 'LINUX' },
      'runtimePlatform must be an object, found the text "LINUX"',
      'write { "cpuArchitecture": …, "operatingSystemFamily": … }',
    ],
    [
      'task',
      { volumes: ['data'], tags: {} },
      'volumes[0] must be an object, found the text "data", and 1 more of the wrong type',
      'write { "name": …, "host": …, … }',
    ],
    [
      'task',
      { ephemeralStorage: [{ sizeInGiB: 30 }] },
      'ephemeralStorage must be an object, found a list',
      'remove the brackets around it',
    ],
    [
      'service',
      { networkConfiguration: { awsvpcConfiguration: { subnets: 'subnet-1' } } },
      'networkConfiguration.awsvpcConfiguration.subnets must be a list, found the text "subnet-1"',
      'put it in brackets: "subnets": ["subnet-1"]',
    ],
    [
      'service',
      { desiredCount: '2' },
      'desiredCount must be a number, found the text "2"',
      'remove the quotes: "desiredCount": 2',
    ],
    [
      'service',
      { launchType: 1 },
      'launchType must be a string, found the number 1',
      'put it in quotes: "launchType": "1"',
    ],
    [
      'service',
      { deploymentConfiguration: { deploymentCircuitBreaker: { enable: 'true', rollback: true } } },
      'deploymentConfiguration.deploymentCircuitBreaker.enable must be a boolean, found the text "true"',
      'remove the quotes: "enable": true',
    ],
    [
      'service',
      { deploymentConfiguration: { canaryConfiguration: { canaryPercent: '0.5' } } },
      'deploymentConfiguration.canaryConfiguration.canaryPercent must be a number, found the text "0.5"',
      'remove the quotes: "canaryPercent": 0.5',
    ],
  ])('is refused in a %s definition: %j', async (kind, value, message, hint) => {
    const error = await refusal(readValue(kind, value))
    const name = kind === 'task' ? 'task definition' : 'service definition'
    expect(error.message).toBe(`failed to load ${name} ${kind}.json: ${message}`)
    expect(error).toMatchObject({ hint, location: { file: `${kind}.json`, line: 1 } })
    expect(message.startsWith(`${error.location?.path} must be`)).toBe(true)
  })

  it('is told with all others of the file, in the order of the text', async () => {
    const text = `{
      "cpu": 256, {{/* a comment
        of two lines */}}
      "memory": {{ env \`PORT\` }},
      "containerDefinitions": [
        {{ range 2 }}{ "name": {{ . }},
          "essential": "true" },
        {{ end }}
        { "name": "last" }
      ]
    }`
    const error = await refusal(read('task', text))
    expect(error.message).toMatch(/: cpu must be a string, found the number 256, and 5 more of the wrong type$/)
    expect(error.location).toEqual({ file: 'task.json', line: 2, column: 14, path: 'cpu' })
    expect(error.others.map(({ subject, location }) => [subject, location?.line])).toEqual([
      ['memory', 4],
      ['containerDefinitions[0].name', 6],
      ['containerDefinitions[0].essential', 7],
      ['containerDefinitions[1].name', 6],
      ['containerDefinitions[1].essential', 7],
    ])
    expect(error.others[0]).toEqual({
      check: 'task definition',
      subject: 'memory',
      status: 'failed',
      message: 'must be a string, found the number 80',
      hint: 'put it in quotes: "memory": "80"',
      location: { file: 'task.json', line: 4, column: 17, path: 'memory' },
    })
  })

  it('has a path in Jsonnet, where no line is anybody’s', async () => {
    const text =
      "local port = 80; { family: 'a', containerDefinitions: [{ name: port, imge: 'x' }], cpu: port, Volumes: {} }"
    const error = await refusal(read('task', text, 'jsonnet'))
    expect(error.location).toEqual({ file: 'task.jsonnet', path: 'volumes' })
    expect(error.others.map(({ location }) => location)).toEqual([
      { file: 'task.jsonnet', path: 'containerDefinitions[0].name' },
      { file: 'task.jsonnet', path: 'cpu' },
    ])
  })
})

it('warns of unknown keys of Jsonnet with their path', async () => {
  const { warnings } = await read('service', "{ tags: [{ Key: 'a', vale: 'b' }] }", 'jsonnet')
  expect(warnings).toEqual(['service.jsonnet:undefined json: unknown field "vale" in tags[0]; did you mean "value"?'])
})

/** A value of a type as the table writes it, with the path of each scalar in it. */
function valuesOf(type: string, depth: number): fc.Arbitrary<Json> {
  if (type.endsWith('[]')) return fc.array(valuesOf(type.slice(0, -2), depth), { minLength: 1, maxLength: 2 })
  if (type.endsWith('{}')) return fc.dictionary(fc.string(), valuesOf(type.slice(0, -2), depth), { maxKeys: 2 })
  const values = enums[type]?.split(' ')
  if (values !== undefined) return fc.constantFrom(...values)
  if (type === 'string') return fc.string()
  if (type === 'boolean') return fc.boolean()
  if (type === 'integer') return fc.integer()
  if (type === 'number') return fc.double({ noNaN: true, noDefaultInfinity: true })
  if (type === 'json') return fc.constantFrom<Json>({ Any: [null] }, [], 1)
  return documentsOf(type, depth + 1)
}

/** Documents with some members of a shape, in any case. */
function documentsOf(shape: string, depth = 0): fc.Arbitrary<Json> {
  const members = Object.entries(shapes[shape] ?? {})
  const some = fc.subarray(members, { maxLength: Math.min(members.length, depth > 1 ? 2 : 4) })
  const spelt = (name: string) =>
    fc.constantFrom(name, name.charAt(0).toUpperCase() + name.slice(1), name.toUpperCase())
  return some.chain((chosen) => {
    const entries = chosen.map(([name, type]) => fc.tuple(spelt(name), valuesOf(type, depth)))
    return fc.tuple(...entries).map((pairs) => Object.fromEntries(pairs))
  })
}

const files = fc.constantFrom<readonly [Kind, string]>(['task', 'TaskDefinitionFile'], ['service', 'ServiceFile'])
const documents = files.chain(([kind, shape]) => documentsOf(shape).map((document) => ({ kind, document })))

/** Paths of the scalars whose type the schema knows. */
function scalarPaths(value: Json, path: JsonPath = []): readonly JsonPath[] {
  if (typeof value !== 'object' || value === null) return [path]
  const entries = Object.entries(value).filter(([key]) => key.toLowerCase() !== 'hookdetails')
  return entries.flatMap(([key, item]) => scalarPaths(item, [...path, Array.isArray(value) ? Number(key) : key]))
}

function replaceAt(value: Json, [step, ...rest]: JsonPath, change: (old: Json) => Json): Json {
  if (step === undefined) return change(value)
  if (Array.isArray(value)) return value.map((item, index) => (index === step ? replaceAt(item, rest, change) : item))
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value)
  return Object.fromEntries(entries.map(([key, item]) => [key, key === step ? replaceAt(item, rest, change) : item]))
}

describe('any document of the schema', () => {
  it('is taken without a word, and a wrong scalar in it is refused by its path', async () => {
    await fc.assert(
      fc.asyncProperty(documents, fc.nat(), async ({ kind, document }, choice) => {
        const text = (value: Json) => JSON.stringify(value).replaceAll('{{', '{ {')
        expect((await read(kind, text(document))).warnings).toEqual([])
        const paths = scalarPaths(document)
        const path = paths[choice % Math.max(paths.length, 1)]
        if (path === undefined) return
        const wrong = replaceAt(document, path, (old) => (typeof old === 'string' ? 1 : 'x'))
        const error = findUserError(await read(kind, text(wrong)).catch((one: unknown) => one))
        expect(error?.location?.path?.toLowerCase()).toBe(formatPath(path).toLowerCase())
        expect(error?.others).toEqual([])
      }),
      { numRuns: 300 },
    )
  })
})

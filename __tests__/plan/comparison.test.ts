import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { Service, TaskDefinition } from '../../src/model/ecs.ts'
import type { JsonObject } from '../../src/model/json.ts'
import { compareProject } from '../../src/plan/comparison.ts'
import { definition, registered, running } from './sides.ts'

function compareServices(local: JsonObject, remote: Service | undefined, ignoreTags: readonly string[] = []) {
  return compareProject({ service: { local: definition(local), remote }, ignoreTags })
}

function compareTasks(local: JsonObject, remote: TaskDefinition) {
  return compareProject({ taskDefinition: { local: definition(local), remote: registered(remote) }, ignoreTags: [] })
}

function pathsOf(comparison: ReturnType<typeof compareProject>): readonly string[] {
  return [comparison.service, comparison.taskDefinition].flatMap((one) => one?.changes ?? []).map(({ path }) => path)
}

const container = { name: 'app', image: 'nginx:1', essential: true }
const task = { family: 'api' }

describe('service differences that mean nothing', () => {
  it.each<[string, JsonObject, Service]>([
    ['no platform version on Fargate', { launchType: 'FARGATE' }, { platformVersion: 'LATEST' }],
    [
      'no platform version with Fargate capacity providers',
      { capacityProviderStrategy: [{ capacityProvider: 'FARGATE_SPOT', weight: 1 }] },
      {
        launchType: undefined,
        platformVersion: 'LATEST',
        capacityProviderStrategy: [{ capacityProvider: 'FARGATE_SPOT', weight: 1, base: 0 }],
      },
    ],
    ['no deployment configuration', {}, {}],
    ['breaker off left out', { deploymentConfiguration: { maximumPercent: 200, minimumHealthyPercent: 100 } }, {}],
    [
      'strategy and breaker details of newer ECS',
      { deploymentConfiguration: { deploymentCircuitBreaker: { enable: true, rollback: true } } },
      {
        deploymentConfiguration: {
          deploymentCircuitBreaker: {
            enable: true,
            rollback: true,
            resetOnHealthyTask: true,
            thresholdConfiguration: { type: 'BOUNDED_PERCENT', value: 50 },
          },
          maximumPercent: 200,
          minimumHealthyPercent: 100,
          strategy: 'ROLLING',
          bakeTimeInMinutes: 0,
        },
      },
    ],
    ['no desired count', {}, { desiredCount: 17 }],
    ['booleans left unset', { enableExecuteCommand: false }, {}],
    ['empty lists', { loadBalancers: [], placementStrategy: [] }, {}],
    [
      'subnets and security groups in another order, no public address',
      { networkConfiguration: { awsvpcConfiguration: { subnets: ['b', 'a'], securityGroups: ['y', 'x'] } } },
      {
        networkConfiguration: {
          awsvpcConfiguration: { subnets: ['a', 'b'], securityGroups: ['x', 'y'], assignPublicIp: 'DISABLED' },
        },
      },
    ],
    [
      'tags in another order',
      {
        tags: [
          { key: 'b', value: '2' },
          { key: 'a', value: '1' },
        ],
      },
      {
        tags: [
          { key: 'a', value: '1' },
          { key: 'b', value: '2' },
        ],
      },
    ],
    ['tags that AWS owns', {}, { tags: [{ key: 'aws:cloudformation:stack-name', value: 'x' }] }],
    [
      'Service Connect switched off',
      {},
      { deployments: [primary({ serviceConnectConfiguration: { enabled: false } })] },
    ],
    [
      'a namespace by its ARN',
      { serviceConnectConfiguration: { enabled: true, namespace: 'internal' } },
      {
        deployments: [
          primary({
            serviceConnectConfiguration: {
              enabled: true,
              namespace: 'arn:aws:servicediscovery:us-east-1:123456789012:namespace/ns-1',
            },
          }),
        ],
      },
    ],
    [
      'target groups under CodeDeploy',
      { loadBalancers: [{ targetGroupArn: 'blue', containerName: 'app', containerPort: 80 }] },
      {
        deploymentController: { type: 'CODE_DEPLOY' },
        loadBalancers: [{ targetGroupArn: 'green', containerName: 'app', containerPort: 80 }],
      },
    ],
    [
      'placement strategy and count of a daemon',
      { schedulingStrategy: 'DAEMON', desiredCount: 3, launchType: 'EC2' },
      {
        launchType: 'EC2',
        platformVersion: undefined,
        schedulingStrategy: 'DAEMON',
        deploymentConfiguration: { maximumPercent: 100, minimumHealthyPercent: 0 },
      },
    ],
    ['what only creation sets', { launchType: 'EC2', deploymentController: { type: 'ECS' } }, {}],
    [
      'what the answer has besides',
      { serviceName: 'other', taskDefinition: 'x', status: 'ACTIVE', runningCount: 9, createdAt: '2020-01-01' },
      {},
    ],
  ])('%s', (_name, local, remote) => {
    expect(pathsOf(compareServices(local, running(remote)))).toEqual([])
  })

  it('ignored tag keys', () => {
    const remote = running({ tags: [{ key: 'Cost', value: '1' }] })
    expect(pathsOf(compareServices({ tags: [{ key: 'Owner', value: 'x' }] }, remote, ['Cost', 'Owner']))).toEqual([])
  })
})

function primary(deployment: object) {
  return { status: 'PRIMARY', ...deployment }
}

describe('service differences that are told', () => {
  it.each<[string, JsonObject, Service, readonly string[]]>([
    ['propagateTags left out', {}, { propagateTags: 'NONE' }, ['propagateTags']],
    ['a desired count', { desiredCount: 4 }, {}, ['desiredCount']],
    ['a desired count of none', { desiredCount: 0 }, {}, ['desiredCount']],
    ['tags left out', {}, { tags: [{ key: 'Team', value: 'x' }] }, ['tags']],
    [
      'a tag of several',
      {
        tags: [
          { key: 'Team', value: 'y' },
          { key: 'Env', value: 'p' },
        ],
      },
      {
        tags: [
          { key: 'Team', value: 'x' },
          { key: 'Env', value: 'p' },
        ],
      },
      ['tags[Team].value'],
    ],
    [
      'the order of load balancers',
      { loadBalancers: [{ targetGroupArn: 'b' }, { targetGroupArn: 'a' }] },
      { loadBalancers: [{ targetGroupArn: 'a' }, { targetGroupArn: 'b' }] },
      ['loadBalancers[0].targetGroupArn', 'loadBalancers[1].targetGroupArn'],
    ],
    [
      'the order of capacity providers',
      { capacityProviderStrategy: [{ capacityProvider: 'b' }, { capacityProvider: 'a' }] },
      { capacityProviderStrategy: [{ capacityProvider: 'a' }, { capacityProvider: 'b' }] },
      ['capacityProviderStrategy[0].capacityProvider', 'capacityProviderStrategy[1].capacityProvider'],
    ],
    [
      'the order of placement strategies',
      {
        placementStrategy: [
          { type: 'spread', field: 'host' },
          { type: 'binpack', field: 'cpu' },
        ],
      },
      {
        placementStrategy: [
          { type: 'binpack', field: 'cpu' },
          { type: 'spread', field: 'host' },
        ],
      },
      [
        'placementStrategy[0].field',
        'placementStrategy[0].type',
        'placementStrategy[1].field',
        'placementStrategy[1].type',
      ],
    ],
    ['a key nobody knows', { quantumMode: 'ON' }, {}, ['quantumMode']],
    [
      'the breaker',
      { deploymentConfiguration: { deploymentCircuitBreaker: { enable: true, rollback: false } } },
      {},
      ['deploymentConfiguration.deploymentCircuitBreaker.enable'],
    ],
    [
      'volumes of the running deployment',
      {},
      { deployments: [primary({ volumeConfigurations: [{ name: 'data' }] })] },
      ['volumeConfigurations'],
    ],
    ['a grace period of none', {}, { healthCheckGracePeriodSeconds: 0 }, ['healthCheckGracePeriodSeconds']],
  ])('%s', (_name, local, remote, paths) => {
    expect(pathsOf(compareServices(local, running(remote)))).toEqual(paths)
  })

  it.each([undefined, running({ status: 'INACTIVE' })])('everything where nothing runs', (remote) => {
    const comparison = compareServices({ launchType: 'FARGATE', desiredCount: 1 }, remote)
    expect(comparison.service?.changes).toEqual([
      { path: 'desiredCount', after: 1 },
      { path: 'launchType', after: 'FARGATE' },
    ])
    expect(comparison.service).toMatchObject({ remoteName: '', localName: 'ecs/definition.json' })
    expect(comparison.service).not.toHaveProperty('before')
    expect(comparison.effects).toEqual(['a new service will be created'])
  })
})

describe('task definition differences that mean nothing', () => {
  it.each<[string, JsonObject, TaskDefinition]>([
    [
      'containers in another order',
      { containerDefinitions: [{ name: 'b' }, { name: 'a' }] },
      { containerDefinitions: [{ name: 'a' }, { name: 'b' }] },
    ],
    [
      'environment and secrets in another order',
      {
        containerDefinitions: [
          {
            ...container,
            environment: [
              { name: 'B', value: '2' },
              { name: 'A', value: '1' },
            ],
            secrets: [
              { name: 'D', valueFrom: 'd' },
              { name: 'C', valueFrom: 'c' },
            ],
          },
        ],
      },
      {
        containerDefinitions: [
          {
            ...container,
            environment: [
              { name: 'A', value: '1' },
              { name: 'B', value: '2' },
            ],
            secrets: [
              { name: 'C', valueFrom: 'c' },
              { name: 'D', valueFrom: 'd' },
            ],
          },
        ],
      },
    ],
    [
      'what ECS answers for what is left out',
      { containerDefinitions: [container] },
      { containerDefinitions: [{ ...container, cpu: 0, environment: [], mountPoints: [], volumesFrom: [] }] },
    ],
    ['cpu and memory with units', { cpu: '0.25 vCPU', memory: '0.5 GB' }, { cpu: '256', memory: '512' }],
    [
      'no host port under awsvpc',
      {
        networkMode: 'awsvpc',
        containerDefinitions: [{ name: 'app', portMappings: [{ containerPort: 80 }, { containerPort: 8080 }] }],
      },
      {
        networkMode: 'awsvpc',
        containerDefinitions: [
          {
            name: 'app',
            portMappings: [
              { containerPort: 8080, hostPort: 8080 },
              { containerPort: 80, hostPort: 80 },
            ],
          },
        ],
      },
    ],
    ['an empty list', { volumes: [], containerDefinitions: [] }, {}],
    ['a volume of a name only', { volumes: [{ name: 'tmp' }] }, { volumes: [{ name: 'tmp', host: {} }] }],
    [
      'compatibilities in another order',
      { requiresCompatibilities: ['FARGATE', 'EC2'] },
      { requiresCompatibilities: ['EC2', 'FARGATE'] },
    ],
    ['members of the answer in the file', { taskDefinitionArn: 'x', revision: 3, registeredBy: 'y' }, {}],
  ])('%s', (_name, local, remote) => {
    expect(pathsOf(compareTasks({ ...task, ...local }, remote))).toEqual([])
  })
})

describe('task definition differences that are told', () => {
  const withContainer = (more: JsonObject) => ({ containerDefinitions: [{ ...container, ...more }] })
  it.each<[string, JsonObject, TaskDefinition, readonly string[]]>([
    [
      'a value of the environment',
      withContainer({ environment: [{ name: 'LOG_LEVEL', value: 'debug' }] }),
      { containerDefinitions: [{ ...container, environment: [{ name: 'LOG_LEVEL', value: 'info' }] }] },
      ['containerDefinitions[app].environment[LOG_LEVEL].value'],
    ],
    [
      'a new container before the others',
      { containerDefinitions: [{ name: 'agent' }, container] },
      { containerDefinitions: [container] },
      ['containerDefinitions[agent]'],
    ],
    [
      'no protocol',
      withContainer({ portMappings: [{ containerPort: 80 }] }),
      { containerDefinitions: [{ ...container, portMappings: [{ containerPort: 80, protocol: 'tcp' }] }] },
      ['containerDefinitions[app].portMappings[80].protocol'],
    ],
    [
      'one port with two protocols',
      withContainer({ portMappings: [{ containerPort: 53, protocol: 'udp' }] }),
      {
        containerDefinitions: [
          {
            ...container,
            portMappings: [
              { containerPort: 53, protocol: 'tcp' },
              { containerPort: 53, protocol: 'udp' },
            ],
          },
        ],
      },
      ['containerDefinitions[app].portMappings[0].protocol', 'containerDefinitions[app].portMappings[1]'],
    ],
    [
      'not said whether essential',
      { containerDefinitions: [{ name: 'app' }] },
      { containerDefinitions: [{ name: 'app', essential: true }] },
      ['containerDefinitions[app].essential'],
    ],
    [
      'the order of a command',
      withContainer({ command: ['b', 'a'] }),
      { containerDefinitions: [{ ...container, command: ['a', 'b'] }] },
      ['containerDefinitions[app].command'],
    ],
    [
      'the order of dependencies',
      withContainer({ dependsOn: [{ containerName: 'b' }, { containerName: 'a' }] }),
      {
        containerDefinitions: [{ ...container, dependsOn: [{ containerName: 'a' }, { containerName: 'b' }] as never }],
      },
      ['containerDefinitions[app].dependsOn[0].containerName', 'containerDefinitions[app].dependsOn[1].containerName'],
    ],
    ['fields that the original loses', {}, { enableFaultInjection: true }, ['enableFaultInjection']],
    ['a memory in small letters', { memory: '1 gb' }, { memory: '1024' }, ['memory']],
    [
      'keys of the user',
      withContainer({ dockerLabels: { 'com.Example': 'a', Upper: 'x' } }),
      { containerDefinitions: [{ ...container, dockerLabels: { 'com.Example': 'b', upper: 'x' } }] },
      [
        'containerDefinitions[app].dockerLabels.Upper',
        'containerDefinitions[app].dockerLabels[com.Example]',
        'containerDefinitions[app].dockerLabels.upper',
      ],
    ],
  ])('%s', (_name, local, remote, paths) => {
    expect(pathsOf(compareTasks({ ...task, ...local }, remote))).toEqual(paths)
  })

  it('everything where none is registered', () => {
    const comparison = compareProject({
      taskDefinition: { local: definition(task), remote: undefined },
      ignoreTags: [],
    })
    expect(comparison.taskDefinition).toMatchObject({ remoteName: '', changes: [{ path: 'family', after: 'api' }] })
    expect(comparison.effects).toEqual(['a new revision will be registered'])
  })
})

describe('effects', () => {
  const same = { family: 'api' }
  it.each<[string, JsonObject, JsonObject, readonly string[]]>([
    ['nothing', {}, same, ['nothing changes']],
    ['a new image', {}, { ...same, cpu: '512' }, ['new tasks will be started']],
    ['an attribute that opens a deployment', { platformVersion: '1.4.0' }, same, ['new tasks will be started']],
    ['an attribute that opens none', { enableExecuteCommand: true }, same, ['service attributes change, no restart']],
    ['a tag', { tags: [{ key: 'a', value: 'b' }] }, same, ['service attributes change, no restart']],
    ['a count', { desiredCount: 4 }, same, ['the desired count changes from 2 to 4']],
    [
      'a count and an attribute',
      { desiredCount: 4, healthCheckGracePeriodSeconds: 9 },
      same,
      ['service attributes change, no restart', 'the desired count changes from 2 to 4'],
    ],
  ])('%s', (_name, service, taskDefinition, effects) => {
    const comparison = compareProject({
      service: { local: definition(service), remote: running() },
      taskDefinition: { local: definition(taskDefinition), remote: registered() },
      ignoreTags: [],
    })
    expect(comparison.effects).toEqual(effects)
  })
})

describe('warnings', () => {
  it.each<[string, JsonObject, Service, readonly string[]]>([
    ['none', {}, {}, []],
    ['fewer tasks', { desiredCount: 1 }, { desiredCount: 5 }, ['capacity drops from 5 to 1 tasks']],
    [
      'fewer than run',
      { desiredCount: 2 },
      { desiredCount: 2, runningCount: 3 },
      ['the desired count 2 is below the 3 tasks that run now'],
    ],
    ['more tasks', { desiredCount: 9 }, {}, []],
    [
      'breaker off',
      {},
      { deploymentConfiguration: { deploymentCircuitBreaker: { enable: true, rollback: true } } },
      ['the deployment circuit breaker will be switched off'],
    ],
    [
      'breaker without rollback',
      { deploymentConfiguration: { deploymentCircuitBreaker: { enable: true, rollback: false } } },
      { deploymentConfiguration: { deploymentCircuitBreaker: { enable: true, rollback: true } } },
      ['the deployment circuit breaker will no longer roll back'],
    ],
    [
      'another network',
      { networkConfiguration: { awsvpcConfiguration: { subnets: ['b'] } } },
      { networkConfiguration: { awsvpcConfiguration: { subnets: ['a'] } } },
      ['the network configuration of the service changes'],
    ],
    [
      'a load balancer less',
      {},
      { loadBalancers: [{ targetGroupArn: 'tg-1', containerName: 'app', containerPort: 80 }] },
      ['the service will be detached from the target group tg-1'],
    ],
    [
      'tags lost',
      {},
      {
        tags: [
          { key: 'Team', value: 'x' },
          { key: 'Env', value: 'p' },
        ],
      },
      [
        'the tags Env, Team will be removed, because the service definition has none; ' +
          'to keep them, write them down or name them under ignore.tags',
      ],
    ],
    [
      'lists that stay',
      {},
      { serviceRegistries: [{ registryArn: 'r' }] },
      ['serviceRegistries is not removed by leaving it out; only an empty list in the service definition removes it'],
    ],
    ['lists that are emptied', { serviceRegistries: [] }, { serviceRegistries: [{ registryArn: 'r' }] }, []],
    [
      'what cannot change',
      { launchType: 'EC2', schedulingStrategy: 'REPLICA', deploymentController: { type: 'CODE_DEPLOY' } },
      {},
      [
        'launchType cannot be changed by a deploy: the service keeps FARGATE',
        'deploymentController cannot be changed by a deploy: the service keeps ECS',
      ],
    ],
  ])('%s', (_name, local, remote, warnings) => {
    expect(compareServices(local, running(remote)).warnings).toEqual(warnings)
  })

  it.each<[string, JsonObject, TaskDefinition, readonly string[]]>([
    [
      'less memory',
      { memory: '0.5 GB', cpu: '512' },
      { memory: '1024', cpu: '512' },
      ['memory drops from 1024 to 512'],
    ],
    [
      'less memory of a container',
      { containerDefinitions: [{ name: 'app', memory: 256 }] },
      { containerDefinitions: [{ name: 'app', memory: 512 }] },
      ['memory of the container app drops from 512 to 256'],
    ],
    [
      'roles and network mode',
      { taskRoleArn: 'b', networkMode: 'awsvpc' },
      { taskRoleArn: 'a', executionRoleArn: 'e', networkMode: 'bridge' },
      [
        'networkMode changes from bridge to awsvpc',
        'taskRoleArn changes from a to b',
        'executionRoleArn changes from e to none',
      ],
    ],
    [
      'lost names',
      { containerDefinitions: [{ name: 'app', secrets: [{ name: 'MOVED', valueFrom: 'x' }] }] },
      {
        containerDefinitions: [
          {
            name: 'app',
            environment: [{ name: 'GONE' }, { name: 'MOVED' }],
            secrets: [{ name: 'TOKEN', valueFrom: 't' }],
          },
          { name: 'agent' },
        ],
      },
      [
        'the container agent will be removed',
        'the environment variable GONE of the container app will be removed',
        'the secret TOKEN of the container app will be removed',
      ],
    ],
  ])('%s', (_name, local, remote, warnings) => {
    expect(compareTasks({ ...task, ...local }, remote).warnings).toEqual(warnings)
  })
})

describe('properties', () => {
  const names = fc.uniqueArray(fc.string({ minLength: 1 }), { maxLength: 6 })
  const entries = names.chain((all) =>
    fc.tuple(...all.map((name) => fc.record({ name: fc.constant(name), value: fc.string() }))),
  )
  const taskDefinitions = names.chain((all) =>
    fc.record({
      family: fc.constant('api'),
      containerDefinitions: fc.tuple(
        ...all.map((name) =>
          fc.record({
            name: fc.constant(name),
            command: fc.array(fc.string()),
            environment: entries,
            portMappings: fc.array(fc.record({ containerPort: fc.nat(9) }), { maxLength: 3 }),
          }),
        ),
      ),
      requiresCompatibilities: fc.subarray(['EC2', 'FARGATE']),
    }),
  )

  it('finds nothing between a task definition and itself in another order', () => {
    fc.assert(
      fc.property(taskDefinitions, (document) => {
        const turned = Object.fromEntries(
          Object.entries({
            ...document,
            containerDefinitions: document.containerDefinitions.toReversed().map((one) => ({
              ...one,
              environment: one.environment.toReversed(),
              portMappings: one.portMappings.toReversed(),
            })),
            requiresCompatibilities: document.requiresCompatibilities.toReversed(),
          }).reverse(),
        )
        expect(pathsOf(compareTasks(turned, document as never))).toEqual([])
      }),
    )
  })

  it('finds the same differences in both directions', () => {
    fc.assert(
      fc.property(taskDefinitions, taskDefinitions, (one, other) => {
        const forth = compareTasks(one, other as never).taskDefinition?.changes ?? []
        const back = compareTasks(other, one as never).taskDefinition?.changes ?? []
        const turned = back.map(({ path, before, after }) => ({ path, before: after, after: before }))
        const texts = (list: readonly object[]) => list.map((change) => JSON.stringify(change)).sort()
        expect(texts(turned)).toEqual(texts(forth.map(({ path, before, after }) => ({ path, before, after }))))
      }),
    )
  })

  it('never throws, whatever the documents', () => {
    const known = fc.constantFrom('containerDefinitions', 'tags', 'loadBalancers', 'networkConfiguration', 'cpu', 'x')
    const documents = fc.dictionary(fc.oneof(known, fc.string()), fc.jsonValue({ maxDepth: 4 }))
    fc.assert(
      fc.property(documents, documents, (one, other) => {
        const local = definition(one as never)
        const comparison = compareProject({
          service: { local, remote: { ...other, status: 'ACTIVE' } as never },
          taskDefinition: { local, remote: { arn: 'a', definition: other as never, tags: [] } },
          ignoreTags: [],
        })
        expect(comparison.effects.length).toBeGreaterThan(0)
      }),
    )
  })
})

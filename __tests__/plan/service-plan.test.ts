import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { Service } from '../../src/model/ecs.ts'
import type { JsonObject } from '../../src/model/json.ts'
import { compareProject } from '../../src/plan/comparison.ts'
import {
  opensDeployment,
  planCreate,
  planUpdate,
  registrationInput,
  type UpdateRequest,
} from '../../src/plan/service-plan.ts'
import { definition, running } from './sides.ts'

const name = { cluster: 'prod', service: 'api' }
const next = 'arn:aws:ecs:us-east-1:123456789012:task-definition/api:43'

function plan(local: JsonObject | undefined, remote: Service = {}, more: Partial<UpdateRequest> = {}) {
  return planUpdate({
    name,
    remote: running(remote),
    local: local && definition(local),
    taskDefinitionArn: next,
    desiredCount: -1,
    forceNewDeployment: false,
    updateService: true,
    ignoreTags: [],
    ...more,
  })
}

const core = { cluster: 'prod', service: 'api', taskDefinition: next }
const primary = { status: 'PRIMARY', volumeConfigurations: [{ name: 'data' }], vpcLatticeConfigurations: undefined }

describe('planUpdate', () => {
  it.each<[string, JsonObject | undefined, Service, JsonObject]>([
    ['no service definition', undefined, {}, core],
    ['nothing differs', { launchType: 'FARGATE' }, {}, core],
    ['only the count', { desiredCount: 5 }, {}, { ...core, desiredCount: 5 }],
    ['only tags', { tags: [{ key: 'a', value: 'b' }] }, {}, core],
    [
      'everything the file says when one thing differs, in its order',
      {
        serviceName: 'x',
        launchType: 'FARGATE',
        schedulingStrategy: 'REPLICA',
        deploymentController: { type: 'ECS' },
        enableExecuteCommand: true,
        healthCheckGracePeriodSeconds: 30,
        networkConfiguration: { awsvpcConfiguration: { subnets: ['b', 'a'] } },
        placementStrategy: [
          { type: 'spread', field: 'host' },
          { type: 'binpack', field: 'cpu' },
        ],
        quantumMode: 'ON',
      },
      { networkConfiguration: { awsvpcConfiguration: { subnets: ['a', 'b'], assignPublicIp: 'DISABLED' } } },
      {
        ...core,
        enableExecuteCommand: true,
        healthCheckGracePeriodSeconds: 30,
        networkConfiguration: { awsvpcConfiguration: { subnets: ['b', 'a'] } },
        placementStrategy: [
          { type: 'spread', field: 'host' },
          { type: 'binpack', field: 'cpu' },
        ],
        quantumMode: 'ON',
      },
    ],
    [
      'defaults that the service does not have',
      {},
      {
        platformVersion: '1.4.0',
        enableExecuteCommand: true,
        availabilityZoneRebalancing: 'ENABLED',
        deploymentConfiguration: {
          deploymentCircuitBreaker: { enable: true, rollback: true },
          maximumPercent: 200,
          minimumHealthyPercent: 50,
        },
      },
      {
        ...core,
        platformVersion: 'LATEST',
        enableExecuteCommand: false,
        availabilityZoneRebalancing: 'DISABLED',
        deploymentConfiguration: {
          deploymentCircuitBreaker: { enable: false, rollback: false },
          minimumHealthyPercent: 100,
        },
      },
    ],
    [
      'a breaker of which only half is written',
      { deploymentConfiguration: { deploymentCircuitBreaker: { enable: true } } },
      {},
      { ...core, deploymentConfiguration: { deploymentCircuitBreaker: { enable: true, rollback: false } } },
    ],
    [
      'a written breaker beside a default that differs',
      { deploymentConfiguration: { deploymentCircuitBreaker: { enable: true, rollback: true }, maximumPercent: 150 } },
      { deploymentConfiguration: { maximumPercent: 200, minimumHealthyPercent: 0 } },
      {
        ...core,
        deploymentConfiguration: {
          deploymentCircuitBreaker: { enable: true, rollback: true },
          maximumPercent: 150,
          minimumHealthyPercent: 100,
        },
      },
    ],
    [
      'what the file no longer names is detached',
      {},
      {
        loadBalancers: [{ targetGroupArn: 'tg', containerName: 'app', containerPort: 80 }],
        deployments: [{ ...primary, serviceConnectConfiguration: { enabled: true, namespace: 'internal' } } as never],
      },
      { ...core, loadBalancers: [], volumeConfigurations: [], serviceConnectConfiguration: { enabled: false } },
    ],
    [
      'lists that only an empty list removes',
      { serviceRegistries: [], enableExecuteCommand: true },
      { serviceRegistries: [{ registryArn: 'r' }], placementConstraints: [{ type: 'distinctInstance' }] },
      { ...core, enableExecuteCommand: true, serviceRegistries: [] },
    ],
    [
      'a namespace that may be another one',
      { serviceConnectConfiguration: { enabled: true, namespace: 'internal' } },
      {
        deployments: [
          {
            status: 'PRIMARY',
            serviceConnectConfiguration: { enabled: true, namespace: 'arn:aws:servicediscovery:x' },
          },
        ],
      },
      { ...core, serviceConnectConfiguration: { enabled: true, namespace: 'internal' } },
    ],
    [
      'a daemon has neither count nor placement strategy',
      {
        schedulingStrategy: 'DAEMON',
        desiredCount: 3,
        placementStrategy: [{ type: 'spread' }],
        enableExecuteCommand: true,
      },
      { schedulingStrategy: 'DAEMON', launchType: 'EC2', platformVersion: undefined },
      {
        ...core,
        enableExecuteCommand: true,
        deploymentConfiguration: { maximumPercent: 100, minimumHealthyPercent: 0 },
      },
    ],
    [
      'an Express service keeps what ECS looks after',
      {
        loadBalancers: [{ targetGroupArn: 'x' }],
        deploymentConfiguration: { maximumPercent: 150 },
        enableExecuteCommand: true,
      },
      { resourceManagementType: 'ECS' },
      { ...core, enableExecuteCommand: true },
    ],
    [
      'CodeDeploy takes the rest from the AppSpec, whatever the file says of the controller',
      {
        desiredCount: 3,
        loadBalancers: [{ targetGroupArn: 'x', containerName: 'other', containerPort: 80 }],
        networkConfiguration: { awsvpcConfiguration: { subnets: ['b'] } },
        platformVersion: '1.4.0',
        capacityProviderStrategy: [{ capacityProvider: 'FARGATE' }],
        serviceRegistries: [{ registryArn: 'r' }],
        healthCheckGracePeriodSeconds: 60,
      },
      { deploymentController: { type: 'CODE_DEPLOY' } },
      { cluster: 'prod', service: 'api', desiredCount: 3, healthCheckGracePeriodSeconds: 60 },
    ],
  ])('%s', (_name, local, remote, input) => {
    expect(plan(local, remote).input).toEqual(input)
  })

  it('says whether attributes are among it', () => {
    expect(plan({ desiredCount: 5, tags: [] }).changesService).toBe(false)
    expect(plan({ enableExecuteCommand: true }).changesService).toBe(true)
    expect(plan({ platformVersion: '1.4.0' }, { deploymentController: { type: 'CODE_DEPLOY' } }).changesService).toBe(
      false,
    )
  })

  it('leaves the service alone without --update-service', () => {
    const { input, tags, changesService } = plan(
      { desiredCount: 9, enableExecuteCommand: true, tags: [{ key: 'a', value: 'b' }] },
      {},
      { updateService: false, taskDefinitionArn: undefined, forceNewDeployment: true },
    )
    expect(input).toEqual({ cluster: 'prod', service: 'api', forceNewDeployment: true })
    expect(tags).toEqual({ add: [], remove: [] })
    expect(changesService).toBe(false)
  })

  it('plans tags by key, and leaves ignored ones and those of AWS alone', () => {
    const remote = [
      { key: 'Team', value: 'x' },
      { key: 'Env', value: 'prod' },
      { key: 'Cost', value: '1' },
      { key: 'Old', value: '1' },
      { key: 'aws:cloudformation:stack-name', value: 's' },
    ]
    const local = [
      { key: 'Team', value: 'y' },
      { key: 'Env', value: 'prod' },
      { key: 'New', value: '' },
    ]
    expect(plan({ tags: local }, { tags: remote }, { ignoreTags: ['Cost'] }).tags).toEqual({
      add: [
        { key: 'New', value: '' },
        { key: 'Team', value: 'y' },
      ],
      remove: ['Old'],
    })
    expect(plan({}, { tags: remote }).tags.remove).toEqual(['Cost', 'Env', 'Old', 'Team'])
  })

  it.each<[string, JsonObject, Partial<UpdateRequest>, number | undefined]>([
    ['local 1, --tasks 3', { desiredCount: 1 }, { desiredCount: 3 }, 3],
    ['local 1, default', { desiredCount: 1 }, {}, 1],
    ['local 1, --tasks 0', { desiredCount: 1 }, { desiredCount: 0 }, 0],
    ['local absent, default', {}, {}, undefined],
    [
      'daemon, --tasks 10',
      { schedulingStrategy: 'DAEMON' },
      { desiredCount: 10, remote: { schedulingStrategy: 'DAEMON' } },
      undefined,
    ],
    ['refresh', { desiredCount: 1 }, { desiredCount: 'unchanged' }, undefined],
    ['no update of the service', { desiredCount: 1 }, { updateService: false }, undefined],
    ['scale', { desiredCount: 1 }, { updateService: false, desiredCount: 7 }, 7],
  ])('desired count: %s', (_name, local, request, count) => {
    expect(plan(local, {}, request).input['desiredCount']).toBe(count)
  })

  it('refuses an external controller, for new services too', () => {
    const refusal = 'unsupported deployment controller type: EXTERNAL'
    expect(() => plan({}, { deploymentController: { type: 'EXTERNAL' } })).toThrow(refusal)
    expect(() => create({ deploymentController: { type: 'EXTERNAL' } })).toThrow(refusal)
  })
})

describe('after the update', () => {
  const option = <T>(...values: T[]) => fc.option(fc.constantFrom(...values), { nil: undefined })
  const documents = fc.record(
    {
      availabilityZoneRebalancing: option('ENABLED', 'DISABLED'),
      deploymentConfiguration: fc.record(
        {
          deploymentCircuitBreaker: option({ enable: true, rollback: true }, { enable: false, rollback: false }),
          maximumPercent: option(150, 200),
          minimumHealthyPercent: option(50, 100),
          bakeTimeInMinutes: option(0, 5),
        },
        { requiredKeys: [] },
      ),
      enableECSManagedTags: option(true, false),
      enableExecuteCommand: option(true, false),
      loadBalancers: option([], [{ targetGroupArn: 'a' }], [{ targetGroupArn: 'b' }, { targetGroupArn: 'a' }]),
      networkConfiguration: fc.record({
        awsvpcConfiguration: fc.record({
          subnets: fc.constantFrom(['a'], ['a', 'b'], ['b', 'a']),
          assignPublicIp: fc.constantFrom('ENABLED', 'DISABLED'),
        }),
      }),
      platformVersion: option('LATEST', '1.4.0'),
      serviceConnectConfiguration: option({ enabled: false }, { enabled: true, namespace: 'x' }),
      volumeConfigurations: option([], [{ name: 'data' }]),
    },
    { requiredKeys: ['networkConfiguration'] },
  )
  const isObject = (value: unknown): value is Record<string, unknown> =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
  const merge = (old: unknown, sent: unknown): unknown =>
    isObject(old) && isObject(sent)
      ? Object.fromEntries(
          [...Object.keys({ ...old, ...sent })].map((key) => [
            key,
            key in sent ? merge(old[key], sent[key]) : old[key],
          ]),
        )
      : sent
  const live = (document: object): Service => {
    const { serviceConnectConfiguration, volumeConfigurations, ...service } = document as never as Record<string, never>
    const primary = { status: 'PRIMARY', serviceConnectConfiguration, volumeConfigurations }
    return running({ ...service, deployments: [primary as never] })
  }

  it.each([
    ['merges what it is sent', merge],
    ['replaces what it is sent', (old: unknown, sent: unknown) => ({ ...Object(old), ...Object(sent) })],
  ])('nothing differs, when ECS %s', (_name, apply) => {
    fc.assert(
      fc.property(documents, documents, (before, wanted) => {
        const local = JSON.parse(JSON.stringify(wanted))
        const { input } = plan(local, live(before))
        const { cluster: _cluster, service: _service, taskDefinition: _taskDefinition, ...sent } = input
        const after = live(apply(before, sent) as object)
        const comparison = compareProject({ service: { local: definition(local), remote: after }, ignoreTags: [] })
        expect(comparison.service?.changes).toEqual([])
      }),
    )
  })
})

function create(local: JsonObject, desiredCount: number | 'unchanged' = -1) {
  return planCreate({ name, local: definition(local), taskDefinitionArn: next, desiredCount, ignoreTags: ['Cost'] })
}

describe('planCreate', () => {
  it('sends the definition as it is written', () => {
    const local = {
      serviceName: 'other',
      status: 'ACTIVE',
      role: 'r',
      launchType: 'FARGATE',
      networkConfiguration: { awsvpcConfiguration: { subnets: ['b', 'a'] } },
      tags: [
        { key: 'Team', value: 'x' },
        { key: 'Cost', value: '1' },
      ],
    }
    expect(create(local)).toEqual({
      cluster: 'prod',
      serviceName: 'api',
      taskDefinition: next,
      launchType: 'FARGATE',
      networkConfiguration: { awsvpcConfiguration: { subnets: ['b', 'a'] } },
      tags: [{ key: 'Team', value: 'x' }],
    })
  })

  it.each<[string, JsonObject, number | 'unchanged', number | undefined]>([
    ['of the definition', { desiredCount: 2 }, -1, 2],
    ['of --tasks', { desiredCount: 2 }, 0, 0],
    ['none for an explicit REPLICA', { schedulingStrategy: 'REPLICA' }, -1, 0],
    ['not said', {}, -1, undefined],
    ['never for a daemon', { schedulingStrategy: 'DAEMON', desiredCount: 2 }, 4, undefined],
    ['unchanged is not said', { desiredCount: 2 }, 'unchanged', undefined],
  ])('desired count: %s', (_name, local, option, count) => {
    expect(create(local, option)['desiredCount']).toBe(count)
  })
})

it('registers the file without what ECS does not take', () => {
  const document = {
    family: 'api',
    revision: 3,
    status: 'ACTIVE',
    taskDefinitionArn: 'x',
    cpu: '0.25 vCPU',
    volumes: [],
    containerDefinitions: [
      {
        name: 'app',
        cpu: 0,
        command: [],
        environment: [{ name: 'EMPTY', value: '' }],
        dockerLabels: { type: '', Upper: 'x' },
        quantumMode: 'ON',
      },
    ],
    tags: [
      { key: 'Team', value: 'x' },
      { key: 'Cost', value: '1' },
    ],
  }
  expect(registrationInput(document, ['Cost'])).toEqual({
    family: 'api',
    cpu: '0.25 vCPU',
    containerDefinitions: [
      {
        name: 'app',
        cpu: 0,
        environment: [{ name: 'EMPTY', value: '' }],
        dockerLabels: { type: '', Upper: 'x' },
        quantumMode: 'ON',
      },
    ],
    tags: [{ key: 'Team', value: 'x' }],
  })
  expect(registrationInput({ family: 'api', tags: [{ key: 'Cost', value: '1' }] }, ['Cost'])).toEqual({ family: 'api' })
})

describe('opensDeployment', () => {
  const network = { awsvpcConfiguration: { subnets: ['a', 'b'], assignPublicIp: 'DISABLED' as const } }
  it.each<[string, boolean, JsonObject, Service]>([
    ['another task definition', true, { taskDefinition: next }, {}],
    ['the same task definition', false, { taskDefinition: 'api:42' }, {}],
    ['force', true, { forceNewDeployment: true }, {}],
    ['a count', false, { desiredCount: 4 }, {}],
    ['an attribute without effect on tasks', false, { enableExecuteCommand: true, deploymentConfiguration: {} }, {}],
    [
      'the same network in another order',
      false,
      { networkConfiguration: { awsvpcConfiguration: { subnets: ['b', 'a'] } } },
      { networkConfiguration: network },
    ],
    [
      'another network',
      true,
      { networkConfiguration: { awsvpcConfiguration: { subnets: ['c'] } } },
      { networkConfiguration: network },
    ],
    ['detached load balancers', true, { loadBalancers: [] }, { loadBalancers: [{ targetGroupArn: 'x' }] }],
    ['no load balancers as before', false, { loadBalancers: [] }, {}],
    ['another platform version', true, { platformVersion: '1.4.0' }, {}],
    ['capacity providers', false, { capacityProviderStrategy: [{ capacityProvider: 'FARGATE' }] }, {}],
    ['anything under CodeDeploy', false, { taskDefinition: next }, { deploymentController: { type: 'CODE_DEPLOY' } }],
  ])('%s: %s', (_name, opens, input, remote) => {
    expect(opensDeployment(input, running(remote))).toBe(opens)
  })
})

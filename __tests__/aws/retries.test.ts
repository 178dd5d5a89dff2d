import { describe, expect, it } from '@jest/globals'
import { AwsError, describeError } from '../../src/errors.ts'
import type { JsonObject } from '../../src/model/json.ts'
import type { EcsPort } from '../../src/model/ports.ts'
import { callsOf, openView, serviceInput, shopOf, taskDefinition, type Wanted } from './world.ts'

const withFault = (fault: JsonObject, wanted?: Wanted) => openView(shopOf(['api'], { faults: [fault] }), wanted)

async function failureOf(call: Promise<unknown>): Promise<AwsError> {
  const error: unknown = await call.then(
    () => new Error('the call succeeded'),
    (thrown: unknown) => thrown,
  )
  if (error instanceof AwsError) return error
  throw error
}

const concurrent = {
  operation: 'ecs:RegisterTaskDefinition',
  kind: 'refused',
  code: 'ClientException',
  message: 'Too many concurrent attempts to create a new revision of the specified family.',
}

describe('a call is made again', () => {
  it.each<[string, JsonObject, (ecs: EcsPort) => Promise<unknown>]>([
    ['when throttled', { operation: 'ecs:DescribeClusters', kind: 'throttled' }, (ecs) => ecs.describeCluster('demo')],
    [
      'when throttled by another name',
      { operation: 'ecs:DescribeClusters', kind: 'throttled', code: 'TooManyRequestsException' },
      (ecs) => ecs.describeCluster('demo'),
    ],
    ['after a 5xx', { operation: 'ecs:DescribeClusters', kind: 'server-error' }, (ecs) => ecs.describeCluster('demo')],
    ['after a reset', { operation: 'ecs:DescribeClusters', kind: 'reset' }, (ecs) => ecs.describeCluster('demo')],
    [
      'when others register the same family',
      concurrent,
      (ecs) => ecs.registerTaskDefinition(taskDefinition('api', 'app:2')),
    ],
    [
      'when an update is throttled, forced or not',
      { operation: 'ecs:UpdateService', kind: 'throttled' },
      (ecs) => ecs.updateService({ cluster: 'demo', service: 'api', forceNewDeployment: true }),
    ],
    [
      'when the answer to an update is lost',
      { operation: 'ecs:UpdateService', kind: 'reset' },
      (ecs) => ecs.updateService({ cluster: 'demo', service: 'api', desiredCount: 2 }),
    ],
    [
      'when the answer to a creation with a token is lost',
      { operation: 'ecs:CreateService', kind: 'reset' },
      (ecs) => ecs.createService(serviceInput('web', { clientToken: 'one' })),
    ],
  ])('%s: five times, then it succeeds', async (_, fault, ask) => {
    const view = withFault({ ...fault, times: 5 })
    await expect(ask(view.aws.ecs)).resolves.toBeDefined()
    expect(callsOf(view, String(fault['operation']).slice(4)).map((call) => call.fault !== undefined)).toEqual([
      true,
      true,
      true,
      true,
      true,
      false,
    ])
  })

  it.each<[string, number, readonly number[]]>([
    ['half of the full wait at least', 0, [400, 800, 1_600, 3_200, 6_400]],
    ['three quarters in the middle', 0.5, [600, 1_200, 2_400, 4_800, 9_600]],
    ['the full wait at most', 1 - Number.EPSILON, [800, 1_600, 3_200, 6_400, 12_800]],
  ])('waiting %s', async (_, random, waits) => {
    const view = withFault({ operation: 'ecs:*', kind: 'throttled' }, { random: () => random })
    const error = await failureOf(view.aws.ecs.describeCluster('demo'))
    const times = callsOf(view, 'DescribeClusters').map(({ at }) => at)
    expect(times.slice(1).map((at, index) => at - (times[index] ?? 0))).toEqual(waits)
    expect(error.code).toBe('ThrottlingException')
  })
})

describe('a call is made once', () => {
  it.each<[string, JsonObject, (ecs: EcsPort) => Promise<unknown>]>([
    ['when refused', { operation: 'ecs:DescribeClusters', kind: 'refused' }, (ecs) => ecs.describeCluster('demo')],
    [
      'when credentials have expired',
      { operation: 'ecs:DescribeClusters', kind: 'expired' },
      (ecs) => ecs.describeCluster('demo'),
    ],
    [
      'when the answer to a forced update is lost',
      { operation: 'ecs:UpdateService', kind: 'reset' },
      (ecs) => ecs.updateService({ cluster: 'demo', service: 'api', forceNewDeployment: true }),
    ],
    [
      'when a forced update ends in a 5xx',
      { operation: 'ecs:UpdateService', kind: 'server-error' },
      (ecs) => ecs.updateService({ cluster: 'demo', service: 'api', forceNewDeployment: true }),
    ],
    [
      'when the answer to a creation without a token is lost',
      { operation: 'ecs:CreateService', kind: 'reset' },
      (ecs) => ecs.createService(serviceInput('web')),
    ],
  ])('%s', async (_, fault, ask) => {
    const view = withFault(fault)
    const startedAt = view.simulator.clock.now()
    await failureOf(ask(view.aws.ecs))
    expect(view.sent).toHaveLength(1)
    expect(view.simulator.clock.now()).toBe(startedAt)
  })
})

describe('a failure', () => {
  it.each<[string, JsonObject, Partial<AwsError>]>([
    ['refused', { kind: 'refused' }, { code: 'AccessDeniedException', status: 400 }],
    ['expired', { kind: 'expired' }, { code: 'ExpiredTokenException', status: 400 }],
    ['throttled', { kind: 'throttled' }, { code: 'ThrottlingException', status: 400, message: 'Rate exceeded' }],
    ['5xx', { kind: 'server-error' }, { code: 'ServerException', status: 500 }],
    ['reset', { kind: 'reset' }, { code: 'ECONNRESET', status: 0, message: 'socket hang up' }],
  ])('%s carries service, operation, code and status', async (_, fault, fields) => {
    const view = withFault({ operation: '*', ...fault })
    const update = view.aws.ecs.updateService({ cluster: 'demo', service: 'api' })
    expect(await failureOf(update)).toMatchObject({ service: 'ecs', operation: 'UpdateService', ...fields })
  })

  it.each<[string, string, (view: ReturnType<typeof openView>) => Promise<unknown>]>([
    ['ssm', 'GetParameters', ({ aws }) => aws.secrets.checkSecret('/name')],
    [
      'secretsmanager',
      'GetSecretValue',
      ({ aws }) => aws.secrets.checkSecret('arn:aws:secretsmanager:us-east-1:123456789012:secret:a-AbCdEf'),
    ],
    ['ecr', 'DescribeImages', ({ aws }) => aws.images.findImage('123456789012.dkr.ecr.us-east-1.amazonaws.com/api:1')],
    ['logs', 'DescribeLogGroups', ({ aws }) => aws.logs.hasGroup('/ecs/api', 'us-east-1')],
    ['elasticloadbalancing', 'DescribeTargetHealth', ({ aws }) => aws.targetGroups.readHealth('arn:tg')],
    [
      'application-autoscaling',
      'DescribeScalableTargets',
      ({ aws }) => aws.scaling.readTarget({ cluster: 'demo', service: 'api' }),
    ],
    ['sts', 'GetCallerIdentity', ({ aws }) => aws.identity.account()],
  ])('of %s is named as IAM names the action', async (service, operation, ask) => {
    const view = withFault({ operation: '*', kind: 'refused' })
    const error = await failureOf(ask(view))
    expect(error).toMatchObject({ service, operation, code: expect.stringMatching(/^AccessDenied/) })
    expect(describeError(error)).toMatch(
      new RegExp(`not authorized to perform: ${service}:${operation} .*\\(${service}:${operation}\\)$`),
    )
  })

  it('stands in the debug log, and so does the success after it', async () => {
    const view = withFault({ operation: 'ecs:DescribeClusters', kind: 'throttled', times: 1 })
    await view.aws.ecs.describeCluster('demo')
    expect(view.traces).toEqual([
      'ecs:DescribeClusters ThrottlingException: Rate exceeded',
      expect.stringMatching(/^ecs:DescribeClusters ok in \d+ ms$/),
    ])
  })
})

import fc from 'fast-check'
import type { Fields } from '../../simulator/call.ts'
import type { JsonObject } from '../../src/model/json.ts'
import { secret } from './world.ts'

/** What a deploy is asked for, and everything that happens meanwhile. Plain data: printed, it tells the story. */
export interface History {
  /** `INPUT_*` of the step, by the input's name. */
  readonly inputs: Readonly<Record<string, string>>
  /** The service definition with which the service runs; nothing: there is no service yet. */
  readonly before: JsonObject | null
  /** The service definition of the file. */
  readonly file: JsonObject
  readonly image: 'app:1' | 'app:2'
  /** `tasks`, `faults`, `actors`, `alarms`, `timings` and `seed` of the simulator's scenario. */
  readonly scenario: {
    readonly seed: number
    readonly tasks: readonly Fields[]
    readonly faults: readonly Fault[]
    readonly actors: readonly Fields[]
    readonly alarms: readonly Fields[]
    readonly timings: Fields
  }
  /** Whether a scaling target owns the desired count. */
  readonly scaling: boolean
  /** Seconds for which the load balancer drains connections. */
  readonly draining: number
  /** Seconds of the scenario before the step begins. */
  readonly delay: number
  /** When the workflow is cancelled: after so many calls, or seconds after the step began. */
  readonly cancelled: { readonly calls: number } | { readonly seconds: number } | null
  /** Our clock: seconds by which it is ahead of AWS's, and the share by which it runs faster. */
  readonly clock: { readonly ahead: number; readonly drift: number }
}

/** A fault of the scenario. */
interface Fault extends Fields {
  readonly operation: string
  readonly kind: string
  readonly seconds?: number
}

const often = <T>(value: T, others: fc.Arbitrary<T>, weight = 3): fc.Arbitrary<T> =>
  fc.oneof({ arbitrary: fc.constant(value), weight }, { arbitrary: others, weight: 1 })

const conclusive = [
  'CannotPullContainerError: pull image manifest has been retried 1 time(s): failed to resolve ref app:2: app:2: not found',
  'CannotPullContainerError: ref pull has been retried 1 time(s): 403 Forbidden',
  'ResourceInitializationError: unable to pull secrets or registry auth: AccessDeniedException: not authorized to perform: secretsmanager:GetSecretValue',
  `ResourceInitializationError: invalid parameter ${secret}`,
]
const passing = [
  'CannotPullContainerError: context deadline exceeded',
  'ResourceInitializationError: unable to pull registry auth: i/o timeout',
  'Capacity is unavailable at this time. Please try again later or in a different availability zone',
  'CannotStartContainerError: something that nobody knows',
]
const reason = fc.constantFrom(...conclusive, ...passing)
const bad = fc.oneof(
  fc.record({ kind: fc.constant('cannot-start'), reason }),
  fc.record({ kind: fc.constant('initialization-error'), reason }),
  fc.record({
    kind: fc.constant('exit'),
    code: fc.constantFrom(0, 1, 137),
    after: fc.constantFrom(0, 3, 20, 90),
    overlooked: fc.boolean(),
  }),
  fc.record({ kind: fc.constant('unhealthy'), after: fc.constantFrom(5, 30, 100) }),
  fc.record({ kind: fc.constant('target-unhealthy'), after: fc.constantFrom(5, 10, 60) }),
  fc.record({ kind: fc.constantFrom('not-placed', 'not-launched'), reason }),
  fc.record({ kind: fc.constant('interrupted'), after: fc.constantFrom(1, 20, 60) }),
  fc.constant({ kind: 'stuck' }),
)
const fair = fc.oneof(
  fc.constant({ kind: 'healthy' }),
  fc.record({ kind: fc.constant('healthy'), after: fc.constantFrom(0, 1, 40, 100, 400) }),
)
const logs = fc.constantFrom<Fields[]>(
  [],
  [{ message: 'listening' }],
  [{ message: `fatal: cannot log in with ${secret}`, after: 1 }],
)
const matchNew = fc.oneof(
  { arbitrary: fc.constant({}), weight: 6 },
  { arbitrary: fc.record({ firstAttempts: fc.integer({ min: 1, max: 6 }) }), weight: 2 },
  { arbitrary: fc.record({ attempt: fc.integer({ min: 1, max: 5 }) }), weight: 2 },
)
const fate = fc
  .tuple(
    matchNew,
    fc.constantFrom('app:2', 'app:2', 'app:2', 'app:2', 'app:2', 'app:2', 'app:1', 'app:0'),
    fc.oneof({ arbitrary: bad, weight: 4 }, { arbitrary: fair, weight: 1 }),
    logs,
  )
  .map(([match, image, fate, logs]): Fields => ({ match: { image, ...match }, fate, logs }))
const tasks = fc.array(fate, { maxLength: 3 })

const reads = [
  'ecs:DescribeServices',
  'ecs:ListServiceDeployments',
  'ecs:DescribeServiceDeployments',
  'ecs:DescribeServiceRevisions',
  'ecs:DescribeTaskDefinition',
  'ecs:ListTasks',
  'ecs:DescribeTasks',
  'application-autoscaling:*',
  'logs:*',
  'elasticloadbalancing:*',
  'ecs:*',
]
const writes = [
  'ecs:RegisterTaskDefinition',
  'ecs:UpdateService',
  'ecs:CreateService',
  'ecs:StopServiceDeployment',
  'ecs:TagResource',
  'ecs:UntagResource',
]
const from = fc.integer({ min: 1, max: 20 })
const times = fc.integer({ min: 1, max: 8 })
const fault: fc.Arbitrary<Fault> = fc.oneof(
  fc.record({
    operation: fc.constantFrom(...reads),
    kind: fc.constantFrom('throttled', 'server-error', 'reset', 'stale', 'slow'),
    probability: fc.constantFrom(0.1, 0.3),
    seconds: fc.constantFrom(5, 20),
  }),
  fc.record({
    operation: fc.constantFrom(...reads),
    kind: fc.constantFrom('throttled', 'server-error', 'stale', 'slow', 'refused'),
    from,
    times,
    seconds: fc.constantFrom(5, 20, 60),
  }),
  fc.record({
    operation: fc.constantFrom('ecs:*', '*', 'ecs:DescribeServices'),
    kind: fc.constantFrom('expired', 'refused'),
    from,
  }),
  fc.record({ operation: fc.constantFrom(...reads), kind: fc.constant('refused') }),
  fc.record({
    operation: fc.constantFrom(...writes),
    kind: fc.constantFrom('throttled', 'server-error', 'reset', 'lost', 'refused', 'slow'),
    from: fc.constantFrom(1, 1, 2, 3),
    times: fc.constantFrom(1, 1, 2, 8),
    seconds: fc.constantFrom(5, 60),
  }),
  fc.constant({
    operation: 'ecs:RegisterTaskDefinition',
    kind: 'throttled',
    code: 'ClientException',
    message: 'Too many concurrent attempts to create a new revision of the specified family.',
    times: 2,
  }),
  fc.record({
    operation: fc.constantFrom('ecs:UpdateService', 'ecs:CreateService', 'ecs:StopServiceDeployment'),
    kind: fc.constant('throttled'),
    code: fc.constantFrom('UpdateInProgressException', 'ServiceNotActiveException', 'ConflictException'),
    message: fc.constant('There is already a current update in progress.'),
    from: fc.constantFrom(1, 2),
    times: fc.constantFrom(1, 8),
  }),
)
const faults = often<readonly Fault[]>([], fc.array(fault, { minLength: 1, maxLength: 2 }), 2)

const name = { cluster: 'demo', service: 'api' }
const arn = 'arn:aws:ecs:us-east-1:123456789012:service/demo/api'
const deed = fc.constantFrom<{ operation: string; input: Fields }>(
  { operation: 'UpdateService', input: { ...name, taskDefinition: 'api:1' } },
  { operation: 'UpdateService', input: { ...name, taskDefinition: 'api:2' } },
  { operation: 'UpdateService', input: { ...name, taskDefinition: 'api:3' } },
  { operation: 'UpdateService', input: { ...name, desiredCount: 3 } },
  { operation: 'UpdateService', input: { ...name, desiredCount: 0 } },
  { operation: 'UpdateService', input: { ...name, forceNewDeployment: true } },
  { operation: 'StopServiceDeployment', input: { $of: 'demo/api', serviceDeploymentArn: '$serviceDeployment' } },
  {
    operation: 'StopServiceDeployment',
    input: { $of: 'demo/api', serviceDeploymentArn: '$serviceDeployment', stopType: 'ABORT' },
  },
  { operation: 'DeleteService', input: { ...name, force: true } },
  { operation: 'StopTask', input: { $of: 'demo/api', cluster: 'demo', task: '$task' } },
  { operation: 'TagResource', input: { resourceArn: arn, tags: [{ key: 'who', value: 'else' }] } },
  { operation: 'UntagResource', input: { resourceArn: arn, tagKeys: ['team'] } },
  { operation: 'DeregisterTaskDefinition', input: { taskDefinition: 'api:2' } },
  { operation: 'DeregisterTaskDefinition', input: { taskDefinition: 'api:3' } },
)
const seconds = fc.oneof(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 1, max: 200 }))
const when: fc.Arbitrary<Fields> = fc.oneof(
  {
    arbitrary: fc
      .record({ operation: fc.constantFrom('UpdateService', 'CreateService', 'RegisterTaskDefinition'), seconds })
      .map((after) => ({ after })),
    weight: 4,
  },
  {
    arbitrary: fc
      .record({
        operation: fc.constantFrom('UpdateService', 'StopServiceDeployment'),
        nth: fc.constantFrom(1, 2),
        seconds,
      })
      .map((after) => ({ after })),
    weight: 1,
  },
  { arbitrary: seconds.map((at) => ({ at })), weight: 1 },
)
const actor = fc.tuple(when, deed).map(([when, { operation, input }]): Fields => ({ when, operation, input }))
const actors = often<readonly Fields[]>([], fc.array(actor, { minLength: 1, maxLength: 2 }), 2)

const alarms = often<readonly Fields[]>(
  [],
  fc
    .record({ operation: fc.constantFrom('UpdateService', 'CreateService'), seconds })
    .map((after) => [{ name: 'errors', fires: { after } }]),
)

const countOf = fc.constantFrom(2, 2, 2, 1, 3, 6, 0)
const breaker = fc.constantFrom(
  { enable: true, rollback: true },
  { enable: true, rollback: false },
  { enable: false, rollback: false },
)
const alarmed = fc.boolean().map((rollback) => ({ alarmNames: ['errors'], enable: true, rollback }))

/** What differs between the service definitions of histories; members that are left out stay as they are. */
interface Settings {
  readonly desiredCount: number
  readonly breaker: JsonObject
  readonly alarms: JsonObject | undefined
  readonly balanced: boolean
  readonly grace: number
  readonly tags: readonly { readonly key: string; readonly value: string }[]
}

const settings: fc.Arbitrary<Settings> = fc.record({
  desiredCount: countOf,
  breaker,
  alarms: fc.option(alarmed, { nil: undefined, freq: 2 }),
  balanced: fc.boolean(),
  grace: fc.constantFrom(0, 0, 60),
  tags: fc.constant([{ key: 'team', value: 'web' }]),
})
const changes: fc.Arbitrary<Partial<Settings>> = fc.oneof(
  { arbitrary: fc.constant({}), weight: 3 },
  {
    arbitrary: fc.record(
      {
        desiredCount: countOf,
        breaker,
        grace: fc.constantFrom(0, 60),
        tags: fc.constantFrom([], [{ key: 'team', value: 'shop' }]),
      },
      { requiredKeys: [] },
    ),
    weight: 1,
  },
)

function definitionOf({ desiredCount, breaker, alarms, balanced, grace, tags }: Settings): JsonObject {
  const targets = [
    {
      targetGroupArn: 'arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/0123456789abcdef',
      containerName: 'app',
      containerPort: 80,
    },
  ]
  return {
    desiredCount,
    launchType: 'FARGATE',
    availabilityZoneRebalancing: 'DISABLED',
    propagateTags: 'NONE',
    networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-0a'], securityGroups: ['sg-0a'] } },
    deploymentConfiguration: { deploymentCircuitBreaker: breaker, ...(alarms && { alarms }) },
    ...(balanced && { loadBalancers: targets, healthCheckGracePeriodSeconds: grace }),
    tags: tags.map((tag) => ({ ...tag })),
  }
}

const definitions = fc.tuple(fc.integer({ min: 0, max: 9 }), settings, changes).map(([first, before, changed]) => ({
  before: first === 0 ? null : definitionOf(before),
  file: definitionOf({ ...before, ...changed }),
}))

const flag = (text: string, weight: number) =>
  fc.oneof({ arbitrary: fc.constant(''), weight }, { arbitrary: fc.constant(text), weight: 1 })
const command = fc
  .tuple(
    flag(' --wait-until=stable', 3),
    flag(' --no-wait', 15),
    flag(' --skip-task-definition', 20),
    flag(' --force-new-deployment', 8),
    flag(' --no-update-service', 12),
    fc.oneof(
      { arbitrary: fc.constant(''), weight: 8 },
      { arbitrary: fc.integer({ min: 0, max: 6 }).map((n) => ` --tasks=${n}`), weight: 1 },
    ),
  )
  .map((flags) => `deploy${flags.join('')}`)
const inputs = fc.record({
  command,
  rollback: often('auto', fc.constantFrom('always', 'never'), 2),
  'on-cancel': fc.constantFrom('leave', 'rollback'),
  unchanged: often('deploy', fc.constant('skip'), 6),
  timeout: fc.constantFrom('10m', '10m', '3m', '20m'),
  'poll-interval': often('5s', fc.constantFrom('1s', '15s', '40s')),
  'dry-run': often('false', fc.constant('true'), 40),
  mask: often('secrets', fc.constant('all'), 6),
})

const timings = fc.record(
  {
    listLag: fc.constantFrom(0, 5, 30),
    scheduler: fc.constantFrom(2, 5, 12),
    reconcile: fc.constantFrom(1, 2, 10),
    stopping: fc.constantFrom(1, 5, 30),
  },
  { requiredKeys: [] },
)

/** Any history. */
export const histories: fc.Arbitrary<History> = fc
  .record({
    inputs,
    definitions,
    image: often<History['image']>('app:2', fc.constant('app:1'), 14),
    scenario: fc.record({ seed: fc.nat(100_000), tasks, faults, actors, alarms, timings }),
    scaling: often(false, fc.constant(true), 6),
    draining: fc.constantFrom(0, 30, 30, 120),
    delay: often(0, fc.constantFrom(3, 30), 5),
    cancelled: often<History['cancelled']>(
      null,
      fc.oneof(
        fc.integer({ min: 0, max: 40 }).map((calls) => ({ calls })),
        fc.integer({ min: 0, max: 400 }).map((seconds) => ({ seconds })),
      ),
      5,
    ),
    clock: often(
      { ahead: 0, drift: 0 },
      fc.record({ ahead: fc.constantFrom(-600, -61, 61, 600), drift: fc.constantFrom(0, -0.01, 0.01) }),
    ),
  })
  .map(({ definitions, ...history }) => ({ ...history, ...definitions }))

/** A deploy of a new image to two tasks, without a circuit breaker, where nothing goes wrong but what is told of it. */
export function historyOf({ inputs = {}, scenario = {}, service = {}, ...differences }: Differences = {}): History {
  const breaker = { enable: false, rollback: false }
  const usual = { desiredCount: 2, breaker, alarms: undefined, balanced: false, grace: 0, tags: [], ...service }
  return {
    inputs: { command: 'deploy', timeout: '10m', ...inputs },
    before: definitionOf(usual),
    file: definitionOf(usual),
    image: 'app:2',
    scenario: { seed: 1, tasks: [], faults: [], actors: [], alarms: [], timings: {}, ...scenario },
    scaling: false,
    draining: 0,
    delay: 0,
    cancelled: null,
    clock: { ahead: 0, drift: 0 },
    ...differences,
  }
}

type Differences = Partial<Omit<History, 'scenario'>> & {
  readonly scenario?: Partial<History['scenario']>
  readonly service?: Partial<Settings>
}

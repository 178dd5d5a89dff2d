import { companion, logLines, stopping } from './companion.ts'
import {
  account,
  amount,
  byKind,
  count,
  fallback,
  fields,
  flag,
  instant,
  list,
  object,
  oneOf,
  type Read,
  record,
  text,
} from './shape.ts'

/** An instant of the story: seconds after its start, or seconds after the nth call of an ECS operation from outside. */
const when = object({}, { at: amount, after: object({ operation: text }, { nth: count, seconds: amount }) })

/** Seconds that the stages of a task's life and the scheduler take; `jitter` is the share by which they vary. */
const timings = object({
  provisioning: fallback(amount, 8),
  pending: fallback(amount, 12),
  activating: fallback(amount, 3),
  stopping: fallback(amount, 5),
  deprovisioning: fallback(amount, 6),
  /** From RUNNING to the first "healthy" of a load balancer or a container health check. */
  healthy: fallback(amount, 15),
  /** Between two looks of the service scheduler. */
  scheduler: fallback(amount, 5),
  /** From an update to the service deployment's IN_PROGRESS. */
  reconcile: fallback(amount, 2),
  /** For which deployment alarms are watched when all tasks are healthy. */
  bake: fallback(amount, 60),
  /** ListServiceDeployments does not yet show what is younger. */
  listLag: fallback(amount, 0),
  jitter: fallback(amount, 0.2),
})

const cluster = object(
  { name: text },
  {
    /** EC2 instances: CPU units (1024 = one vCPU) and MiB each. Without them only Fargate places tasks. */
    instances: list(object({ cpu: count, memory: count })),
    capacityProviders: list(text),
  },
)

/** Input of RegisterTaskDefinition, and the number it got. */
const taskDefinition = object({ input: fields }, { revision: count, inactive: flag })

const targetGroup = object(
  { name: text, port: fallback(count, 80), protocol: fallback(text, 'HTTP'), vpcId: fallback(text, 'vpc-0a1b2c3d') },
  {
    /** Without it `targetgroup/<name>/<16 hexadecimal digits made of the name>`. */
    arn: text,
    /** Seconds; AWS's own default is 300. */
    deregistrationDelay: amount,
    targetType: oneOf('ip', 'instance'),
    /** Used by no listener: CreateService refuses it. */
    unattached: flag,
    path: text,
    matcher: text,
  },
)

/** `clears`: seconds from ALARM back to OK. An alarm without `fires` stays OK. */
const alarm = object({ name: text }, { fires: when, clears: amount })

const seconds = { after: fallback(amount, 2) }
const outcome = byKind({
  /** Healthy `after` seconds of running (default: the timing `healthy`). */
  healthy: object({ kind: oneOf('healthy') }, { after: amount }),
  /** `CannotPullContainerError: …`, `CannotStartContainerError: …`; on Fargate also the task's stopped reason. */
  'cannot-start': object({ kind: oneOf('cannot-start'), reason: text }, { stoppedReason: text }),
  /** The whole stopped reason, `ResourceInitializationError: …` or another that stops a task before its containers. */
  'initialization-error': object({ kind: oneOf('initialization-error'), reason: text }),
  /** The container ends `after` seconds of running; `reason` is the container's. `overlooked`: ECS counts no failure. */
  exit: object({ kind: oneOf('exit'), code: count, ...seconds }, { reason: text, overlooked: flag }),
  /** The container health check says UNHEALTHY after so many seconds of running. */
  unhealthy: object({ kind: oneOf('unhealthy'), after: fallback(amount, 30) }),
  /** The load balancer's check fails; `reason` as the event quotes it. */
  'target-unhealthy': object({
    kind: oneOf('target-unhealthy'),
    after: fallback(amount, 10),
    reason: fallback(text, 'Health checks failed with these codes: [502]'),
    code: fallback(text, 'Target.ResponseCodeMismatch'),
  }),
  /** No task comes to be; the event says why (what follows "was unable to place a task"). */
  'not-placed': object({ kind: oneOf('not-placed'), reason: text }),
  /** The same, and the event says "failed to launch a task with (error …)". */
  'not-launched': object({ kind: oneOf('not-launched'), reason: text }),
  interrupted: object({ kind: oneOf('interrupted'), after: fallback(amount, 60) }),
  /** Stays PENDING for good. */
  stuck: object({ kind: oneOf('stuck') }),
})

/** What a task of the story meets; the first entry that matches counts, a task that none matches is healthy. */
const fate = object(
  {
    match: object(
      {},
      {
        /** Glob over the whole reference: `*` is any text. */
        image: text,
        /** `api:43`, or the family alone. */
        taskDefinition: text,
        service: text,
        /** Only this container ends, is not pulled, is unhealthy; default the first essential one. */
        container: text,
        /** Only the nth task that the service (or RunTask group) starts of this task definition, from 1. */
        attempt: count,
        /** Only the first so many. */
        firstAttempts: count,
      },
    ),
  },
  {
    fate: outcome,
    /** Lines written by the matched container, seconds after it began to run. */
    logs: logLines,
    stop: stopping,
    others: list(companion),
  },
)

/** Somebody else who acts: an ECS operation with its input, in which `$of` names a service (see README). */
const actor = object({ when, operation: text, input: fields }, { name: text })

const fault = object(
  {
    /** `ecs:UpdateService`, `ecs:*`, `*`. */
    operation: text,
    kind: oneOf('throttled', 'server-error', 'reset', 'lost', 'slow', 'refused', 'expired', 'stale'),
  },
  {
    /** Begins with the nth matching call, from 1. */
    from: count,
    /** How many calls it meets. */
    times: count,
    /** Every nth call only. */
    every: count,
    /** Share of the calls, 0 to 1, by the seed. */
    probability: amount,
    /** How slow, how stale. */
    seconds: amount,
    code: text,
    message: text,
    /** Seconds of the story before it begins. */
    after: amount,
  },
)

const image = object({ repository: text, tag: text }, { digest: text, /** `linux/amd64`, … */ platforms: list(text) })
const parameter = object({
  name: text,
  type: fallback(oneOf('String', 'StringList', 'SecureString'), 'String'),
  value: text,
})
/** A secret without a value has no AWSCURRENT version. */
const secret = object({ name: text }, { value: text })
/** `export`: the name under which an output is exported. */
const stack = object({ name: text, outputs: list(object({ key: text, value: text }, { export: text })) })
/** Without a region it lies in the scenario's. */
const bucket = object({ name: text, objects: list(object({ key: text, body: text })) }, { region: text })
const role = object({ name: text, trust: fallback(list(text), ['ecs-tasks.amazonaws.com']) })

const pullRequest = object(
  { number: count, headSha: text, commits: fallback(list(text), []) },
  { mergeCommitSha: text, fork: flag },
)
const github = object({
  repository: text,
  pullRequests: fallback(list(pullRequest), []),
  viewer: fallback(object({ login: text }), { login: 'github-actions[bot]' }),
  /** The token's, as a workflow writes them: `{"issues": "write"}`. */
  permissions: fallback(record(oneOf('none', 'read', 'write')), { contents: 'read', 'pull-requests': 'write' }),
})

const scenario = object(
  {
    /** Milliseconds since the epoch; written as an ISO 8601 instant. */
    start: fallback(instant, Date.UTC(2026, 0, 15, 9)),
    seed: fallback(count, 1),
    account: fallback(account, '123456789012'),
    region: fallback(text, 'us-east-1'),
    timings: fallback(timings, timings({}, '')),
    clusters: fallback(list(cluster), [{ name: 'default' }]),
    taskDefinitions: fallback(list(taskDefinition), []),
    /** Inputs of CreateService; they have been running for a day. */
    services: fallback(list(fields), []),
    targetGroups: fallback(list(targetGroup), []),
    alarms: fallback(list(alarm), []),
    tasks: fallback(list(fate), []),
    actors: fallback(list(actor), []),
    images: fallback(list(image), []),
    parameters: fallback(list(parameter), []),
    secrets: fallback(list(secret), []),
    logGroups: fallback(list(text), []),
    roles: fallback(list(role), []),
    stacks: fallback(list(stack), []),
    buckets: fallback(list(bucket), []),
    faults: fallback(list(fault), []),
  },
  { title: text, github },
)

/** A story's world and what happens in it; the format is told in `simulator/README.md`. */
export type Scenario = Read<typeof scenario>
export type When = Read<typeof when>
export type Fate = Read<typeof fate>
export type Outcome = Read<typeof outcome>
export type TargetGroup = Read<typeof targetGroup>
export type Fault = Read<typeof fault>

/** Reads a scenario from parsed JSON, defaults filled in. Throws `ScenarioError` naming the place. */
export function parseScenario(value: unknown): Scenario {
  return scenario(value, '')
}

/** The ARN by which services name a target group of the scenario. */
export function targetGroupArn(place: Pick<Scenario, 'account' | 'region'>, group: TargetGroup): string {
  if (group.arn !== undefined) return group.arn
  return `arn:${partitionOf(place.region)}:elasticloadbalancing:${place.region}:${place.account}:targetgroup/${group.name}/${digits(group.name)}`
}

/** `aws`, `aws-cn` or `aws-us-gov`: what a region's ARNs begin with. */
export function partitionOf(region: string): string {
  if (region.startsWith('cn-')) return 'aws-cn'
  return region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws'
}

/** Sixteen hexadecimal digits that a name decides (FNV-1a, 64 bits). */
function digits(name: string): string {
  let hash = 0xcbf29ce484222325n
  for (const byte of new TextEncoder().encode(name)) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n)
  }
  return hash.toString(16).padStart(16, '0')
}

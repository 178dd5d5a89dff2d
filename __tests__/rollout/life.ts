import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Fields } from '../../simulator/call.ts'
import type { CallRecord } from '../../simulator/call-log.ts'
import { parseScenario } from '../../simulator/scenario.ts'
import { createSimulator, type Simulator } from '../../simulator/simulator.ts'
import { createRandom } from '../../simulator/time.ts'
import type { Runner } from '../../src/github/runner.ts'
import type { JsonObject } from '../../src/model/json.ts'
import type { Clock } from '../../src/model/ports.ts'
import type { RunReport } from '../../src/model/report.ts'
import { isFailure, worstOutcome } from '../../src/model/verdict.ts'
import { runLines } from '../../src/run.ts'
import { createSecrets, type Hiding } from '../../src/secrets.ts'
import { readSettings } from '../../src/settings.ts'
import { tellOne } from '../../src/telling.ts'
import { renderAnnotations } from '../../src/views/annotations.ts'
import { mergeComment } from '../../src/views/comment.ts'
import { renderSections } from '../../src/views/comment-section.ts'
import { renderOutputs } from '../../src/views/outputs.ts'
import { redactReport } from '../../src/views/redact.ts'
import { renderReport } from '../../src/views/report.ts'
import { renderSummary } from '../../src/views/summary.ts'
import type { History } from './histories.ts'
import { secret } from './world.ts'

/** A deployment as the simulator itself knows it. */
interface SightedDeployment {
  readonly id: string
  readonly status: string
  readonly taskDefinition: string
  readonly runningCount: number
  readonly desiredCount: number
  readonly rolloutState: string
}

/** The service as the simulator itself knows it at one instant. */
export interface Sight {
  /** ms since the epoch, by AWS's clock. */
  readonly at: number
  readonly status: string
  readonly deployments: readonly SightedDeployment[]
  /** What a service revision does not hold: an update changes it in place. */
  readonly attributes: JsonObject
}

/** A write of ours that ECS carried out, or would not. */
export interface Write {
  readonly operation: string
  readonly input: Fields
  /** The code of the refusal. */
  readonly error: string | undefined
  /** ECS did it, and its answer was lost. */
  readonly lost: boolean
  /** Its place among our calls, from 1. */
  readonly turn: number
  readonly before: Sight
  readonly after: Sight
  /** ARN of what it registered. */
  readonly registered: string | undefined
}

/** What became of a history. */
export interface Life {
  readonly history: History
  readonly report: RunReport
  readonly exitCode: number
  readonly log: readonly string[]
  /** Everything that anybody gets to read: log, annotations, summary, comment, outputs, report. */
  readonly texts: string
  readonly calls: readonly CallRecord[]
  readonly writes: readonly Write[]
  /** The truth at each DescribeServices that was answered. */
  readonly looks: readonly Sight[]
  readonly end: Sight
  /** How many calls were made before the workflow was cancelled, and when (ms, AWS's clock). */
  readonly cancelled: { readonly calls: number; readonly at: number } | undefined
  /** ms by our clock. */
  readonly took: number
}

const changing = /^(Register|Deregister|Create|Update|Delete|Stop|Tag|Untag|Put|Run)/
const folder = prepareFolder()

/** The project of all histories: what differs between them stands in the environment. */
function prepareFolder(): string {
  const directory = mkdtempSync(join(tmpdir(), 'histories-'))
  const config = ['region: us-east-1', 'cluster: demo', 'service: api', 'service_definition: service.json']
  writeFileSync(join(directory, 'ecspresso.yml'), `${[...config, 'task_definition: task.json'].join('\n')}\n`)
  writeFileSync(join(directory, 'service.json'), '{{ must_env `SERVICE` }}')
  writeFileSync(join(directory, 'task.json'), '{{ must_env `TASK` }}')
  return directory
}

function taskDefinition(image: string): JsonObject {
  const options = { 'awslogs-group': '/app', 'awslogs-region': 'us-east-1', 'awslogs-stream-prefix': 'app' }
  const container = {
    name: 'app',
    image,
    essential: true,
    portMappings: [{ containerPort: 80 }],
    environment: [{ name: 'DB_PASSWORD', value: secret }],
    logConfiguration: { logDriver: 'awslogs', options },
  }
  return {
    family: 'api',
    cpu: '256',
    memory: '512',
    networkMode: 'awsvpc',
    requiresCompatibilities: ['FARGATE'],
    executionRoleArn: 'arn:aws:iam::123456789012:role/execution',
    containerDefinitions: [container],
  }
}

/** The world of a history as it is before the step. */
export function openWorld({ scenario, before, scaling, draining }: History): Simulator {
  const resource = {
    ServiceNamespace: 'ecs',
    ResourceId: 'service/demo/api',
    ScalableDimension: 'ecs:service:DesiredCount',
  }
  const group = {
    name: 'web',
    arn: 'arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/0123456789abcdef',
  }
  return createSimulator(
    parseScenario({
      clusters: [{ name: 'demo' }],
      taskDefinitions: [{ input: taskDefinition('app:0') }, { input: taskDefinition('app:1') }],
      targetGroups: [{ ...group, targetType: 'ip', deregistrationDelay: draining }],
      logGroups: ['/app'],
      roles: [{ name: 'execution' }],
      services: before === null ? [] : [{ ...before, cluster: 'demo', serviceName: 'api', taskDefinition: 'api:2' }],
      ...scenario,
      alarms: scenario.alarms.length === 0 ? [{ name: 'errors' }] : scenario.alarms,
    }),
    scaling ? { scalableTargets: [{ ...resource, MinCapacity: 1, MaxCapacity: 6 }] } : {},
  )
}

/** Lets a history happen to the product: everything from the inputs to the texts but the files of the runner. */
export async function live(history: History): Promise<Life> {
  const simulator = openWorld(history)
  const started = simulator.clock.now() + history.delay * 1000
  simulator.advanceTo(started)
  const witness = createWitness(simulator)
  const cancellation = createCancellation(history, { simulator, started, made: witness.made })
  const clock = createClock(history, simulator, cancellation)
  const secrets = createSecrets()
  secrets.register(secret)
  const inputs = Object.entries(history.inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])
  const environment: Record<string, string> = {
    ...Object.fromEntries(inputs),
    AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE',
    AWS_SECRET_ACCESS_KEY: secret,
    SERVICE: JSON.stringify(history.file),
    TASK: JSON.stringify(taskDefinition(history.image)),
  }
  const { settings } = readSettings(environment)
  const hiding: Hiding = { secrets, mode: settings.mask }
  const { runner, log } = createLog()
  const teller = tellOne({ runner, hiding, debug: false, colours: false, print: (text) => log.push(text) })
  const began = clock.now()
  const projects = await runLines(settings, {
    environment,
    clock,
    random: createRandom(history.scenario.seed),
    signal: cancellation.signal,
    root: folder,
    workspace: folder,
    directory: folder,
    userAgent: 'histories',
    transport: {
      metadata: simulator.requestHandler.metadata,
      async handle(request, options) {
        cancellation.look()
        const answer = await witness.attend(request, () => simulator.requestHandler.handle(request, options))
        cancellation.look()
        return answer
      },
    },
    isStranger: async () => false,
    hiding,
    noteSecrets: () => {},
    trace: () => {},
    tell: teller.tell,
  })
  const outcome = worstOutcome(projects.flatMap(({ commands }) => commands.map(({ result }) => result.outcome)))
  const report: RunReport = { version: '0', outcome, startedAt: began, endedAt: clock.now(), projects }
  teller.finish(report)
  return {
    history,
    report,
    exitCode: isFailure(outcome) ? 1 : 0,
    log,
    texts: [...log, ...publish(report, hiding)].join('\n'),
    calls: witness.calls(),
    writes: witness.writes,
    looks: witness.looks,
    end: see(simulator),
    cancelled: cancellation.happened(),
    took: clock.now() - began,
  }
}

function publish(raw: RunReport, hiding: Hiding): string[] {
  const report = redactReport(raw, hiding)
  const context = { key: '', commit: 'c0ffee', runUrl: '', at: report.endedAt, version: '0' }
  return [
    JSON.stringify(renderAnnotations(report)),
    renderSummary(report),
    hiding.secrets.mask(mergeComment([], renderSections(report), context)),
    JSON.stringify(renderOutputs(report, { documentFile: '', reportFile: '', commentUrl: '' })),
    renderReport(report),
  ]
}

function createLog(): { runner: Runner; log: string[] } {
  const log: string[] = []
  const runner: Runner = {
    log: (line) => log.push(line),
    startGroup: (title) => log.push(title),
    endGroup: () => {},
    mask: () => {},
    annotate: async () => {},
    writeFiles: async () => ({}),
    setOutputs: async () => {},
    appendSummary: async () => {},
  }
  return { runner, log }
}

interface Cancellation {
  readonly signal: AbortSignal
  /** Aborts where it is time. */
  look(): void
  /** ms, AWS's clock; infinity where time does not decide. */
  readonly at: number
  happened(): { readonly calls: number; readonly at: number } | undefined
}

function createCancellation(
  { cancelled }: History,
  { simulator, started, made }: { simulator: Simulator; started: number; made: () => number },
): Cancellation {
  const controller = new AbortController()
  const at =
    cancelled !== null && 'seconds' in cancelled ? started + cancelled.seconds * 1000 : Number.POSITIVE_INFINITY
  const most = cancelled !== null && 'calls' in cancelled ? cancelled.calls : Number.POSITIVE_INFINITY
  let happened: { calls: number; at: number } | undefined
  return {
    signal: controller.signal,
    at,
    look() {
      if (happened !== undefined || (simulator.clock.now() < at && made() < most)) return
      happened = { calls: made(), at: simulator.clock.now() }
      controller.abort()
    },
    happened: () => happened,
  }
}

/** Our clock: ahead of AWS's or behind it, faster or slower; a cancellation wakes it. */
function createClock({ clock: { ahead, drift } }: History, simulator: Simulator, cancellation: Cancellation): Clock {
  const { clock } = simulator
  const origin = clock.now()
  return {
    now: () => Math.round(clock.now() + ahead * 1000 + (clock.now() - origin) * drift),
    async sleep(ms, signal) {
      const length = ms / (1 + drift)
      const left = cancellation.at - clock.now()
      if (left > 0 && left <= length) {
        await clock.sleep(left, signal)
        cancellation.look()
        return clock.sleep(length - left, signal)
      }
      return clock.sleep(length, signal)
    },
  }
}

interface Witness {
  readonly writes: Write[]
  readonly looks: Sight[]
  readonly made: () => number
  calls(): readonly CallRecord[]
  attend<T>(request: { readonly headers: Readonly<Record<string, string>> }, act: () => Promise<T>): Promise<T>
}

/** Sees the truth beside every look and every write of ours. */
function createWitness(simulator: Simulator): Witness {
  const writes: Write[] = []
  const looks: Sight[] = []
  let made = 0

  async function attendWrite<T>(operation: string, act: () => Promise<T>): Promise<T> {
    const turn = made
    const before = see(simulator)
    const count = newest(simulator)
    try {
      return await act()
    } finally {
      const record = simulator.calls()[turn - 1]
      const lost = record?.fault === 'lost' && record.error?.startsWith('Error') === true
      const registered = operation === 'RegisterTaskDefinition' && newest(simulator) !== count
      writes.push({
        operation,
        input: record?.input ?? {},
        error: record?.error,
        lost,
        turn,
        before,
        after: see(simulator),
        registered: registered ? newest(simulator) : undefined,
      })
    }
  }

  return {
    writes,
    looks,
    made: () => made,
    calls: () => simulator.calls(),
    async attend(request, act) {
      made += 1
      const operation = request.headers['x-amz-target']?.split('.')[1] ?? ''
      if (changing.test(operation)) return attendWrite(operation, act)
      const answer = await act()
      if (operation === 'DescribeServices') looks.push(see(simulator))
      return answer
    },
  }
}

function newest(simulator: Simulator): string {
  const answer = simulator.ask('ecs', 'ListTaskDefinitions', { familyPrefix: 'api', sort: 'DESC', maxResults: 1 })
  return String(listOf(answer['taskDefinitionArns'])[0] ?? '')
}

/** The service as it is. */
export function see(simulator: Simulator): Sight {
  const at = simulator.clock.now()
  const answer = simulator.ask('ecs', 'DescribeServices', { cluster: 'demo', services: ['api'], include: ['TAGS'] })
  const [service] = (answer['services'] ?? []) as unknown as (Omit<Sight, 'at'> & JsonObject)[]
  if (service === undefined) return { at, status: 'MISSING', deployments: [], attributes: {} }
  const { status, deployments, desiredCount, deploymentConfiguration, tags, healthCheckGracePeriodSeconds } = service
  // What ECS fills in itself is no change.
  const { deploymentCircuitBreaker: breaker, alarms } = (deploymentConfiguration ?? {}) as Record<string, JsonObject>
  const { enable, rollback } = breaker ?? {}
  const attributes = { desiredCount, breaker: { enable, rollback }, alarms, tags, healthCheckGracePeriodSeconds }
  return { at, status, deployments, attributes: JSON.parse(JSON.stringify(attributes)) }
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}

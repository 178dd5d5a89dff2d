import { type History, historyOf } from '../__tests__/rollout/histories.ts'
import { type Life, live, openWorld, type Sight, see } from '../__tests__/rollout/life.ts'
import { resultOf } from '../__tests__/rollout/promises.ts'
import type { Fields } from '../simulator/call.ts'
import type { Simulator } from '../simulator/simulator.ts'

/** How a wait ended; times in ms from the update on. */
export interface Waited {
  readonly what: string
  /** When the end could be known: the last change of the world that decided it. */
  readonly knowable: number
  /** Outcome of the run. */
  readonly outcome: string
  /** How long after that the deployment was judged, at best and at worst: looks fall where they fall. */
  readonly late: { readonly best: number; readonly worst: number }
  /** Looks that may lie between the two. */
  readonly aim: number
  readonly stable: string
  readonly deployed: string
  readonly callsPerMinute: number
}

interface Case {
  readonly what: string
  readonly history: Parameters<typeof historyOf>[0]
  /** Tasks of ours that must have ended before the failure can be known, where no status tells it. */
  readonly deaths?: Deaths
}

/** A cause is complete when a task is STOPPED; that it failed is known when it begins to stop. */
interface Deaths {
  readonly count: number
  readonly since: 'stoppingAt' | 'stoppedAt'
}

const sameWay: Deaths = { count: 2, since: 'stoppedAt' }
const threshold: Deaths = { count: 3, since: 'stoppingAt' }

const interval = 5_000
const limit = 20 * 60_000
const step = 250

const breaker = { enable: true, rollback: true }
const bad = (fate: Fields): Fields => ({ match: { image: 'app:2' }, fate })
const absentImage = bad({ kind: 'cannot-start', reason: 'CannotPullContainerError: app:2: not found' })
const deniedImage = bad({
  kind: 'cannot-start',
  reason: 'CannotPullContainerError: pull image manifest has been retried 1 time(s): 403 Forbidden',
})
const absentSecret = bad({
  kind: 'initialization-error',
  reason:
    "ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: unable to retrieve secret from asm: ResourceNotFoundException: Secrets Manager can't find the specified secret.",
})
const crash = bad({ kind: 'exit', code: 1, after: 3 })
const unhealthy = bad({ kind: 'target-unhealthy', after: 10 })
const then = (operation: string, input: Fields, seconds: number): Fields => ({
  when: { after: { operation: 'UpdateService', seconds } },
  operation,
  input,
})
const service = { cluster: 'demo', service: 'api' }
const running = { $of: 'demo/api', serviceDeploymentArn: '$serviceDeployment' }
const alarms = { alarmNames: ['errors'], enable: true, rollback: true }
const firing = { name: 'errors', fires: { after: { operation: 'UpdateService', seconds: 50 } } }

const cases: readonly Case[] = [
  {
    what: 'image absent, breaker',
    history: { scenario: { tasks: [absentImage] }, service: { breaker } },
    deaths: sameWay,
  },
  { what: 'image absent, no breaker', history: { scenario: { tasks: [absentImage] } }, deaths: sameWay },
  { what: 'image refused, no breaker', history: { scenario: { tasks: [deniedImage] } }, deaths: sameWay },
  { what: 'secret absent, no breaker', history: { scenario: { tasks: [absentSecret] } }, deaths: sameWay },
  { what: 'crash loop, breaker', history: { scenario: { tasks: [crash] }, service: { breaker } } },
  { what: 'crash loop, no breaker', history: { scenario: { tasks: [crash] } }, deaths: threshold },
  {
    what: 'unhealthy target, breaker',
    history: { scenario: { tasks: [unhealthy] }, service: { breaker, balanced: true } },
  },
  {
    what: 'alarm fires',
    history: { scenario: { alarms: [firing] }, service: { alarms } },
  },
  {
    what: 'stopped by a person',
    history: { scenario: { actors: [then('StopServiceDeployment', running, 30)] } },
  },
  {
    what: 'superseded by another',
    history: { scenario: { actors: [then('UpdateService', { ...service, taskDefinition: 'api:1' }, 25)] } },
  },
  {
    what: 'service deleted meanwhile',
    history: { scenario: { actors: [then('DeleteService', { ...service, force: true }, 25)] } },
  },
  { what: 'success', history: {} },
  { what: 'success, draining 60 s', history: { service: { balanced: true }, draining: 60 } },
  { what: 'success, slow start', history: { scenario: { tasks: [bad({ kind: 'healthy', after: 150 })] } } },
  { what: 'success, first deployment', history: { before: null } },
  {
    what: 'success, two starts fail',
    history: { scenario: { tasks: [{ ...crash, match: { image: 'app:2', firstAttempts: 2 } }] }, service: { breaker } },
  },
]

/** How long each wait took, by the clock of the simulator: exact, and the same every time. */
export async function measureWaiting(): Promise<readonly Waited[]> {
  const waits: Waited[] = []
  for (const one of cases) waits.push(await measure(one))
  return waits
}

/** Seconds by which the first look comes later: then all others do, against the rhythm of ECS. */
const phases = [0, 1, 2, 3, 4]

async function measure(one: Case): Promise<Waited> {
  const runs: Run[] = []
  for (const phase of phases) runs.push(await run(one, phase))
  const [first] = runs
  if (first === undefined) throw new Error('No phase was measured.')
  const watched = watchAlone(first.life, historyOf(one.history), one.deaths)
  const late = runs.map(({ judged }) => judged - watched.knowable)
  const { outcome } = resultOf(first.life)
  return {
    what: one.what,
    knowable: watched.knowable,
    outcome,
    late: { best: Math.min(...late), worst: Math.max(...late) },
    aim: outcome === 'succeeded' ? 1 : 2,
    stable: watched.stable,
    deployed: watched.deployed,
    callsPerMinute: Math.max(...runs.map(({ calls, judged }) => calls / (judged / 60_000))),
  }
}

interface Run {
  readonly life: Life
  /** ms from the update on. */
  readonly judged: number
  readonly calls: number
}

async function run({ what, history: differences }: Case, phase: number): Promise<Run> {
  const slow = { operation: 'ecs:ListServiceDeployments', kind: 'slow', times: 1, seconds: phase }
  const faults = phase === 0 ? [] : [slow]
  const life = await live(historyOf({ ...differences, scenario: { ...differences?.scenario, faults } }))
  const update = life.writes.find(({ operation }) => /^(Create|Update)Service$/.test(operation))
  if (update === undefined) throw new Error(`${what}: nothing was updated: ${resultOf(life).sentence}`)
  const began = update.before.at
  const judged = judgedAt(life) - began
  return { life, judged, calls: life.calls.filter(({ at }) => at >= began && at - began <= judged).length }
}

/** The first look that was not "goes on", else the end. */
function judgedAt({ report }: Life): number {
  const events = report.projects.flatMap((project) => project.events)
  const judged = events.find((event) => event.kind === 'progress' && event.verdict.kind !== 'progressing')
  return judged?.at ?? report.endedAt
}

interface Watched {
  readonly knowable: number
  readonly stable: string
  readonly deployed: string
}

/** The same update in a world of its own, where nobody interferes; and what others who wait there would say. */
function watchAlone(life: Life, history: History, deaths: Deaths | undefined): Watched {
  const world = openWorld(history)
  const before = world.clock.now()
  for (const { operation, input } of life.writes) {
    world.ask('ecs', operation, input)
    if (/Service$/.test(operation)) break
  }
  const target = see(world).deployments[0]?.taskDefinition ?? ''
  const stable = createStableWaiter(target)
  const deployed = createDeployedWaiter(world, target)
  const ended = createEndFinder(world, { target, deaths })
  for (let at = before; at <= before + limit; at += step) {
    world.advanceTo(at)
    const sight = see(world)
    ended.look(sight)
    stable.look(sight, at - before)
    deployed.look(sight, at - before)
    if (stable.said() !== '' && deployed.said() !== '' && ended.at() !== undefined) break
  }
  return { knowable: (ended.at() ?? Number.NaN) - before, stable: stable.said(), deployed: deployed.said() }
}

/** When the end of the deployment could be known: by its status, or by the deaths of its tasks. */
function createEndFinder(world: Simulator, { target, deaths }: { target: string; deaths: Deaths | undefined }) {
  let at: number | undefined
  const first = see(world).deployments[0]?.id
  return {
    at: () => at,
    look(sight: Sight) {
      if (at !== undefined) return
      const primary = sight.deployments.find(({ status }) => status === 'PRIMARY')
      const ours = sight.deployments.find(({ id }) => id === first)
      const done = primary?.id === first && ours?.rolloutState === 'COMPLETED'
      const over = sight.status !== 'ACTIVE' || primary?.id !== first || ours?.rolloutState === 'FAILED'
      if (done || over || isStopping(world)) at = sight.at
      else if (deaths !== undefined) at = deathOf(world, target, deaths)
    },
  }
}

function isStopping(world: Simulator): boolean {
  return /STOP|ROLLBACK/.test(currentStatus(world))
}

function currentStatus(world: Simulator): string {
  const answer = world.ask('ecs', 'ListServiceDeployments', { cluster: 'demo', service: 'api' })
  const [newest] = fieldsOf(answer['serviceDeployments'])
  return String(newest?.['status'] ?? '')
}

/** When so many tasks of the target had ended. */
function deathOf(world: Simulator, target: string, { count: nth, since }: Deaths): number | undefined {
  const input = { cluster: 'demo', serviceName: 'api', desiredStatus: 'STOPPED' }
  const { taskArns } = world.ask('ecs', 'ListTasks', input)
  if (!Array.isArray(taskArns) || taskArns.length < nth) return undefined
  const tasks = fieldsOf(world.ask('ecs', 'DescribeTasks', { cluster: 'demo', tasks: taskArns })['tasks'])
  const ended = tasks.filter((task) => task['taskDefinitionArn'] === target)
  const times = ended.map((task) => Number(task[since] ?? Number.POSITIVE_INFINITY) * 1000).toSorted((a, b) => a - b)
  const at = times[nth - 1]
  return Number.isFinite(at) ? at : undefined
}

interface Waiter {
  /** `after`: ms from the update on. */
  look(sight: Sight, after: number): void
  said(): string
}

/** As `aws ecs wait services-stable`: a look every 15 s, 40 at most; content with one deployment that runs its count. */
function createStableWaiter(target: string): Waiter {
  let said = ''
  return {
    said: () => said,
    look(sight, after) {
      if (said !== '' || after % 15_000 !== 0) return
      const [only, ...others] = sight.deployments
      const content = only !== undefined && others.length === 0 && only.runningCount === only.desiredCount
      if (sight.status !== 'ACTIVE') said = `failed ${minutes(after)}`
      else if (content) said = `${verdictOf(sight, target)} ${minutes(after)}`
      else if (after >= 39 * 15_000) said = `gave up ${minutes(after)}`
    },
  }
}

/**
 * Follows the service deployment that is under way, a look every 15 s; content with none, and with one that ended where
 * the target is PRIMARY (specification B9 and B11).
 */
function createDeployedWaiter(world: Simulator, target: string): Waiter {
  let said = ''
  let arn: string | undefined
  let foundAt = 0
  function find(after: number, sight: Sight): void {
    const running = { cluster: 'demo', service: 'api', status: ['IN_PROGRESS'] }
    arn = textOf(
      fieldsOf(world.ask('ecs', 'ListServiceDeployments', running)['serviceDeployments'])[0],
      'serviceDeploymentArn',
    )
    foundAt = after
    if (arn === undefined && after >= 9_000) said = `${verdictOf(sight, target)} ${minutes(after)}`
  }
  return {
    said: () => said,
    look(sight, after) {
      if (said !== '') return
      if (arn === undefined && after % 3_000 === 0) find(after, sight)
      if (arn === undefined || (after - foundAt) % 15_000 !== 0) return
      const answer = world.ask('ecs', 'DescribeServiceDeployments', { serviceDeploymentArns: [arn] })
      const status = textOf(fieldsOf(answer['serviceDeployments'])[0], 'status') ?? ''
      const confirmed = sight.deployments[0]?.taskDefinition === target
      if (status === 'SUCCESSFUL' || status === 'ROLLBACK_SUCCESSFUL')
        said = `${confirmed ? verdictOf(sight, target) : 'failed'} ${minutes(after)}`
      else if (/^(STOPPED|ROLLBACK_FAILED|STOP_REQUESTED)$/.test(status)) said = `failed ${minutes(after)}`
      else if (after >= 600_000) said = `gave up ${minutes(after)}`
    },
  }
}

/** A success; a wrong one, because another task definition runs; or one before ECS had completed the deployment. */
function verdictOf({ deployments }: Sight, target: string): string {
  const [primary] = deployments
  if (primary?.taskDefinition !== target) return 'wrong: success'
  return primary.rolloutState === 'COMPLETED' ? 'success' : 'too early: success'
}

function fieldsOf(value: unknown): readonly Fields[] {
  return Array.isArray(value) ? value : []
}

function textOf(fields: Fields | undefined, key: string): string | undefined {
  const value = fields?.[key]
  return typeof value === 'string' ? value : undefined
}

/** `1:05` */
function minutes(ms: number): string {
  const seconds = Math.round(ms / 1000)
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}

/** The waits as a table: a line each. */
export function renderWaits(waits: readonly Waited[]): readonly string[] {
  const head = [
    'waiting for',
    'knowable',
    'outcome',
    'verdict after',
    'aim',
    'services-stable',
    'deployed, 15 s',
    'calls/min',
  ]
  const rows = waits.map(renderWait)
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)))
  return [head, ...rows].map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  )
}

function renderWait(waited: Waited): readonly string[] {
  const { best, worst } = waited.late
  const most = waited.aim * interval
  return [
    waited.what,
    minutes(waited.knowable),
    waited.outcome,
    `${seconds(best)}-${seconds(worst)} s${worst > most ? ' missed' : ''}`,
    `≤ ${most / 1000} s`,
    waited.stable,
    waited.deployed,
    waited.callsPerMinute.toFixed(0),
  ]
}

function seconds(ms: number): string {
  return (ms / 1000).toFixed(1)
}

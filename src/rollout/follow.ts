import { type Deaths, noDeaths } from '../model/deaths.ts'
import type { Service } from '../model/ecs.ts'
import type { Emit } from '../model/event.ts'
import type { Clock, EcsPort } from '../model/ports.ts'
import type { Verdict } from '../model/verdict.ts'
import { assess } from './assess.ts'
import { assessFailures, forgives, hasBreaker } from './breaker.ts'
import {
  findOurs,
  isInHand,
  measureProgress,
  type Observation,
  type Observer,
  observe,
  readCounter,
} from './observation.ts'
import type { Started } from './started.ts'
import { extendToll, noToll } from './toll.ts'
import { extendTrend, hasLost, noTrend, type Trend } from './trend.ts'
import { isDraining, type Surroundings } from './waiting.ts'
import { isTerminal, type WatchEnd, watch } from './watch.ts'

/** What following needs from outside. Times in ms. */
export interface FollowTools {
  readonly ecs: EcsPort
  readonly clock: Clock
  readonly emit: Emit
  readonly interval: number
  readonly signal: AbortSignal
  /**
   * Reads what will fade (stopped tasks) as long as the deployment runs, and answers what it tells; `service` as it was
   * just seen. Never throws.
   */
  collect(service: Service | undefined): Promise<Deaths>
  /** Whether containers of the deployment have health checks of their own. */
  readonly containerCheck?: boolean
  /** Seconds that connections of a task that goes may last; undefined where nothing tells. Never throws. */
  readDrainDelay?(service: Service): Promise<number | undefined>
  /** Whether a deployment that ECS will roll back by itself is left to it: nobody else is to act. */
  readonly leavesToEcs?: boolean
}

/** A deployment being followed; may be followed on after a verdict, to see a rollback land. */
export interface Follower {
  /** Until `isOver` or `deadline` (ms since the epoch). */
  follow(deadline: number, isOver?: (verdict: Verdict) => boolean): Promise<WatchEnd>
  /** To be told when we have asked ECS to roll the deployment back. */
  recall(): void
  readonly trend: () => Trend
  readonly latest: () => Observation | undefined
}

// ECS counts no task that runs and then ends by itself; where its breaker is off, nobody else does.
const collectIntervals = { breaker: 30_000, none: 10_000 }

/** Follows one started deployment. */
export function createFollower(started: Started, tools: FollowTools): Follower {
  const observer = observe(tools.ecs, started)
  const tellEvents = createEventTeller(started, tools.emit)
  const tellBlindness = createBlindnessTeller(observer, tools.emit)
  const judge = createAssessor(started, tools)
  const countDeaths = createDeathCounter(tools)
  const beganAt = tools.clock.now()
  let trend = noTrend
  let latest: Observation | undefined
  let deaths = noDeaths
  let toll = noToll

  async function look() {
    const observation = await observer.look()
    latest = observation
    const { service } = observation
    const counted = measureProgress(observation, started)
    const assessed = await judge(observation)
    // A success is said of what runs now: nothing more is read that could take long.
    if (assessed.kind !== 'succeeded') deaths = await countDeaths(service, hasLost(trend, counted))
    toll = extendToll(toll, { counter: readCounter(observation, started), deaths }, forgives(service))
    const progress = { ...counted, failed: Math.max(counted.failed, deaths.count) }
    const failures = { progress, toll, service, leavesToEcs: tools.leavesToEcs === true }
    const verdict = isInHand(observation, started) ? assessFailures(assessed, failures) : assessed
    trend = extendTrend(trend, progress, tools.clock.now())
    tellBlindness()
    tellEvents(service)
    return { verdict, progress }
  }

  return {
    follow(deadline, isOver = isTerminal) {
      const { clock, interval, signal, emit } = tools
      const onLook = ({ verdict, progress }: Awaited<ReturnType<typeof look>>) =>
        emit({ kind: 'progress', progress, verdict, elapsed: clock.now() - beganAt })
      return watch(look, { clock, interval, deadline, signal, onLook }, isOver)
    },
    recall: observer.recall,
    trend: () => trend,
    latest: () => latest,
  }
}

/** Stopped tasks are read when one was lost, while one comes to rest, and now and then for those that ECS does not count. */
function createDeathCounter({ clock, collect }: FollowTools) {
  let deaths = noDeaths
  let collectedAt = Number.NEGATIVE_INFINITY
  return async (service: Service | undefined, urgent: boolean): Promise<Deaths> => {
    const now = clock.now()
    const interval = hasBreaker(service) && !deaths.unsettled ? collectIntervals.breaker : collectIntervals.none
    if (!urgent && now - collectedAt < interval) return deaths
    collectedAt = now
    deaths = await collect(service)
    return deaths
  }
}

/** Assesses looks; how long connections drain is read once, when that is what is waited for. */
function createAssessor(started: Started, tools: FollowTools): (observation: Observation) => Promise<Verdict> {
  let surroundings: Surroundings = { containerCheck: tools.containerCheck === true, drainDelay: undefined }
  let asked = false
  return async (observation) => {
    const { service } = observation
    const ours = findOurs(observation, started)
    const verdict = assess(observation, started, surroundings)
    const waits = verdict.kind === 'progressing' && service !== undefined && ours !== undefined
    if (asked || !waits || !isDraining({ service, ours, since: started.eventsSince })) return verdict
    asked = true
    surroundings = { ...surroundings, drainDelay: await tools.readDrainDelay?.(service) }
    return assess(observation, started, surroundings)
  }
}

/** Tells each service event once, oldest first, from the start of our deployment on (AWS times with AWS times). */
function createEventTeller(started: Started, emit: Emit): (service: Service | undefined) => void {
  const told = new Set<string>()
  return (service) => {
    for (const event of (service?.events ?? []).toReversed()) {
      const createdAt = event.createdAt?.getTime() ?? 0
      const id = event.id ?? ''
      if (createdAt <= started.eventsSince || told.has(id)) continue
      told.add(id)
      emit({ kind: 'service-event', message: event.message ?? '', createdAt })
    }
  }
}

function createBlindnessTeller(observer: Observer, emit: Emit): () => void {
  let told = false
  return () => {
    const text = observer.blindness()
    if (text === undefined || told) return
    told = true
    emit({ kind: 'note', level: 'warning', text })
  }
}

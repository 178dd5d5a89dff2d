import type { Deployment, Task } from './model.ts'

/** What the service scheduler sees when it looks. */
export interface Sight {
  readonly primary: Deployment
  readonly desired: number
  /** Percent of the desired count. */
  readonly minimum: number
  readonly maximum: number
  /** The service's tasks that have not stopped. */
  readonly tasks: readonly Task[]
}

/** What it does about it. */
export interface Step {
  readonly start: number
  readonly stop: readonly Task[]
  /** The percentages allow neither starting nor stopping a task. */
  readonly blocked: boolean
}

/**
 * One step of a rolling replacement: fill up to maximumPercent (rounded down), stop what the new tasks have made
 * superfluous, and make room where there is none without going below minimumHealthyPercent (rounded up).
 */
export function planStep(sight: Sight): Step {
  const live = sight.tasks.filter(({ desiredStatus }) => desiredStatus === 'RUNNING')
  const mine = live.filter(({ order }) => order.deployment === sight.primary)
  const others = live.filter(({ order }) => order.deployment !== sight.primary)
  if (sight.desired === 0) return { start: 0, stop: live, blocked: false }
  const surplus = leastWorthy(mine).slice(0, Math.max(0, mine.length - sight.desired))
  const ceiling = Math.floor((sight.desired * sight.maximum) / 100)
  if (sight.primary.rolloutState === 'FAILED') {
    const tooMany = Math.max(0, live.length - surplus.length - ceiling)
    return { start: 0, stop: [...surplus, ...leastWorthy(others).slice(0, tooMany)], blocked: false }
  }
  const missing = Math.max(0, sight.desired - mine.length)
  const start = Math.max(0, Math.min(missing, ceiling - live.length))
  const replaced = replaceable(sight, others, { room: missing - start, healthy: healthyIn(live) - healthyIn(surplus) })
  return {
    start,
    stop: [...surplus, ...replaced],
    blocked:
      missing > start &&
      start === 0 &&
      replaced.length === 0 &&
      mine.every(({ healthy }) => healthy) &&
      !leaving(sight),
  }
}

/** Tasks that are not healthy go at once; of the healthy ones as many as the minimum allows, or all that are too many. */
function replaceable(sight: Sight, others: readonly Task[], now: { room: number; healthy: number }): Task[] {
  const ailing = others.filter(({ healthy }) => !healthy)
  const sound = others.filter(({ healthy }) => healthy)
  const floor = Math.ceil((sight.desired * sight.minimum) / 100)
  const needed = Math.max(0, now.room - ailing.length)
  const allowed = needed > 0 ? Math.min(needed, now.healthy - floor) : 0
  const superfluous = now.healthy - sight.desired
  return [...ailing, ...sound.slice(0, Math.max(0, allowed, Math.min(superfluous, now.healthy - floor)))]
}

/** Tasks on their way out make room soon: no reason to call the service blocked. */
function leaving({ tasks }: Sight): boolean {
  return tasks.some(({ desiredStatus }) => desiredStatus === 'STOPPED')
}

function healthyIn(tasks: readonly Task[]): number {
  return tasks.filter(({ healthy }) => healthy).length
}

/** Tasks that serve nobody yet go before those that do, young ones before old ones. */
function leastWorthy(tasks: readonly Task[]): Task[] {
  return tasks.toSorted((a, b) => Number(a.healthy) - Number(b.healthy) || b.createdAt - a.createdAt)
}

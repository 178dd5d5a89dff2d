import type { Deaths } from '../model/deaths.ts'

/** Failures counted so far. */
interface Count {
  /** Counted by ECS, over all its beginnings anew. */
  readonly ecs: number
  readonly deaths: number
  readonly exits: number
}

/** How many tasks of a deployment failed, over all looks. */
export interface Toll extends Count {
  readonly cause: Deaths['cause']
  /** The counter of ECS at the last look. */
  readonly counter: number
  /** What was forgiven when ECS saw a healthy task and began anew. */
  readonly forgiven: Count
}

const none: Count = { ecs: 0, deaths: 0, exits: 0 }

/** Before the first look. */
export const noToll: Toll = { ...none, cause: undefined, counter: 0, forgiven: none }

/**
 * The toll after another look: `counter` as ECS shows it, which falls when a task becomes healthy; then all that failed
 * before is forgiven, unless the service says otherwise (`forgives`).
 */
export function extendToll(
  toll: Toll,
  look: { readonly counter: number; readonly deaths: Deaths },
  forgives: boolean,
): Toll {
  const { counter, deaths } = look
  const count = { ecs: toll.ecs + Math.max(0, counter - toll.counter), deaths: deaths.count, exits: deaths.exits }
  const forgiven = forgives && counter < toll.counter ? count : toll.forgiven
  return { ...count, cause: deaths.cause, counter, forgiven }
}

/** What failed and was not forgiven. */
export function standing(toll: Toll): Count {
  const { forgiven } = toll
  return {
    ecs: toll.ecs - forgiven.ecs,
    deaths: toll.deaths - forgiven.deaths,
    exits: toll.exits - forgiven.exits,
  }
}

/** How a command on a project ended (interface, "Outputs"), worst first. */
export const outcomes = [
  'rollback-failed',
  'failed',
  'timed-out',
  'rolled-back',
  'superseded',
  'cancelled',
  'awaiting-approval',
  'started',
  'succeeded',
  'dry-run',
  'unchanged',
  'skipped',
] as const

/** How a command on a project ended. */
export type Outcome = (typeof outcomes)[number]

const failing: ReadonlySet<Outcome> = new Set<Outcome>([
  'rollback-failed',
  'failed',
  'timed-out',
  'rolled-back',
  'superseded',
  'cancelled',
])

/** Whether the step fails with this outcome. */
export function isFailure(outcome: Outcome): boolean {
  return failing.has(outcome)
}

/** The worst of several outcomes; `skipped` of none. */
export function worstOutcome(all: readonly Outcome[]): Outcome {
  return outcomes.find((outcome) => all.includes(outcome)) ?? 'skipped'
}

/** Who ended or turned a deployment. */
export type Agent = 'circuit-breaker' | 'alarm' | 'hook' | 'person' | 'tasks' | 'service'

/**
 * What is to be said of a deployment now: one of a closed set, with a sentence fit to print. `why` is the part of the
 * sentence that says how it failed, without what ECS does about it.
 */
export type Verdict =
  | { readonly kind: 'progressing'; readonly sentence: string }
  | { readonly kind: 'succeeded'; readonly sentence: string }
  | { readonly kind: 'failed'; readonly by: Agent; readonly sentence: string }
  | { readonly kind: 'rolling-back'; readonly by: Agent; readonly sentence: string; readonly why: string }
  | {
      readonly kind: 'rolled-back'
      readonly by: Agent
      readonly sentence: string
      readonly why: string
      /** ARN of the task definition that runs again. */
      readonly to: string
    }
  | { readonly kind: 'rollback-failed'; readonly by: Agent; readonly sentence: string; readonly why: string }
  | { readonly kind: 'superseded'; readonly sentence: string }

/** The counts of a deployment at one look. */
export interface Progress {
  /** Short name of the task definition: `api:43`. */
  readonly revision: string
  readonly desired: number
  readonly running: number
  readonly pending: number
  readonly failed: number
}

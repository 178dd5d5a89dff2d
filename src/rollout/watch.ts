import { AwsError } from '../errors.ts'
import type { Clock } from '../model/ports.ts'
import type { Progress, Verdict } from '../model/verdict.ts'
import { isPassing } from './observation.ts'

/** One look, judged. */
export interface Judged {
  readonly verdict: Verdict
  readonly progress: Progress
}

/** How a watch ended. */
export type WatchEnd =
  | { readonly kind: 'verdict'; readonly verdict: Verdict }
  /** The deadline came first; `last` is the last look that succeeded. */
  | { readonly kind: 'deadline'; readonly last: Judged | undefined }
  /** AWS does not let us look any more: credentials expired, permission refused. */
  | { readonly kind: 'blind'; readonly error: AwsError; readonly last: Judged | undefined }
  | { readonly kind: 'cancelled'; readonly last: Judged | undefined }

/** How to watch. Times in ms. */
export interface Watching {
  readonly clock: Clock
  readonly interval: number
  /** ms since the epoch; infinity for no limit. */
  readonly deadline: number
  readonly signal: AbortSignal
  /** Called after each look. */
  onLook(judged: Judged): void
}

const goesOn: ReadonlySet<Verdict['kind']> = new Set<Verdict['kind']>(['progressing'])

/** Looks until `isOver`, the deadline, a refusal or the signal; knows nothing of what it looks at. */
export async function watch(look: () => Promise<Judged>, watching: Watching, isOver = isTerminal): Promise<WatchEnd> {
  let last: Judged | undefined
  for (;;) {
    if (watching.signal.aborted) return { kind: 'cancelled', last }
    const seen = await tryLook(look)
    if (seen instanceof AwsError) return { kind: 'blind', error: seen, last }
    if (seen !== undefined) {
      last = seen
      watching.onLook(seen)
      if (isOver(seen.verdict)) return { kind: 'verdict', verdict: seen.verdict }
    }
    const remaining = watching.deadline - watching.clock.now()
    if (remaining <= 0) return { kind: 'deadline', last }
    await pause(watching, Math.min(watching.interval, remaining))
  }
}

/** Whether our own deployment has come to its end, or ECS has begun to undo it. */
export function isTerminal(verdict: Verdict): boolean {
  return !goesOn.has(verdict.kind)
}

/** A throttled or broken look is no news; a refusal ends the looking. */
async function tryLook(look: () => Promise<Judged>): Promise<Judged | AwsError | undefined> {
  try {
    return await look()
  } catch (error) {
    if (!(error instanceof AwsError)) throw error
    return isPassing(error) ? undefined : error
  }
}

async function pause({ clock, signal }: Watching, ms: number): Promise<void> {
  try {
    await clock.sleep(ms, signal)
  } catch (error) {
    if (!signal.aborted) throw error
  }
}

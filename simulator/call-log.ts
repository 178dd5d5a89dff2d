import type { Fields } from './call.ts'
import type { Fault } from './scenario.ts'

/** A call that was made from outside, as tests read it; secrets stand in it as they came. */
export interface CallRecord {
  /** Milliseconds since the epoch, when it came in. */
  readonly at: number
  /** `ecs`, …, or `github`. */
  readonly service: string
  readonly operation: string
  readonly input: Fields
  readonly region?: string
  readonly account?: string
  readonly principal?: string
  /** The fault that it met. */
  readonly fault?: Fault['kind']
  /** The code of the refusal in which it ended. */
  error?: string
}

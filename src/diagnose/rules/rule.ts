import type { EvidenceSource } from '../../model/diagnosis.ts'
import type { Facts } from '../facts.ts'

/**
 * How much a recognised line says (taxonomy, sections 1 and 2). `weak` is a cause that leaves the reason open
 * (`exit code 1`): any other cause of the same stage beats it.
 */
type Rank = 'cause' | 'weak' | 'symptom' | 'info'

/** A text all of whose parts match; with the operation, the exit code or the source where the text alone cannot decide. */
export interface Pattern {
  readonly all?: readonly RegExp[]
  readonly operation?: RegExp
  readonly exits?: (code: number) => boolean
  readonly from?: readonly EvidenceSource[]
}

/** One kind of failure: how it is recognised and what is to be said about it. */
export interface Rule {
  /** `category/subcategory` of the taxonomy. */
  readonly label: string
  readonly rank: Rank
  /** Where it applies; absent: everywhere but in the application's own log. */
  readonly from?: readonly EvidenceSource[]
  /** Texts that decide. */
  readonly when: readonly (RegExp | Pattern)[]
  /** Texts that decide when no rule's `when` did: bare exception names, wrappers without a core. */
  readonly otherwise?: readonly (RegExp | Pattern)[]
  /** One sentence with the concrete names, without a full stop. */
  readonly reason: (facts: Facts) => string
  /** What to do, one sentence. */
  readonly hint: string
  /** Further things to look at, most useful first. */
  readonly next: readonly string[]
  /** Whether the same run may succeed later. */
  readonly retryable: boolean
}

/** What ECS itself says about a task, as opposed to what a tool or an API call says. */
export const fromTasks = ['containerReason', 'stoppedReason', 'event', 'rollout', 'exitCode'] as const

/** What the deployer's own calls and tools say. */
export const fromCaller = ['apiError', 'cli'] as const

/** Words with which AWS refuses an action. */
export const denied =
  /AccessDenied|not authorized|UnauthorizedOperation|explicit deny|denied: User|missing the following permissions|lacks? (?:the )?permission|(?:does not|doesn't) have (?:the )?(?:required |sufficient )?permission|no permissions? to/i

/** Words with which a connection that was never made is reported. */
export const unreachable =
  /i\/o timeout|Check your (?:task |host )?network con|dial (?:tcp|udp)|request cancel(?:l)?ed|context deadline exceeded|context cancell?ed|StatusCode: 0\b|connection (?:issue|refused|reset|timed out|problem)|Client\.Timeout|TLS handshake timeout|network is unreachable|no route to host|Could not reach any|Connect ?timeout|ConnectTimeoutError|\bECONN(?:REFUSED|RESET)\b|\bETIMEDOUT\b|RequestError: send request failed|(?:request|connection) (?:has )?timed? ?out|timed out (?:while )?(?:connecting|waiting for)|failed to (?:connect|do request)|signal: killed|unable to (?:connect|reach)|(?:can't|cannot|could not|couldn't) (?:connect|reach)|failed due to timeout|unexpected EOF$|: EOF$/i

/** `image nginx:1`, or `the image` where nothing names it. */
export function the(noun: string, name: string | number | undefined): string {
  return name === undefined || name === '' ? `the ${noun}` : `${noun} ${name}`
}

/** `role deploy`, or the role that pulls images and reads secrets where nothing names one. */
export function whose(role: string | undefined): string {
  return role === undefined ? 'the execution role' : `role ${role}`
}

import type { Location } from './location.ts'

/** Where a line of evidence comes from (taxonomy, section 2). */
export type EvidenceSource =
  | 'apiError'
  | 'containerReason'
  | 'stoppedReason'
  | 'exitCode'
  | 'health'
  | 'event'
  | 'rollout'
  | 'codedeploy'
  | 'log'
  | 'cli'

/** One thing that somebody said about the failure. */
export interface Evidence {
  readonly source: EvidenceSource
  readonly message: string
  /** Exception name: `AccessDeniedException`, `CannotPullContainerError`. */
  readonly errorName?: string
  /** `RegisterTaskDefinition` */
  readonly operation?: string
  readonly stopCode?: string
  readonly exitCode?: number
  readonly container?: string
  /** Id of the task. */
  readonly task?: string
  /** ms since the epoch, by AWS's clock. */
  readonly at?: number
}

/** The end of a failed container's log. */
export interface LogExcerpt {
  readonly container: string
  readonly task: string
  readonly group: string
  readonly stream: string
  readonly lines: readonly string[]
}

/** Everything that was collected about a failure, and what could not be. */
export interface Dossier {
  readonly evidence: readonly Evidence[]
  readonly logs: readonly LogExcerpt[]
  /** What could not be read and why: `logs of app: no permission for logs:GetLogEvents`. */
  readonly notes: readonly string[]
}

/** Why it did not work. */
export interface Diagnosis {
  /** `category/subcategory` of spec taxonomy. */
  readonly label: string
  /** One sentence, fit for a chat message. */
  readonly reason: string
  /** What to do, one sentence in our words. */
  readonly hint: string
  /** Further things to look at, most useful first; may hold commands in backticks. */
  readonly next: readonly string[]
  /** Whether the same run may succeed later. */
  readonly retryable: boolean
  /** The evidence that decided, first; then what supports it. */
  readonly evidence: readonly Evidence[]
  readonly logs: readonly LogExcerpt[]
  readonly notes: readonly string[]
  /** How many tasks died of it. */
  readonly tasks: number
  /** The definition's line that is at fault. */
  readonly location?: Location
}

/** One result of `verify`. */
export interface Finding {
  /** Name of the check: `image`. */
  readonly check: string
  /** What was checked: `app (nginx:1)`. */
  readonly subject: string
  readonly status: 'ok' | 'failed' | 'warning' | 'skipped'
  readonly message: string
  readonly hint?: string
  readonly location?: Location
}

import type { ProjectComparison } from './comparison.ts'
import type { Diagnosis, Finding, LogExcerpt } from './diagnosis.ts'
import type { RunEvent } from './event.ts'
import type { Outcome } from './verdict.ts'

/** Where a rollback goes, or why it cannot. */
export type RollbackTarget =
  | {
      readonly kind: 'target'
      /** ARN */
      readonly taskDefinition: string
      /** ARN of the service revision, where it can be read. */
      readonly serviceRevision?: string
    }
  | { readonly kind: 'none'; readonly reason: string }

/** How a rollback ended. */
export interface RollbackResult {
  readonly by: 'us' | 'ecs'
  readonly target: RollbackTarget
  /** Of the deployment that went back, where we opened one. */
  readonly deploymentId?: string
  readonly ended: 'rolled-back' | 'failed' | 'timed-out' | 'elsewhere' | 'not-possible' | 'cancelled'
  readonly sentence: string
}

/** What a printing command printed. */
export interface PrintedDocument {
  readonly title: string
  readonly language: 'json' | 'yaml' | 'diff' | 'text'
  readonly text: string
}

/** What one command did on one project. */
export interface CommandResult {
  readonly outcome: Outcome
  /** The verdict, one sentence. */
  readonly sentence: string
  /** `category/subcategory` where it failed. */
  readonly category?: string
  readonly retryable?: boolean
  readonly changed?: boolean
  readonly comparison?: ProjectComparison
  /** ARNs of task definitions: what runs at the end, what ran at the beginning, what failed. */
  readonly running?: string
  readonly previous?: string
  readonly failed?: string
  readonly deploymentId?: string
  readonly diagnosis?: Diagnosis
  readonly rollback?: RollbackResult
  readonly findings?: readonly Finding[]
  readonly document?: PrintedDocument
  /** Of `run`. */
  readonly exitCode?: number
  readonly taskArn?: string
  /** The last lines of the logs that were followed. */
  readonly logs?: readonly LogExcerpt[]
  /** The hook that pauses the deployment; `expiresAt` in ms since the epoch. */
  readonly hook?: { readonly id: string; readonly expiresAt?: number }
  /** What stays behind: a failed revision, a half-done update, with the command that removes it. */
  readonly leftovers?: readonly string[]
}

/** A command line and what it did. */
export interface CommandReport {
  /** `deploy` */
  readonly command: string
  /** As written: `deploy --tasks 4`. */
  readonly line: string
  readonly result: CommandResult
}

/** What a run did to a project. */
export interface ProjectReport {
  /** Path of the config, relative to the repository. */
  readonly config: string
  readonly region: string
  /** Empty until an ARN told it. */
  readonly account: string
  readonly cluster: string
  /** Empty for a project without a service. */
  readonly service: string
  readonly commands: readonly CommandReport[]
  /** In order of time. */
  readonly events: readonly RunEvent[]
}

/** The worst of a project's commands decides; the last one where all are equal. */
export interface RunReport {
  readonly version: string
  readonly outcome: Outcome
  /** ms since the epoch. */
  readonly startedAt: number
  readonly endedAt: number
  readonly projects: readonly ProjectReport[]
}

import type { Json, JsonObject } from './json.ts'

/** One difference between what runs and what the files say. */
export interface Change {
  /** `containerDefinitions[app].image`: list items that have a name are called by it. */
  readonly path: string
  /** Absent: added. */
  readonly before?: Json
  /** Absent: removed. */
  readonly after?: Json
}

/** Two documents side by side, both normalised (specification 4.4, 5.11). */
export interface DocumentComparison {
  readonly subject: 'service' | 'taskDefinition'
  /** ARN of what runs; empty where nothing does. */
  readonly remoteName: string
  /** Path of the definition file. */
  readonly localName: string
  readonly before?: JsonObject
  readonly after: JsonObject
  /** Empty: nothing differs. */
  readonly changes: readonly Change[]
}

/** How differences are shown. */
export interface DiffStyle {
  readonly language: 'json' | 'jsonnet'
  /** The changed lines with those around them, all lines, or none: a program of the user's shows them. */
  readonly lines: 'changed' | 'all' | 'none'
}

/** What a deploy of a project would change. */
export interface ProjectComparison {
  readonly service?: DocumentComparison
  readonly taskDefinition?: DocumentComparison
  /** What the change does, in sentences: `new tasks will be started`. */
  readonly effects: readonly string[]
  /** What a reviewer must see: `memory drops from 1024 to 512`. */
  readonly warnings: readonly string[]
  /** Absent: changed lines of JSON. */
  readonly style?: DiffStyle
}

/** Whether anything differs. */
export function hasChanges(comparison: ProjectComparison): boolean {
  return [comparison.service, comparison.taskDefinition].some((one) => (one?.changes.length ?? 0) > 0)
}

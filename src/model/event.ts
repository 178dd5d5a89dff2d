import type { ProjectComparison } from './comparison.ts'
import type { Diagnosis, Finding } from './diagnosis.ts'
import type { Location } from './location.ts'
import type { CommandResult, PrintedDocument, RollbackTarget } from './report.ts'
import type { Progress, Verdict } from './verdict.ts'

/** Something worth telling; rendered later as log line, timeline entry or not at all. */
export type Happening =
  | { readonly kind: 'began'; readonly line: string; readonly service: string; readonly cluster: string }
  | {
      readonly kind: 'note'
      readonly level: 'debug' | 'info' | 'warning'
      readonly text: string
      readonly location?: Location
    }
  | { readonly kind: 'compared'; readonly comparison: ProjectComparison }
  /** A call that changes AWS: made, or with `--dry-run` only said. `input` is what would be sent. */
  | {
      readonly kind: 'call'
      readonly operation: string
      readonly summary: string
      readonly dryRun: boolean
      readonly input?: object
    }
  | { readonly kind: 'target'; readonly target: RollbackTarget }
  | { readonly kind: 'progress'; readonly progress: Progress; readonly verdict: Verdict; readonly elapsed: number }
  | { readonly kind: 'service-event'; readonly message: string; readonly createdAt: number }
  /** A line that a container wrote; `source` tells several containers apart, empty where only one is followed. */
  | { readonly kind: 'log'; readonly source: string; readonly message: string }
  | { readonly kind: 'finding'; readonly finding: Finding }
  | { readonly kind: 'diagnosed'; readonly diagnosis: Diagnosis }
  | { readonly kind: 'rollback'; readonly sentence: string }
  | { readonly kind: 'printed'; readonly document: PrintedDocument }
  | { readonly kind: 'ended'; readonly result: CommandResult }

/** A happening with its time: ms since the epoch. */
export type RunEvent = Happening & { readonly at: number }

/** Tells a happening to whoever renders; the time is added on the way. */
export type Emit = (happening: Happening) => void

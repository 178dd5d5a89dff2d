import type { Progress } from '../model/verdict.ts'

/** What has become of our tasks over several looks. Times in ms since the epoch. */
export interface Trend {
  readonly last: Progress | undefined
  /** When the number of running tasks last grew. */
  readonly grewAt: number | undefined
  /** When a task last failed. */
  readonly failedAt: number | undefined
}

/** Before the first look. */
export const noTrend: Trend = { last: undefined, grewAt: undefined, failedAt: undefined }

/** The trend after another look. */
export function extendTrend(trend: Trend, progress: Progress, now: number): Trend {
  return {
    last: progress,
    grewAt: progress.running > (trend.last?.running ?? 0) ? now : trend.grewAt,
    failedAt: progress.failed > (trend.last?.failed ?? 0) ? now : trend.failedAt,
  }
}

/** Whether a task failed since the last look, or is gone. */
export function hasLost({ last }: Trend, { failed, running, pending }: Progress): boolean {
  return failed > (last?.failed ?? 0) || running + pending < (last?.running ?? 0) + (last?.pending ?? 0)
}

/** Whether a deployment that ran out of time is on its way: a task runs, and none failed since the last one came up. */
export function isOnItsWay({ last, grewAt, failedAt }: Trend): boolean {
  if (last === undefined || last.running === 0 || grewAt === undefined) return false
  return failedAt === undefined || failedAt < grewAt
}

import type { PrintedDocument } from '../model/report.ts'

/** What is told of one task. */
export interface TaskDocument {
  readonly document: PrintedDocument
  readonly sentence: string
}

/** Something that happened; `at` in ms since the epoch. */
export interface Moment {
  readonly at: number
  /** `task`, `container app`, `service`, `log app` */
  readonly source: string
  readonly text: string
}

/** A line each: time in UTC, source, text; what others wrote stays on its line. */
export function printMoments(moments: readonly Moment[]): string {
  const width = Math.max(0, ...moments.map(({ source }) => source.length))
  return moments
    .map(({ at, source, text }) => `${new Date(at).toISOString()}  ${source.padEnd(width)}  ${text}`)
    .map((line) => `${line.replace(/[\r\n]+/g, ' ').trimEnd()}\n`)
    .join('')
}

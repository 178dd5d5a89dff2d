import type { RunReport } from '../model/report.ts'

/** Version of the report file's shape; grows when a field changes its meaning. */
const schemaVersion = 1

/** The text for `report-file`: the whole run (redacted before) as JSON, times as ISO 8601 in UTC. */
export function renderReport(report: RunReport): string {
  const times = { startedAt: isoTime(report.startedAt), endedAt: isoTime(report.endedAt) }
  return `${JSON.stringify({ schemaVersion, ...report, ...times }, (key, value: unknown) => isoAt(key, value), 2)}\n`
}

/** Events and evidence carry their times in ms since the epoch under these names. */
const timeKeys: ReadonlySet<string> = new Set(['at', 'createdAt', 'expiresAt'])

function isoAt(key: string, value: unknown): unknown {
  return timeKeys.has(key) && typeof value === 'number' ? isoTime(value) : value
}

function isoTime(at: number): string {
  const date = new Date(at)
  return Number.isNaN(date.getTime()) ? '' : date.toISOString()
}

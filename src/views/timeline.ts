import { shortName } from '../model/ecs.ts'
import type { RunEvent } from '../model/event.ts'
import type { ProjectReport } from '../model/report.ts'
import { projectName } from './headline.ts'
import { listLimits } from './limits.ts'
import { fence, oneLine, prose, row, shorten } from './text.ts'
import { formatDateTime, formatTime } from './time.ts'

/** What happened when, as a table; empty where nothing did. */
export function renderTimeline(project: ProjectReport): string {
  const rows = rowsOf(project.events)
  if (rows.length === 0) return ''
  const lines = rows.map(({ at, text }) => row([formatTime(at), prose(shorten(oneLine(text), 400))]))
  return ['| time (UTC) | what happened |', '|---|---|', ...middleCut(lines)].join('\n')
}

/**
 * The rollout as a Gantt chart in Mermaid: a bar for every state of the tasks, red where tasks failed. Wall-clock times
 * without a zone, so that every reader's browser shows UTC. Empty where no deployment was watched.
 */
export function renderPicture(project: ProjectReport): string {
  const bars = barsOf(project.events)
  if (bars.length === 0) return ''
  const head = [
    'gantt',
    `  title ${mermaidText(projectName(project))} (UTC)`,
    '  dateFormat YYYY-MM-DD HH:mm:ss',
    '  axisFormat %H:%M:%S',
  ]
  const lines = bars.flatMap((bar, index) => {
    const section = bar.section === bars[index - 1]?.section ? [] : [`  section ${mermaidText(bar.section)}`]
    const end = Math.max(bar.end, bar.start + 1000)
    return [...section, `  ${bar.label} :${bar.tag}${formatDateTime(bar.start)}, ${formatDateTime(end)}`]
  })
  return fence([...head, ...lines].join('\n'), 'mermaid')
}

interface Row {
  /** ms since the epoch */
  readonly at: number
  readonly text: string
}

function rowsOf(events: readonly RunEvent[]): readonly Row[] {
  let counts = ''
  const changes = events.filter((event) => {
    if (event.kind !== 'progress') return true
    const changed = countsOf(event) !== counts
    counts = countsOf(event)
    return changed
  })
  return changes.flatMap(rowOf).sort((a, b) => a.at - b.at)
}

function rowOf(event: RunEvent): readonly Row[] {
  const text = rowText(event)
  return text === undefined ? [] : [{ at: event.kind === 'service-event' ? event.createdAt : event.at, text }]
}

function rowText(event: RunEvent): string | undefined {
  switch (event.kind) {
    case 'began':
      return `\`${event.line}\` began`
    case 'note':
      return event.level === 'debug' ? undefined : event.text
    case 'call':
      return event.dryRun ? `would call ${event.operation}` : event.summary
    case 'target':
      return event.target.kind === 'target' ? `rollback target: ${shortName(event.target.taskDefinition)}` : undefined
    case 'progress':
      return `${event.progress.revision}: ${countsOf(event)}, pending ${event.progress.pending}`
    case 'service-event':
      return event.message
    case 'diagnosed':
      return event.diagnosis.reason
    case 'rollback':
      return `rollback: ${event.sentence}`
    case 'ended':
      return event.result.sentence
    case 'compared':
    case 'finding':
    case 'printed':
      return undefined
  }
}

function countsOf(event: RunEvent & { kind: 'progress' }): string {
  const { running, desired, failed } = event.progress
  return failed === 0 ? `${running} of ${desired} running` : `${running} of ${desired} running, ${failed} failed`
}

function middleCut(lines: readonly string[]): readonly string[] {
  const limit = listLimits.timeline
  if (lines.length <= limit) return lines
  const head = Math.floor(limit / 4)
  const gap = `| … | ${lines.length - limit} more rows stand in the report file |`
  return [...lines.slice(0, head), gap, ...lines.slice(lines.length - (limit - head))]
}

interface Bar {
  readonly section: string
  readonly label: string
  /** Mermaid's tags, each with a comma: `crit, ` is red, `done, ` grey. */
  readonly tag: string
  /** ms since the epoch */
  readonly start: number
  readonly end: number
}

function barsOf(events: readonly RunEvent[]): readonly Bar[] {
  const looks = events.filter((event) => event.kind === 'progress')
  const changes = looks.filter((event, index) => index === 0 || barKey(event) !== barKey(looks[index - 1] ?? event))
  const shown = thin(changes, listLimits.bars)
  const last = events.at(-1)?.at ?? 0
  return shown.map((event, index) => ({
    section: sectionOf(event),
    label: mermaidText(countsOf(event)),
    tag: tagOf(event),
    start: event.at,
    end: shown[index + 1]?.at ?? last,
  }))
}

function barKey(event: RunEvent & { kind: 'progress' }): string {
  return `${sectionOf(event)} ${countsOf(event)}`
}

function sectionOf({ progress, verdict }: RunEvent & { kind: 'progress' }): string {
  return verdict.kind === 'rolling-back' || verdict.kind === 'rolled-back'
    ? `rolling back (${progress.revision})`
    : progress.revision
}

function tagOf({ progress, verdict }: RunEvent & { kind: 'progress' }): string {
  if (progress.failed > 0 || verdict.kind === 'failed' || verdict.kind === 'rollback-failed') return 'crit, '
  return progress.running === progress.desired ? 'done, ' : 'active, '
}

/** At most `limit` items, evenly spread, with the first and the last. */
function thin<T>(items: readonly T[], limit: number): readonly T[] {
  if (items.length <= limit) return items
  const step = (items.length - 1) / (limit - 1)
  return Array.from({ length: limit }, (_, index) => items[Math.round(index * step)]).filter(
    (item) => item !== undefined,
  )
}

/** Mermaid reads `:`, `;`, `#`, `%%` and quotes as syntax; names of ECS have none of them but the colon of a revision. */
function mermaidText(text: string): string {
  const plain = text.replace(/:(?=\d)/g, ' revision ').replace(/[^\w ,./()-]/g, ' ')
  return shorten(plain.trim() || 'service', 60).replace('…', '')
}

import { shortName } from '../model/ecs.ts'
import type { RunEvent } from '../model/event.ts'
import type { ProjectReport } from '../model/report.ts'
import { projectName } from './headline.ts'
import { listLimits } from './limits.ts'
import { fence, oneLine, prose, row, shorten } from './text.ts'
import { formatDateTime, formatTime } from './time.ts'

const news: ReadonlySet<RunEvent['kind']> = new Set<RunEvent['kind']>(['call', 'progress', 'service-event'])

/** What happened when, as a table; empty where a command only read: its verdict says it all. */
export function renderTimeline(project: ProjectReport): string {
  const rows = rowsOf(project.events)
  if (!project.events.some(({ kind }) => news.has(kind))) return ''
  const lines = rows.map(({ at, text }) => row([formatTime(at), prose(shorten(oneLine(text), 400))]))
  return ['| time (UTC) | what happened |', '|---|---|', ...middleCut(lines)].join('\n')
}

/**
 * The rollout as a Gantt chart in Mermaid: a bar for every state of the tasks, red where tasks failed, and one for the
 * way back, where the counts are of what is being left. Wall-clock times without a zone, so that every reader's browser
 * shows UTC. Empty where no deployment was watched.
 */
export function renderPicture(project: ProjectReport): string {
  const bars = barsOf(project.events)
  if (bars.length === 0) return ''
  const head = [
    'gantt',
    `  title ${mermaidText(projectName(project))} (UTC)`,
    '  dateFormat YYYY-MM-DD HH:mm:ss',
    '  axisFormat %H:%M:%S',
    `  tickInterval ${tickOf((bars.at(-1)?.end ?? 0) - (bars[0]?.start ?? 0))}`,
  ]
  const lines = bars.flatMap((bar, index) => {
    const section = bar.section === bars[index - 1]?.section ? [] : [`  section ${mermaidText(bar.section)}`]
    const end = Math.max(bar.end, bar.start + 1000)
    return [...section, `  ${bar.label} :${bar.tag}${formatDateTime(bar.start)}, ${formatDateTime(end)}`]
  })
  return fence([...head, ...lines].join('\n'), 'mermaid')
}

// Mermaid writes a tick every tenth of the time, however narrow the page is.
const ticks = [
  { seconds: 5, name: '5second' },
  { seconds: 15, name: '15second' },
  { seconds: 30, name: '30second' },
  { seconds: 60, name: '1minute' },
  { seconds: 120, name: '2minute' },
  { seconds: 300, name: '5minute' },
  { seconds: 900, name: '15minute' },
  { seconds: 3600, name: '1hour' },
] as const

/** The interval that makes at most five ticks of `ms`; hours beyond. */
function tickOf(ms: number): string {
  return ticks.find(({ seconds }) => ms <= seconds * 5000)?.name ?? '6hour'
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
      return shortenNames(event.message)
    case 'diagnosed':
      return event.diagnosis.reason
    case 'rollback':
      return `rollback: ${event.sentence}`
    case 'ended':
      return event.result.sentence
    case 'compared':
    case 'finding':
    case 'log':
    case 'printed':
      return undefined
  }
}

/** A message of ECS with less to scroll: it repeats the service, whole ARNs and task ids. The report file keeps them. */
function shortenNames(message: string): string {
  return message
    .replace(/^\(service [^)]*\) /, 'ECS: ')
    .replace(/\barn:aws[\w-]*:[\w-]+:[\w-]*:\d*:/g, '')
    .replace(/\b[0-9a-f]{32}\b/g, (id) => id.slice(0, 8))
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
  const back = wayBack(events)
  return shown.map((event, index) => ({
    section: sectionOf(event),
    label: mermaidText(isGoingBack(event) ? back : countsOf(event)),
    tag: tagOf(event),
    start: event.at,
    end: shown[index + 1]?.at ?? last,
  }))
}

function barKey(event: RunEvent & { kind: 'progress' }): string {
  return isGoingBack(event) ? 'rollback' : `${sectionOf(event)} ${countsOf(event)}`
}

function isGoingBack({ verdict }: RunEvent & { kind: 'progress' }): boolean {
  return verdict.kind === 'rolling-back' || verdict.kind === 'rolled-back'
}

function wayBack(events: readonly RunEvent[]): string {
  const target = events.find((event) => event.kind === 'target')?.target
  return target?.kind === 'target' ? `back to ${shortName(target.taskDefinition)}` : 'back'
}

/** Short, as Mermaid writes it beside the bars and leaves room for a dozen characters. */
function sectionOf(event: RunEvent & { kind: 'progress' }): string {
  if (isGoingBack(event)) return 'rollback'
  const { revision } = event.progress
  const number = /:(\d+)$/.exec(revision)?.[1]
  return number === undefined ? shorten(revision, 12) : `revision ${number}`
}

function tagOf(event: RunEvent & { kind: 'progress' }): string {
  const { progress, verdict } = event
  if (isGoingBack(event)) return 'active, '
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

import { hasChanges, type ProjectComparison } from '../model/comparison.ts'
import type { Diagnosis, Finding } from '../model/diagnosis.ts'
import { shortName } from '../model/ecs.ts'
import type { RunEvent } from '../model/event.ts'
import { isObject, type Json } from '../model/json.ts'
import { formatLocation } from '../model/location.ts'
import type { RollbackTarget, RunReport } from '../model/report.ts'
import { isFailure } from '../model/verdict.ts'
import { evidenceOf, renderDiagnosis } from './diagnosis-block.ts'
import { canonicalJson, paintDiffLine, paintLine, renderStyledDiffs } from './diff-block.ts'
import { decisiveCommand, projectName, tally } from './headline.ts'
import { logLine, splitLines } from './text.ts'
import { formatElapsed, formatTime } from './time.ts'

/** How the log is written. */
export interface ConsoleStyle {
  /** `live`: only what happens, for several projects side by side. */
  readonly detail: 'full' | 'live'
  readonly debug: boolean
  readonly colours: boolean
}

/** What the log of one project has said so far. */
export interface ConsoleState {
  /** ms since the epoch; when the command began. */
  readonly began?: number
  /** Counts and sentence of the last progress line. */
  readonly counts?: string
  readonly sentence?: string
  /** The last verdict as it was written. */
  readonly said?: string
  /** The check whose findings are being listed. */
  readonly check?: string
  /** Whether a diff was shown: a printed one says the same. */
  readonly compared?: boolean
  /** Whether the containers' lines were shown as they came: a diagnosis need not repeat the last ones. */
  readonly followed?: boolean
}

/** Lines to write, and the state for the next event. */
export interface ConsoleStep {
  readonly lines: readonly string[]
  readonly state: ConsoleState
}

/** The log lines of an event (redacted before); each is safe to print as it is. */
export function renderEvent(event: RunEvent, state: ConsoleState, style: ConsoleStyle): ConsoleStep {
  if (style.detail === 'live' && !isLive(event)) return { lines: [], state }
  const step = stepOf(event, state, style)
  const lines = step.lines.flatMap(splitLines).map(logLine)
  const paint = style.colours ? painterOf(event) : undefined
  return { lines: paint === undefined ? lines : lines.map(paint), state: step.state }
}

/** How the lines of an event are coloured; undefined: as they are. */
function painterOf(event: RunEvent): ((line: string) => string) | undefined {
  if (event.kind === 'compared') return paintDiffLine
  if (event.kind === 'note' && event.level === 'warning') return (line) => paintLine(line, 'yellow')
  if (event.kind !== 'ended') return undefined
  const colour = isFailure(event.result.outcome) ? 'red' : 'green'
  return (line) => paintLine(line, colour)
}

/** Lines with `cluster/service` in front, for several projects at once. */
export function prefixLines(prefix: string, lines: readonly string[]): readonly string[] {
  return lines.map((line) => logLine(`${prefix}  ${line}`))
}

/** The verdicts of a run of several projects, a line each, and what they come to. */
export function renderVerdicts(report: RunReport): readonly string[] {
  const width = Math.max(...report.projects.map((project) => projectName(project).length), 0)
  const lines = report.projects.map((project) => {
    const last = decisiveCommand(project)
    const name = projectName(project).padEnd(width)
    return `${name}  ${(last?.result.outcome ?? 'skipped').padEnd(outcomeWidth)}  ${last?.result.sentence ?? ''}`.trimEnd()
  })
  return [...lines, `${tally(report)} (${formatElapsed(report.endedAt - report.startedAt)})`].map(logLine)
}

const outcomeWidth = 'awaiting-approval'.length

function isLive(event: RunEvent): boolean {
  if (event.kind === 'note') return event.level === 'warning'
  return ['began', 'call', 'progress', 'log', 'rollback', 'ended'].includes(event.kind)
}

function stepOf(event: RunEvent, state: ConsoleState, style: ConsoleStyle): ConsoleStep {
  const say = (...lines: readonly string[]): ConsoleStep => ({ lines, state })
  switch (event.kind) {
    case 'began':
      return { lines: [heading(event)], state: { began: event.at } }
    case 'note':
      return say(...noteLines(event, style))
    case 'compared':
      return { lines: comparisonLines(event.comparison), state: { ...state, compared: true } }
    case 'call':
      return say(...callLines(event, style))
    case 'target':
      return say(targetLine(event.target))
    case 'progress':
      return progressStep(event, state)
    case 'service-event':
      return say(`    ${formatTime(event.createdAt)}Z  ${event.message}`)
    case 'log':
      return { lines: logLines(event), state: { ...state, followed: true } }
    case 'finding':
      return findingStep(event.finding, state)
    case 'diagnosed':
      return say(...renderDiagnosis(state.followed === true ? withoutLogs(event.diagnosis) : event.diagnosis))
    case 'rollback':
      return event.sentence === state.said ? say() : say(`rollback: ${event.sentence}`)
    case 'printed':
      return state.compared === true && event.document.language === 'diff' ? say() : say(event.document.text.trimEnd())
    case 'ended':
      return say(...endLines(event, state))
  }
}

function heading(event: RunEvent & { kind: 'began' }): string {
  return event.service === '' ? event.line : `${event.cluster}/${event.service}: ${event.line}`
}

function noteLines(event: RunEvent & { kind: 'note' }, style: ConsoleStyle): readonly string[] {
  if (event.level === 'debug' && !style.debug) return []
  const place = event.location === undefined ? '' : ` (${formatLocation(event.location)})`
  return [`${event.level === 'info' ? '' : `${event.level}: `}${event.text}${place}`]
}

function comparisonLines(comparison: ProjectComparison): readonly string[] {
  const diff = renderStyledDiffs(comparison) ?? []
  const effects = comparison.effects.map((effect) => `effect: ${effect}`)
  const warnings = comparison.warnings.map((warning) => `warning: ${warning}`)
  return [...(hasChanges(comparison) ? diff : ['no differences']), ...effects, ...warnings]
}

function callLines(event: RunEvent & { kind: 'call' }, style: ConsoleStyle): readonly string[] {
  if (!event.dryRun) return [event.summary]
  const first = event.summary.includes(event.operation)
    ? event.summary
    : `would call ${event.operation}: ${event.summary}`
  if (event.input === undefined || style.detail === 'live') return [first]
  const input: Json = JSON.parse(JSON.stringify(event.input))
  return isObject(input)
    ? [
        first,
        ...canonicalJson(input)
          .split('\n')
          .map((line) => `  ${line}`),
      ]
    : [first]
}

function targetLine(target: RollbackTarget): string {
  if (target.kind === 'none') return `rollback target: none, ${target.reason}`
  return `rollback target: ${shortName(target.taskDefinition)}`
}

/**
 * A line when the counts or the sentence changed; a sentence that only counts on is not repeated. What the counts say,
 * or the verdict will say next, needs no sentence.
 */
function progressStep(event: RunEvent & { kind: 'progress' }, state: ConsoleState): ConsoleStep {
  const { progress, verdict, elapsed } = event
  const counts = `${progress.revision}  running ${progress.running}/${progress.desired} · pending ${progress.pending} · failed ${progress.failed}`
  const sentence = verdict.sentence.replace(/\d+/g, '0')
  const isNew = sentence !== state.sentence
  const isCounted = verdict.sentence.startsWith(`${progress.running} of `)
  if (counts === state.counts && (!isNew || isCounted)) return { lines: [], state }
  const line = `${counts} · ${formatElapsed(elapsed)}`
  const isSaid = isCounted || verdict.kind === 'succeeded'
  return {
    lines: isNew && !isSaid ? [line, `  ${verdict.sentence}`] : [line],
    state: { ...state, counts, sentence, said: verdict.sentence },
  }
}

/** A diagnosis whose log lines stand above it already. */
function withoutLogs(diagnosis: Diagnosis): Diagnosis {
  return { ...diagnosis, evidence: evidenceOf(diagnosis), logs: [] }
}

/** Each line of what a container wrote behind the container's name, where several are followed. */
function logLines({ source, message }: RunEvent & { kind: 'log' }): readonly string[] {
  const lines = splitLines(message.trimEnd())
  return source === '' ? lines : lines.map((line) => `${source} | ${line}`)
}

const words = { ok: 'OK', failed: 'NG', warning: 'WARN', skipped: 'SKIP' } as const

function findingStep(finding: Finding, state: ConsoleState): ConsoleStep {
  const title = finding.check === state.check ? [] : [finding.check]
  const place = finding.location === undefined ? '' : ` (${formatLocation(finding.location)})`
  const detail = finding.message === '' ? '' : `  ${finding.message}${place}`
  const hint = finding.hint === undefined || finding.status === 'ok' ? [] : [`        ${finding.hint}`]
  const line = `  ${words[finding.status].padEnd(4)}  ${finding.subject}${detail}`
  return { lines: [...title, line, ...hint], state: { ...state, check: finding.check } }
}

function endLines(event: RunEvent & { kind: 'ended' }, state: ConsoleState): readonly string[] {
  const { outcome, sentence, leftovers } = event.result
  const took = state.began === undefined ? '' : `, ${formatElapsed(event.at - state.began)}`
  return [...(leftovers ?? []).map((left) => `left behind: ${left}`), `${sentence} (${outcome}${took})`]
}

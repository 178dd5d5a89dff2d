import {
  type CommentEntry,
  type CommentSection,
  commentMark,
  footerMark,
  icons,
  markSection,
  readSections,
  sectionId,
  worstIcon,
} from './comment-marks.ts'
import { commentLimit, cutMarkdown } from './limits.ts'
import { code, link, prose, row, shorten } from './text.ts'
import { formatDateTime } from './time.ts'

/** Where a comment comes from. */
export interface CommentContext {
  /** `comment-key`: separates comments of one pull request. */
  readonly key: string
  /** Commit of the pull request's head. */
  readonly commit: string
  /** Address of the run, with its attempt; empty off GitHub. */
  readonly runUrl: string
  /** ms since the epoch */
  readonly at: number
  readonly version: string
}

/**
 * The comment: own sections and, of existing comments (oldest first), those of other jobs. It stays below GitHub's limit
 * by showing ever less of the diffs; the table and the warnings stay (spec peers 3.4).
 */
export function mergeComment(
  existing: readonly string[],
  own: readonly CommentSection[],
  context: CommentContext,
): string {
  const sections = uniteSections(existing.flatMap(readSections), own)
  const shown = fittingRows(sections, context)
  const room = commentLimit - draw(shown, { context, left: sections.length - shown.length, bodies: [] }).length
  return draw(shown, { context, left: sections.length - shown.length, bodies: fittingBodies(shown, room, context) })
}

/**
 * Existing sections with the own ones in their places, in the order of their names. A project that failed before its
 * account or its name was known takes the place of the one section that it can be, so that no stale diff stays.
 */
function uniteSections(existing: readonly CommentSection[], own: readonly CommentSection[]): readonly CommentSection[] {
  const byId = new Map(existing.map((section) => [sectionId(section.entry), section]))
  for (const section of own) {
    const kin = [...byId.values()].filter((one) => isSameProject(one.entry, section.entry))
    const vague = kin.filter((one) => isVague(one.entry))
    for (const one of isVague(section.entry) && kin.length === 1 ? kin : vague) byId.delete(sectionId(one.entry))
    byId.set(sectionId(section.entry), section)
  }
  return [...byId.keys()].sort().flatMap((id) => byId.get(id) ?? [])
}

/** Whether two entries agree in all that both know; a project without a service is called by its config. */
function isSameProject(one: CommentEntry, other: CommentEntry): boolean {
  const pairs = [
    [one.account, other.account],
    [one.region, other.region],
    [nameOf(one), nameOf(other)],
  ] as const
  return one.config === other.config && pairs.every(([a, b]) => a === b || a === '' || b === '')
}

function isVague(entry: CommentEntry): boolean {
  return entry.account === '' || entry.region === '' || nameOf(entry) === ''
}

function nameOf({ name, config }: CommentEntry): string {
  return name === config ? '' : name
}

/** Whether two comments say the same: only the footer, that is commit, run and time, may differ. */
export function isSameComment(one: string, other: string): boolean {
  return essence(one) === essence(other)
}

function essence(body: string): string {
  return (body.replaceAll('\r\n', '\n').split(`\n${footerMark}`)[0] ?? '').trimEnd()
}

interface Drawing {
  readonly context: CommentContext
  /** Projects that found no room in the table. */
  readonly left: number
  readonly bodies: readonly string[]
}

function draw(sections: readonly CommentSection[], { context, left, bodies }: Drawing): string {
  const entries = sections.map((section) => section.entry)
  const blocks = [
    `${commentMark(context.key)}\n## ${heading(entries)}`,
    tableOf(entries),
    left === 0 ? '' : `and ${left} more, see the ${runLink(context, 'job summary')}`,
    warningsOf(entries),
    ...sections.map(({ entry }, index) => markSection(entry, bodies[index] ?? '')),
    `${footerMark}\n${footer(context)}`,
  ]
  return blocks.filter((block) => block !== '').join('\n\n')
}

/** All sections, or as many as have room for their rows. */
function fittingRows(sections: readonly CommentSection[], context: CommentContext): readonly CommentSection[] {
  let shown = sections
  while (shown.length > 0 && draw(shown, { context, left: 1e6, bodies: [] }).length > commentLimit) {
    shown = shown.slice(0, Math.floor(shown.length * 0.9))
  }
  return shown
}

/** For each section the most detailed body such that all fit into `room` characters. */
function fittingBodies(sections: readonly CommentSection[], room: number, context: CommentContext): readonly string[] {
  const levels = Math.max(0, ...sections.map((section) => section.bodies.length))
  let bodies: readonly string[] = []
  for (let level = 0; level < levels; level += 1) {
    bodies = sections.map((section) => section.bodies[Math.min(level, section.bodies.length - 1)] ?? '')
    if (sizeOf(bodies) <= room) return bodies
  }
  const limit = cutLimit(bodies, room)
  const note = `_The rest has no room here; the whole diff stands in the ${runLink(context, 'job summary')}._`
  return bodies.map((body) => cutMarkdown(body, limit, note))
}

/** The length to which the longest bodies are cut so that all fit: the short ones stay whole. */
function cutLimit(bodies: readonly string[], room: number): number {
  let rest = room - sizeOf(bodies.map(() => ' '))
  const lengths = bodies.map((body) => body.length).sort((a, b) => a - b)
  for (const [index, length] of lengths.entries()) {
    const share = Math.floor(rest / (lengths.length - index))
    if (length > share) return Math.max(0, share)
    rest -= length
  }
  return Number.POSITIVE_INFINITY
}

/** Characters that bodies add to the comment, the line breaks around them included. */
function sizeOf(bodies: readonly string[]): number {
  return bodies.reduce((sum, body) => sum + (body === '' ? 0 : body.length + 3), 0)
}

function heading(entries: readonly CommentEntry[]): string {
  const verbs = [...new Set(entries.flatMap((entry) => entry.command.split(', ')))].join(', ')
  const only = entries.length === 1 ? entries[0] : undefined
  if (only !== undefined) return `${only.icon} ecspresso ${verbs}: ${prose(only.name)} ${only.status}`
  const sorted = entries.toSorted((a, b) => icons.indexOf(a.icon) - icons.indexOf(b.icon))
  const groups = Map.groupBy(sorted, (entry) => entry.status)
  const counts = [...groups].map(([status, group]) => `${group.length} ${status}`)
  return `${worstIcon(entries.map((entry) => entry.icon))} ecspresso ${verbs}: ${counts.join(', ')}`
}

function tableOf(entries: readonly CommentEntry[]): string {
  const rows = entries.map((entry) => {
    return row([nameCell(entry, entries), `${entry.icon} ${entry.status}`, entry.image, entry.effect])
  })
  return ['| service | status | image | what happens |', '|---|---|---|---|', ...rows].join('\n')
}

/** Name and region; where two rows would look the same, also the account and the config. */
function nameCell(entry: CommentEntry, entries: readonly CommentEntry[]): string {
  const twins = entries.filter((other) => other.name === entry.name && other.region === entry.region)
  const more = twins.length > 1 ? [entry.account, entry.config] : []
  const details = [entry.region, ...more].filter((part) => part !== '').map((part) => prose(shorten(part, 120)))
  return [code(shorten(entry.name, 120)), ...details].join(' · ')
}

function warningsOf(entries: readonly CommentEntry[]): string {
  const lines = entries.flatMap((entry) => entry.warnings.map((warning) => `> - ${code(entry.name)}: ${warning}`))
  return lines.length === 0 ? '' : ['> [!WARNING]', ...lines].join('\n')
}

function footer(context: CommentContext): string {
  const parts = [
    context.commit === '' ? '' : `commit ${context.commit}`,
    runLink(context, 'run'),
    `${formatDateTime(context.at)} UTC`,
    `ecspresso-action ${context.version}`,
  ]
  return `<sub>${parts.filter((part) => part !== '').join(' · ')}</sub>`
}

function runLink({ runUrl }: CommentContext, label: string): string {
  return runUrl === '' ? label : link(label, runUrl)
}

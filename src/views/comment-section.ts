import type { ProjectComparison } from '../model/comparison.ts'
import type { CommandReport, ProjectReport, RunReport } from '../model/report.ts'
import { isFailure } from '../model/verdict.ts'
import { changeCounts, changeStatus, imageChanges } from './change-summary.ts'
import { type CommentSection, worstIcon } from './comment-marks.ts'
import { renderCause, renderEvidence } from './diagnosis-markdown.ts'
import { renderDiffs } from './diff-block.ts'
import { renderFindings } from './findings-list.ts'
import { outcomeIcon, outcomeWords, projectName } from './headline.ts'
import { listLimits, openLines } from './limits.ts'
import { renderNextSteps } from './next-steps.ts'
import { renderRollback } from './rollback-line.ts'
import { code, fence, fold, htmlText, oneLine, prose, shorten } from './text.ts'

const commented: ReadonlySet<string> = new Set(['diff', 'verify', 'deploy', 'rollback'])

/** The sections of a run (redacted before): a project whose commands belong into a comment each. */
export function renderSections(report: RunReport): readonly CommentSection[] {
  return report.projects.flatMap((project) => {
    const commands = project.commands.filter((one) => commented.has(one.command))
    return commands.length === 0 ? [] : [sectionOf({ ...project, commands })]
  })
}

function sectionOf(project: ProjectReport): CommentSection {
  const { commands } = project
  const comparison = commands.findLast((one) => one.result.comparison !== undefined)?.result.comparison
  const statuses = commands.map(statusOf)
  return {
    entry: {
      name: projectName(project),
      region: project.region,
      account: project.account,
      config: project.config,
      command: [...new Set(commands.map((one) => one.command))].join(', '),
      icon: worstIcon(statuses.map((status) => status.icon)),
      status: [...new Set(statuses.map((status) => status.words))].join(', '),
      image: comparison === undefined ? '' : imageChanges(comparison),
      effect: prose(shorten(oneLine(effectOf(project, comparison)), 300)),
      warnings: warningsOf(project, comparison),
    },
    // Ever less context, then none of the details.
    bodies: [3, 1, 0].map((context) => bodyOf(project, context)),
  }
}

interface Status {
  readonly icon: string
  readonly words: string
}

function statusOf(report: CommandReport): Status {
  const { command, result } = report
  const { comparison, outcome } = result
  if (command === 'diff') {
    if (isDrift(report) && comparison !== undefined) return changeMarks[changeStatus(comparison)]
    return isFailure(outcome)
      ? { icon: '❌', words: 'error' }
      : { icon: outcomeIcon(outcome), words: outcomeWords(outcome) }
  }
  const words = command === 'verify' && outcome === 'succeeded' ? 'verified' : outcomeWords(outcome)
  return { icon: outcomeIcon(outcome), words }
}

const changeMarks = {
  new: { icon: '🆕', words: 'new' },
  changed: { icon: '🟡', words: 'changed' },
  unchanged: { icon: '⚪', words: 'unchanged' },
} as const

/** What the change does; after a deploy, or where it failed, what became of it. */
function effectOf(project: ProjectReport, comparison: ProjectComparison | undefined): string {
  const last = project.commands.findLast((one) => isFailure(one.result.outcome)) ?? project.commands.at(-1)
  if (last === undefined) return ''
  if (!isDrift(last)) return last.result.diagnosis?.reason ?? last.result.sentence
  return comparison === undefined || comparison.effects.length === 0
    ? last.result.sentence
    : comparison.effects.join('; ')
}

function warningsOf(project: ProjectReport, comparison: ProjectComparison | undefined): readonly string[] {
  const findings = project.commands.flatMap((one) => one.result.findings ?? [])
  const checked = findings.filter((one) => one.status === 'warning').map((one) => `${one.subject}: ${one.message}`)
  const all = [...(comparison?.warnings ?? []), ...checked].map((warning) => prose(shorten(oneLine(warning), 300)))
  if (all.length <= listLimits.warnings) return all
  return [...all.slice(0, listLimits.warnings), `and ${all.length - listLimits.warnings} more`]
}

function bodyOf(project: ProjectReport, context: number): string {
  const errors = project.commands.filter((one) => isFailure(one.result.outcome) && !isDrift(one))
  const blocks = [
    ...errors.map((one) => errorBlock(project, one)),
    ...project.commands.map((one) => findingsBlock(project, one)),
    ...project.commands.filter((one) => !errors.includes(one)).map((one) => diffBlock(project, one, context)),
  ]
  // As it is read back.
  return blocks
    .filter((block) => block !== '')
    .join('\n\n')
    .trim()
}

/** Whether a `diff` compared; one that fails because something differs is no error and shows what differs. */
function isDrift({ command, result }: CommandReport): boolean {
  return command === 'diff' && result.comparison !== undefined && result.diagnosis === undefined
}

function errorBlock(project: ProjectReport, command: CommandReport): string {
  const { result } = command
  const blocks = [
    `### ❌ ${prose(projectName(project))}: ${code(command.line)} ${outcomeWords(result.outcome)}`,
    prose(result.sentence),
    renderRollback(result),
    renderCause(result),
    renderNextSteps(command),
    result.diagnosis === undefined ? '' : renderEvidence(result.diagnosis, project),
  ]
  return blocks.filter((block) => block !== '').join('\n\n')
}

function findingsBlock(project: ProjectReport, { result }: CommandReport): string {
  if (result.findings === undefined || result.findings.length === 0) return ''
  const failed = result.findings.some((one) => one.status === 'failed')
  const table = renderFindings(result.findings)
  return failed ? table : fold(`${htmlText(projectName(project))}: what was verified`, table)
}

function diffBlock(project: ProjectReport, { result }: CommandReport, context: number): string {
  if (result.comparison === undefined) return ''
  const lines = renderDiffs(result.comparison, context)
  if (lines.length === 0) return ''
  const title = `${htmlText(projectName(project))}: ${changeCounts(result.comparison)}`
  return fold(title, fence(lines.join('\n'), 'diff'), lines.length <= openLines)
}

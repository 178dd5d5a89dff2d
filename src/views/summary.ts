import { shortName } from '../model/ecs.ts'
import type { CommandReport, CommandResult, ProjectReport, RunReport } from '../model/report.ts'
import { imageChanges } from './change-summary.ts'
import { renderDiagnosisMarkdown } from './diagnosis-markdown.ts'
import { renderDiffs } from './diff-block.ts'
import { renderFindings } from './findings-table.ts'
import { decisiveCommand, headline, outcomeIcon, outcomeWords, projectName, projectOutcome } from './headline.ts'
import { cutMarkdown, fitSections, summaryLimit } from './limits.ts'
import { deploymentLink, serviceLink } from './links.ts'
import { renderNextSteps } from './next-steps.ts'
import { code, fence, fold, htmlText, link, prose, row, shorten } from './text.ts'
import { formatDateTime, formatElapsed } from './time.ts'
import { renderPicture, renderTimeline } from './timeline.ts'

/** Characters of one diff or printed document in the summary: a long one must not push the others out. */
const blockLimit = 200_000

/** The job summary of a run (redacted before), below the runner's limit. */
export function renderSummary(report: RunReport): string {
  const several = report.projects.length > 1
  const head = several ? [`## ${outcomeIcon(report.outcome)} ecspresso: ${prose(headline(report))}`, table(report)] : []
  const sections = [...head, ...report.projects.flatMap(projectSections), footer(report)]
  return fitSections(
    sections.filter((section) => section !== ''),
    summaryLimit,
  )
}

function table(report: RunReport): string {
  const rows = report.projects.map((project) => {
    const outcome = projectOutcome(project)
    const { result } = decisiveCommand(project) ?? {}
    const cells = [
      code(projectName(project)),
      `${outcomeIcon(outcome)} ${outcomeWords(outcome)}`,
      result === undefined ? '' : runningCell(result),
      prose(shorten(result?.diagnosis?.reason ?? result?.sentence ?? '', 300)),
    ]
    return row(cells)
  })
  return ['| service | result | task definition | what happened |', '|---|---|---|---|', ...rows].join('\n')
}

function runningCell({ previous, running }: CommandResult): string {
  const now = running === undefined ? '' : code(shortName(running))
  return previous === undefined || previous === running ? now : `${code(shortName(previous))} → ${now || '?'}`
}

function projectSections(project: ProjectReport): readonly string[] {
  const outcome = projectOutcome(project)
  const picture = renderPicture(project)
  const timeline = renderTimeline(project)
  return [
    `## ${outcomeIcon(outcome)} ${prose(projectName(project))}: ${outcomeWords(outcome)}`,
    ...project.commands.flatMap((command) => verdictSections(project, command)),
    picture === '' ? '' : `### The rollout over time\n\n${picture}`,
    ...project.commands.flatMap((command) => detailSections(command.result)),
    timeline === '' ? '' : fold('Timeline', timeline),
  ]
}

/** How a command ended, why, and what to do about it. */
function verdictSections(project: ProjectReport, command: CommandReport): readonly string[] {
  const { result } = command
  const title = project.commands.length > 1 ? `### ${outcomeIcon(result.outcome)} ${code(command.line)}\n\n` : ''
  const why = result.diagnosis === undefined ? '' : renderDiagnosisMarkdown(result.diagnosis, project)
  return [
    `${title}**${prose(result.sentence)}**`,
    stateLine(project, result),
    why === '' ? '' : `### Why it failed\n\n${why}`,
    rollbackBlock(result),
    command === decisiveCommand(project) ? renderNextSteps(project) : '',
  ]
}

function detailSections(result: CommandResult): readonly string[] {
  const findings = result.findings === undefined ? '' : `### What was verified\n\n${renderFindings(result.findings)}`
  return [findings, comparisonBlock(result), documentBlock(result)]
}

/** What ran before, what runs now, what failed, and where to see it. */
function stateLine(project: ProjectReport, result: CommandResult): string {
  const parts = [
    result.previous === undefined ? '' : `before: ${code(shortName(result.previous))}`,
    result.running === undefined ? '' : `now: ${code(shortName(result.running))}`,
    result.failed === undefined ? '' : `failed: ${code(shortName(result.failed))}`,
    project.region === '' ? '' : code(project.region),
    project.service === '' || project.region === '' ? '' : link('service', serviceLink(project)),
    result.deploymentId === undefined ? '' : link('deployment', deploymentLink(project, result.deploymentId)),
  ]
  return parts.filter((part) => part !== '').join(' · ')
}

function rollbackBlock({ rollback }: CommandResult): string {
  if (rollback === undefined) return ''
  const icon = rollback.ended === 'rolled-back' ? '↩️' : '❌'
  const { target } = rollback
  const to =
    target.kind === 'target' ? `target ${code(shortName(target.taskDefinition))}` : `no target: ${prose(target.reason)}`
  return `### ${icon} Rollback\n\n${prose(rollback.sentence)} (${rollback.by === 'us' ? 'by this run' : 'by ECS'}, ${to})`
}

function comparisonBlock({ comparison }: CommandResult): string {
  if (comparison === undefined) return ''
  const images = imageChanges(comparison)
  const lines = renderDiffs(comparison)
  const notes = [
    ...(images === '' ? [] : [`- image ${images}`]),
    ...comparison.effects.map((effect) => `- ${prose(effect)}`),
    ...comparison.warnings.map((warning) => `- ⚠️ ${prose(warning)}`),
  ]
  const diff =
    lines.length === 0 ? 'No differences.' : fold(`Diff (${lines.length} lines)`, bounded(lines.join('\n'), 'diff'))
  return ['### What changes', ...(notes.length === 0 ? [] : [notes.join('\n')]), diff].join('\n\n')
}

function documentBlock({ document, comparison }: CommandResult): string {
  if (document === undefined || (comparison !== undefined && document.language === 'diff')) return ''
  return fold(htmlText(document.title), bounded(document.text, document.language))
}

function bounded(text: string, language: string): string {
  return cutMarkdown(fence(text, language), blockLimit, '_The rest stands in the file of the output `document-file`._')
}

function footer(report: RunReport): string {
  const took = formatElapsed(report.endedAt - report.startedAt)
  return `<sub>${formatDateTime(report.startedAt)} UTC, took ${took} · ecspresso-action ${code(report.version)}</sub>`
}

import { shortName } from '../model/ecs.ts'
import type { CommandReport, CommandResult, ProjectReport, RunReport } from '../model/report.ts'
import { isFailure } from '../model/verdict.ts'
import { imageChanges } from './change-summary.ts'
import { renderCause, renderEvidence } from './diagnosis-markdown.ts'
import { renderDiffs } from './diff-block.ts'
import { renderFindings } from './findings-list.ts'
import { decisiveCommand, headline, outcomeIcon, outcomeWords, projectName, projectOutcome } from './headline.ts'
import { cutMarkdown, fitSections, listLimits, openLines, summaryLimit } from './limits.ts'
import { deploymentLink, serviceLink, taskLink } from './links.ts'
import { renderNextSteps } from './next-steps.ts'
import { renderRollback } from './rollback-line.ts'
import { code, fence, fold, htmlText, link, oneLine, prose, row, shorten } from './text.ts'
import { formatDateTime, formatElapsed } from './time.ts'
import { renderPicture, renderTimeline } from './timeline.ts'

/** Characters of one diff or printed document in the summary: a long one must not push the others out. */
const blockLimit = 200_000

/** The job summary of a run (redacted before), below the runner's limit. */
export function renderSummary(report: RunReport): string {
  const projects = failedFirst(report.projects)
  const title = `## ${outcomeIcon(report.outcome)} ecspresso: ${prose(headline(report))}`
  const head = projects.length > 1 ? [title, table(projects)] : []
  const sections = [...head, ...projects.flatMap(projectSections), footer(report)]
  return fitSections(
    sections.filter((section) => section !== ''),
    summaryLimit,
  )
}

function failedFirst(projects: readonly ProjectReport[]): readonly ProjectReport[] {
  const hasFailed = (project: ProjectReport): boolean => isFailure(projectOutcome(project))
  return projects.toSorted((a, b) => Number(hasFailed(b)) - Number(hasFailed(a)))
}

function table(projects: readonly ProjectReport[]): string {
  const rows = projects.map((project) => {
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
  return ['| service | result | runs now | what happened |', '|---|---|---|---|', ...rows].join('\n')
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
    ...project.commands.flatMap(({ result }) => [comparisonBlock(result), logsBlock(result), documentBlock(result)]),
    timeline === '' ? '' : fold('Timeline', timeline),
  ]
}

/** How a command ended, why, and what to do about it. */
function verdictSections(project: ProjectReport, command: CommandReport): readonly string[] {
  const { result } = command
  const title = project.commands.length > 1 ? `### ${outcomeIcon(result.outcome)} ${code(command.line)}\n\n` : ''
  const heading = result.diagnosis === undefined ? 'What was verified' : 'What is wrong besides'
  const findings = result.findings === undefined ? '' : `### ${heading}\n\n${renderFindings(result.findings)}`
  return [
    `${title}**${prose(result.sentence)}**`,
    stateLine(project, result),
    renderRollback(result),
    result.diagnosis === undefined ? '' : `### Why it failed\n\n${renderCause(result)}`,
    findings,
    renderNextSteps(command),
    result.diagnosis === undefined ? '' : renderEvidence(result.diagnosis, project),
  ]
}

/** What ran before, what failed, what runs now, and where to see it. */
function stateLine(project: ProjectReport, result: CommandResult): string {
  const hasConsole = project.region !== ''
  const parts = [
    ...revisionParts(result),
    prose(project.region),
    project.service === '' || !hasConsole ? '' : `AWS console: ${link('service', serviceLink(project))}`,
    result.deploymentId === undefined ? '' : link('deployment', deploymentLink(project, result.deploymentId)),
    result.taskArn && hasConsole ? link('task', taskLink(project, result.taskArn)) : '',
  ]
  return parts.filter((part) => part !== '').join(' · ')
}

function revisionParts({ previous, failed, running }: CommandResult): readonly string[] {
  const named = (name: string, revision: string | undefined): string =>
    revision === undefined ? '' : `${name}: ${code(shortName(revision))}`
  if (failed === undefined && previous === running) return [named('now', running)]
  return [named('before', previous), named('failed', failed), named('now', running)]
}

function comparisonBlock({ comparison }: CommandResult): string {
  if (comparison === undefined) return ''
  const lines = renderDiffs(comparison)
  const warnings = comparison.warnings.map((warning) => `- ⚠️ ${prose(warning)}`)
  if (lines.length === 0)
    return ['The files do not differ from what ran before.', warnings.join('\n')].join('\n\n').trim()
  const images = imageChanges(comparison)
  const notes = [
    ...(images === '' ? [] : [`- image of ${images}`]),
    ...comparison.effects.map((effect) => `- ${prose(effect)}`),
    ...warnings,
  ]
  const title = `Diff (${lines.length} lines)`
  const diff = fold(title, bounded(lines.join('\n'), 'diff'), lines.length <= openLines)
  return ['### The change', ...(notes.length === 0 ? [] : [notes.join('\n')]), diff].join('\n\n')
}

/** The last words of containers that were followed; those of failed ones stand with the evidence. */
function logsBlock({ logs = [], diagnosis }: CommandResult): string {
  const told = new Set(diagnosis?.logs.map(({ stream }) => stream))
  const blocks = logs
    .filter(({ stream }) => !told.has(stream))
    .map(({ container, task, lines }) => {
      const shown = lines.slice(-listLimits.logLines).map((line) => shorten(oneLine(line), 500))
      const title = `Last log lines of ${code(container)} (task ${code(task.slice(0, 8))})`
      return `**${title}:**\n\n${bounded(shown.join('\n'), 'text')}`
    })
  return blocks.join('\n\n')
}

function documentBlock({ document, comparison }: CommandResult): string {
  if (document === undefined || (comparison !== undefined && document.language === 'diff')) return ''
  const isShort = document.text.split('\n').length <= openLines
  return fold(htmlText(document.title), bounded(document.text.trimEnd(), document.language), isShort)
}

function bounded(text: string, language: string): string {
  return cutMarkdown(fence(text, language), blockLimit, '_The rest stands in the file of the output `document-file`._')
}

function footer(report: RunReport): string {
  const took = formatElapsed(report.endedAt - report.startedAt)
  return `<sub>${formatDateTime(report.startedAt)} UTC, took ${took} · ecspresso-action ${code(report.version)}</sub>`
}

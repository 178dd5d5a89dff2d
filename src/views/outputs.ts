import type { CommandResult, ProjectReport, RunReport } from '../model/report.ts'
import { isFailure } from '../model/verdict.ts'
import { renderStyledDiffs } from './diff-block.ts'
import { decisiveCommand, projectOutcome } from './headline.ts'
import { oneLine } from './text.ts'

/** Names of the outputs, in the order of the documentation. */
export const outputNames = [
  'outcome',
  'changed',
  'task-definition-arn',
  'previous-task-definition-arn',
  'failed-task-definition-arn',
  'deployment-id',
  'failure-category',
  'failure-reason',
  'retryable',
  'exit-code',
  'task-arn',
  'hook-id',
  'approval-expires-at',
  'document-file',
  'report-file',
  'comment-url',
  'projects',
] as const

/** The outputs of a step by name; empty where there is nothing to say. */
export type Outputs = Readonly<Record<(typeof outputNames)[number], string>>

/** What was written elsewhere: paths of files and the comment's address; empty where nothing was. */
export interface Written {
  readonly documentFile: string
  readonly reportFile: string
  readonly commentUrl: string
}

/** The outputs of a run (redacted before). With several projects the single values are empty. */
export function renderOutputs(report: RunReport, written: Written): Outputs {
  const only = report.projects.length === 1 ? report.projects[0] : undefined
  return {
    outcome: report.outcome,
    ...singleOutputs(only),
    'document-file': written.documentFile,
    'report-file': written.reportFile,
    'comment-url': written.commentUrl,
    projects: JSON.stringify(report.projects.filter((project) => project.config !== '').map(projectRow)),
  }
}

/** The text for `document-file`: what the last printing command printed, project by project; undefined for nothing. */
export function renderDocument(report: RunReport): string | undefined {
  const printed = report.projects.flatMap((project) => {
    const text = lastText(project)
    return text === undefined ? [] : [{ config: project.config, text: withNewline(text) }]
  })
  if (printed.length === 0) return undefined
  if (report.projects.length === 1) return printed.map((one) => one.text).join('')
  return printed.map((one) => `# ${one.config}\n${one.text}`).join('')
}

type SingleOutputs = Omit<Outputs, 'outcome' | 'document-file' | 'report-file' | 'comment-url' | 'projects'>

function singleOutputs(project: ProjectReport | undefined): SingleOutputs {
  const hook = newest(project, (result) => result.hook)
  const failure = project && decisiveCommand(project)?.result
  return {
    // The first comparison tells what differed before this run acted.
    changed: textOf(oldest(project, (result) => result.changed)),
    'task-definition-arn': newest(project, (result) => result.running) ?? '',
    // What ran when the step began is what the first command found.
    'previous-task-definition-arn': oldest(project, (result) => result.previous) ?? '',
    'failed-task-definition-arn': newest(project, (result) => result.failed) ?? '',
    'deployment-id': newest(project, (result) => result.deploymentId) ?? '',
    'failure-category': failure?.category ?? failure?.diagnosis?.label ?? '',
    'failure-reason': failure !== undefined && isFailure(failure.outcome) ? reasonOf(failure) : '',
    retryable: textOf(failure?.retryable),
    'exit-code': textOf(newest(project, (result) => result.exitCode)),
    'task-arn': newest(project, (result) => result.taskArn) ?? '',
    'hook-id': hook?.id ?? '',
    'approval-expires-at': hook?.expiresAt === undefined ? '' : new Date(hook.expiresAt).toISOString(),
  }
}

/** One row of the output `projects`; `changed` is null where nothing was compared. */
function projectRow(project: ProjectReport): Readonly<Record<string, string | boolean | null>> {
  return {
    config: project.config,
    cluster: project.cluster,
    service: project.service,
    outcome: projectOutcome(project),
    changed: oldest(project, (result) => result.changed) ?? null,
    taskDefinitionArn: newest(project, (result) => result.running) ?? '',
    deploymentId: newest(project, (result) => result.deploymentId) ?? '',
  }
}

function reasonOf(result: CommandResult): string {
  return oneLine(result.diagnosis?.reason ?? result.sentence)
}

/** The last thing that a command printed: a document, or the comparison of `diff`. */
function lastText({ commands }: ProjectReport): string | undefined {
  const texts = commands.map(({ command, result }) => {
    if (result.document !== undefined) return result.document.text
    if (command !== 'diff' || result.comparison === undefined) return undefined
    return renderStyledDiffs(result.comparison)?.join('\n')
  })
  return texts.findLast((text) => text !== undefined)
}

function newest<T>(project: ProjectReport | undefined, read: (result: CommandResult) => T | undefined): T | undefined {
  return definedOf(project, read).at(-1)
}

function oldest<T>(project: ProjectReport | undefined, read: (result: CommandResult) => T | undefined): T | undefined {
  return definedOf(project, read).at(0)
}

function definedOf<T>(
  project: ProjectReport | undefined,
  read: (result: CommandResult) => T | undefined,
): readonly T[] {
  return (project?.commands ?? []).map((command) => read(command.result)).filter((value) => value !== undefined)
}

function textOf(value: boolean | number | undefined): string {
  return value === undefined ? '' : String(value)
}

function withNewline(text: string): string {
  return text.endsWith('\n') ? text : `${text}\n`
}

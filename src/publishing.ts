import { type CommentDraft, writeComment } from './github/comment.ts'
import { readPullRequest } from './github/event.ts'
import type { Runner } from './github/runner.ts'
import type { Environment } from './model/project.ts'
import type { RunReport } from './model/report.ts'
import type { Settings } from './model/settings.ts'
import type { Hiding } from './secrets.ts'
import { renderAnnotations } from './views/annotations.ts'
import { isSameComment, mergeComment } from './views/comment.ts'
import { isOurComment } from './views/comment-marks.ts'
import { renderSections } from './views/comment-section.ts'
import { renderDocument, renderOutputs } from './views/outputs.ts'
import { redactReport } from './views/redact.ts'
import { renderReport } from './views/report.ts'
import { renderSummary } from './views/summary.ts'

/** Where a run is told, after it ended. */
export interface Publication {
  /** Undefined when the inputs could not be read. */
  readonly settings: Settings | undefined
  readonly environment: Environment
  readonly runner: Runner
  readonly hiding: Hiding
}

/** Writes annotations, summary, comment, files and outputs; GitHub is best effort and never changes the outcome. */
export async function publish(raw: RunReport, publication: Publication): Promise<void> {
  const { runner, hiding } = publication
  const report = redactReport(raw, hiding)
  await runner.annotate(renderAnnotations(report))
  const [commentUrl, files] = await Promise.all([
    comment(report, publication),
    writeFiles(report, runner),
    tryWrite(runner, 'the job summary', () => runner.appendSummary(renderSummary(report))),
  ])
  const written = { documentFile: files['document.txt'] ?? '', reportFile: files['report.json'] ?? '', commentUrl }
  await tryWrite(runner, 'the outputs', () => runner.setOutputs(renderOutputs(report, written)))
}

async function writeFiles(report: RunReport, runner: Runner): Promise<Readonly<Record<string, string>>> {
  const document = renderDocument(report)
  const files = { 'report.json': renderReport(report), ...(document === undefined ? {} : { 'document.txt': document }) }
  try {
    return await runner.writeFiles(files)
  } catch (error) {
    runner.log(`warning: the report could not be written: ${String(error)}`)
    return {}
  }
}

async function tryWrite(runner: Runner, what: string, write: () => Promise<void>): Promise<void> {
  try {
    await write()
  } catch (error) {
    runner.log(`warning: ${what} could not be written: ${String(error)}`)
  }
}

/** The comment of the pull request; answers its address, empty where none was written. */
async function comment(report: RunReport, { settings, environment, runner, hiding }: Publication): Promise<string> {
  const sections = renderSections(report)
  if (settings === undefined || sections.length === 0) return ''
  const context = {
    key: settings.commentKey,
    commit: (await readPullRequest(environment))?.headSha || (environment['GITHUB_SHA'] ?? ''),
    runUrl: runUrlOf(environment),
    at: report.endedAt,
    version: report.version,
  }
  const draft: CommentDraft = {
    render: (existing) => hiding.secrets.mask(mergeComment(existing, sections, context)),
    isOurs: (body) => isOurComment(body, settings.commentKey),
    isSame: isSameComment,
  }
  const place = { env: environment, token: settings.githubToken, when: settings.comment }
  const { url = '', warning } = await writeComment(draft, place)
  if (warning !== undefined) runner.log(hiding.secrets.mask(`warning: ${warning}`))
  return url
}

function runUrlOf(environment: Environment): string {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: run } = environment
  if (!server || !repository || !run) return ''
  return `${server}/${repository}/actions/runs/${run}/attempts/${environment['GITHUB_RUN_ATTEMPT'] || '1'}`
}

import type { Runner } from './github/runner.ts'
import type { Environment } from './model/project.ts'
import type { RunReport } from './model/report.ts'
import type { Settings } from './model/settings.ts'
import type { Hiding } from './secrets.ts'
import { renderAnnotations } from './views/annotations.ts'
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
    writeComment(report, publication),
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

async function writeComment(_report: RunReport, _publication: Publication): Promise<string> {
  return ''
}

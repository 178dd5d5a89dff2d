import type { DocumentComparison, ProjectComparison } from '../model/comparison.ts'
import type { PrintedDocument } from '../model/report.ts'
import { booleanFlag, type Context, textFlag } from './context.ts'
import { definitionText } from './document-text.ts'
import { splitLines } from './shell-words.ts'

/**
 * The words of the program that shows differences; empty where none is named, or where it could be the program of a
 * fork.
 */
export async function findDiffProgram(context: Context): Promise<readonly string[]> {
  const words = splitLines(textFlag(context, 'external'))[0]?.words ?? []
  if (words.length === 0 || !(await context.isStranger())) return words
  const text = 'the external diff command is not run for a pull request from a fork: the differences are shown as usual'
  context.emit({ kind: 'note', level: 'warning', text })
  return []
}

/**
 * Has a program show what differs, the service first; both sides with their secrets hidden.
 *
 * @throws UserError `failed to run diff command: …`, after what it wrote was printed
 */
export async function showWithProgram(
  context: Context,
  words: readonly string[],
  { service, taskDefinition }: ProjectComparison,
): Promise<PrintedDocument | undefined> {
  let document: PrintedDocument | undefined
  for (const part of [service, taskDefinition]) {
    if (part === undefined || part.changes.length === 0) continue
    const { output, failure } = await runOn(context, words, part)
    if (output !== '') context.emit({ kind: 'printed', document: { title: 'diff', language: 'text', text: output } })
    if (failure !== undefined) throw failure
    document = { title: 'diff', language: 'text', text: (document?.text ?? '') + output }
  }
  return document
}

async function runOn(context: Context, words: readonly string[], part: DocumentComparison) {
  const { project, clock, deadline } = context
  const { subject, before, after } = context.hideComparison(part)
  const isJsonnet = booleanFlag(context, 'jsonnet')
  const name = `${subject === 'service' ? 'service' : 'taskdef'}.${isJsonnet ? 'jsonnet' : 'json'}`
  const sides = {
    name,
    remote: before === undefined ? '' : definitionText(before, isJsonnet),
    local: definitionText(after, isJsonnet),
  }
  // Few runs name a program, and node:child_process takes its time to load.
  const { runDiffProgram } = await import('../config/diff-program.ts')
  const left = deadline - clock.now()
  const timeout = Number.isFinite(left) ? Math.max(left, 1) : undefined
  return runDiffProgram(words, sides, { environment: project.environment, clock, timeout })
}

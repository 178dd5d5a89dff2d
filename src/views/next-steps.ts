import type { CommandReport } from '../model/report.ts'
import { isFailure } from '../model/verdict.ts'
import { code, prose } from './text.ts'

// The way out of a failed command (specification 7.4): look, compare, check, then ask for the details.
const usualSteps = [
  { verb: 'status', shows: 'what runs now and the latest events' },
  { verb: 'diff', shows: 'what the files would change' },
  { verb: 'verify', shows: 'whether images, roles, secrets, log groups and target groups are there' },
  { verb: 'log-level: debug', shows: 'every request and its answer' },
] as const

/** What to do after a failure, most useful first, as Markdown list; empty where nothing failed. */
export function renderNextSteps({ command, result }: CommandReport): string {
  const { outcome, diagnosis, leftovers } = result
  if (!isFailure(outcome)) return ''
  const known = diagnosis?.next ?? []
  const left = (leftovers ?? []).map((one) => `Left behind: ${one}`)
  const retry = diagnosis?.retryable === true ? ' The same run may succeed later.' : ''
  const title = diagnosis === undefined ? '**What to do next:**' : `**What to do:** ${prose(diagnosis.hint)}${retry}`
  return [title, '', ...[...known, ...left].map((step) => `- ${prose(step)}`), furtherSteps(command, known)].join('\n')
}

/** What shows more, without the command that failed and what the diagnosis named already. */
function furtherSteps(command: string, known: readonly string[]): string {
  const usual = usualSteps.filter(({ verb }) => {
    return verb !== command && !known.some((step) => new RegExp(`\\b${verb}\\b`).test(step))
  })
  return `- To look further: ${usual.map(({ verb, shows }) => `${code(verb)} shows ${shows}`).join('; ')}.`
}

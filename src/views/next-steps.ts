import type { ProjectReport } from '../model/report.ts'
import { isFailure } from '../model/verdict.ts'
import { decisiveCommand } from './headline.ts'
import { prose } from './text.ts'

// The way out of a failed command (specification 7.4): look, compare, check, then ask for the details.
const usualSteps = [
  { verb: 'status', text: '`status` shows what runs now and the latest events of the service.' },
  { verb: 'diff', text: '`diff` shows what the files would change.' },
  {
    verb: 'verify',
    text: '`verify` checks images, roles, secrets, log groups and target groups before anything starts.',
  },
  { verb: 'debug', text: '`log-level: debug` (or `--debug`) shows every request and its answer.' },
] as const

/** What to do next after a failure, most useful first, as Markdown list; empty where nothing failed. */
export function renderNextSteps(project: ProjectReport): string {
  const command = decisiveCommand(project)
  if (command === undefined || !isFailure(command.result.outcome)) return ''
  const known = command.result.diagnosis?.next ?? []
  const usual = usualSteps.filter(({ verb }) => {
    return verb !== command.command && !known.some((step) => new RegExp(`\\b${verb}\\b`).test(step))
  })
  const leftovers = (command.result.leftovers ?? []).map((left) => `Left behind: ${left}`)
  const steps = [...known, ...leftovers, ...usual.map((step) => step.text)]
  return ['**What to do next**', '', ...steps.map((step) => `- ${prose(step)}`)].join('\n')
}

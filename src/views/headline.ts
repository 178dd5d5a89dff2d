import type { CommandReport, ProjectReport, RunReport } from '../model/report.ts'
import { isFailure, type Outcome, outcomes, worstOutcome } from '../model/verdict.ts'

/** `prod/api`; the config's path for a project without a service; our own name where no project was reached. */
export function projectName(project: Pick<ProjectReport, 'cluster' | 'service' | 'config'>): string {
  if (project.service === '') return project.config || 'ecspresso'
  return `${project.cluster}/${project.service}`
}

/** The command that decides about a project: the worst, of equally bad ones the last. */
export function decisiveCommand(project: ProjectReport): CommandReport | undefined {
  const worst = projectOutcome(project)
  return project.commands.findLast((command) => command.result.outcome === worst)
}

/** The worst outcome of a project's commands; `skipped` where none ran. */
export function projectOutcome(project: ProjectReport): Outcome {
  return worstOutcome(project.commands.map((command) => command.result.outcome))
}

/** `✅`, `❌` … : red fails the step. */
export function outcomeIcon(outcome: Outcome): string {
  if (isFailure(outcome)) return '❌'
  if (outcome === 'awaiting-approval' || outcome === 'started') return '⏳'
  return outcome === 'skipped' || outcome === 'unchanged' || outcome === 'dry-run' ? '⚪' : '✅'
}

/** The outcome in words that fit after a name: `rolled back`. */
export function outcomeWords(outcome: Outcome): string {
  return outcome.replaceAll('-', ' ')
}

/** One line for a whole run: its only verdict, or how many projects ended how. */
export function headline(report: RunReport): string {
  const only = report.projects.length === 1 ? report.projects[0] : undefined
  const command = only && decisiveCommand(only)
  if (only !== undefined && command !== undefined) return command.result.sentence
  return tally(report)
}

/** `3 projects: 1 failed, 2 succeeded`, worst first. */
export function tally(report: RunReport): string {
  const all = report.projects.map(projectOutcome)
  if (all.length === 0) return 'no project was run'
  const groups = outcomes.flatMap((outcome) => {
    const number = all.filter((one) => one === outcome).length
    return number === 0 ? [] : [`${number === all.length ? 'all' : number} ${outcomeWords(outcome)}`]
  })
  return all.length === 1 ? `1 project ${outcomeWords(report.outcome)}` : `${all.length} projects: ${groups.join(', ')}`
}

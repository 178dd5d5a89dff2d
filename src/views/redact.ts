import type { ProjectComparison } from '../model/comparison.ts'
import type { RunEvent } from '../model/event.ts'
import { isList, isObject, type Json } from '../model/json.ts'
import type { CommandReport, CommandResult, ProjectReport, RunReport } from '../model/report.ts'
import { type Hiding, hideComparison, hideDocument } from '../secrets.ts'

// Everything below runs before any rendering: a text that is escaped first may hold a secret that no longer
// looks like itself.

/** A report with every secret hidden, ready for the views. */
export function redactReport(report: RunReport, hiding: Hiding): RunReport {
  return { ...report, projects: report.projects.map((project) => redactProject(project, hiding)) }
}

/** An event with every secret hidden, ready for the log. */
export function redactEvent(event: RunEvent, hiding: Hiding): RunEvent {
  return maskTexts(hideInside(event, hiding), hiding)
}

function redactProject(project: ProjectReport, hiding: Hiding): ProjectReport {
  const { commands, events } = project
  return {
    ...maskTexts({ ...project, commands: [], events: [] }, hiding),
    commands: commands.map((command) => redactCommand(command, hiding)),
    events: events.map((event) => redactEvent(event, hiding)),
  }
}

function redactCommand(command: CommandReport, hiding: Hiding): CommandReport {
  return maskTexts({ ...command, result: hideResult(command.result, hiding) }, hiding)
}

function hideInside(event: RunEvent, hiding: Hiding): RunEvent {
  if (event.kind === 'compared') return { ...event, comparison: hideProject(event.comparison, hiding) }
  if (event.kind === 'ended') return { ...event, result: hideResult(event.result, hiding) }
  if (event.kind !== 'call' || event.input === undefined) return event
  // What would be sent is JSON; dates and the like become what they are on the wire.
  const input: Json = JSON.parse(JSON.stringify(event.input))
  return isObject(input) ? { ...event, input: hideDocument(input, hiding) } : event
}

function hideResult(result: CommandResult, hiding: Hiding): CommandResult {
  return result.comparison === undefined ? result : { ...result, comparison: hideProject(result.comparison, hiding) }
}

function hideProject(comparison: ProjectComparison, hiding: Hiding): ProjectComparison {
  const { service, taskDefinition } = comparison
  return {
    ...comparison,
    ...(service && { service: hideComparison(service, hiding) }),
    ...(taskDefinition && { taskDefinition: hideComparison(taskDefinition, hiding) }),
  }
}

/** Every text of a value masked, the shape kept. */
function maskTexts<T extends object>(value: T, hiding: Hiding): T {
  const masked: unknown = maskJson(value as unknown as Json, hiding)
  // The shape is the same, which the compiler cannot see through a walk over keys.
  return masked as T
}

function maskJson(value: Json, hiding: Hiding): Json {
  if (typeof value === 'string') return hiding.secrets.mask(value)
  if (isList(value)) return value.map((item) => maskJson(item, hiding))
  if (!isObject(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, maskJson(child, hiding)]))
}

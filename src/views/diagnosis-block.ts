import type { Diagnosis, Evidence, LogExcerpt } from '../model/diagnosis.ts'
import { formatLocation } from '../model/location.ts'
import { count } from './text.ts'
import { formatTime } from './time.ts'

const sourceNames = {
  apiError: 'AWS answered',
  containerReason: 'container stopped',
  stoppedReason: 'task stopped',
  exitCode: 'container stopped',
  health: 'health check',
  event: 'service event',
  rollout: 'deployment',
  codedeploy: 'CodeDeploy',
  log: 'log',
  cli: 'message',
} as const satisfies Record<Evidence['source'], string>

/** Why it did not work, as plain lines for the log: cause, what to do, what AWS said, the container's last words. */
export function renderDiagnosis(diagnosis: Diagnosis): readonly string[] {
  return [
    '',
    `why it failed: ${diagnosis.reason}${placeOf(diagnosis)}`,
    `what to do: ${diagnosis.hint}`,
    ...section(`what AWS reported${affected(diagnosis)}:`, evidenceOf(diagnosis).map(evidenceLine)),
    ...distinctLogs(diagnosis.logs).flatMap((logs) =>
      section(
        logTitle(logs),
        logs.log.lines.map((line) => `| ${line}`),
      ),
    ),
    ...section(
      'what to look at next:',
      diagnosis.next.map((step) => `- ${step}`),
    ),
    ...section('could not be read:', diagnosis.notes),
    '',
  ]
}

/** What is worth showing beside the reason and the logs: what one of them quotes already says nothing new. */
export function evidenceOf({ evidence, reason, logs }: Diagnosis): readonly Evidence[] {
  return evidence.filter(({ source, message }) => {
    if (source === 'log') return !logs.some((log) => log.lines.includes(message))
    return source !== 'cli' || !reason.includes(message)
  })
}

/** A log, and the ids of further tasks of the container whose logs say the same. */
export interface DistinctLog {
  readonly log: LogExcerpt
  readonly sameIn: readonly string[]
}

/** Logs without repetitions: the tasks of one revision tend to die with the same words. */
export function distinctLogs(logs: readonly LogExcerpt[]): readonly DistinctLog[] {
  const groups = Map.groupBy(logs, ({ container, lines }) => JSON.stringify([container, lines]))
  return [...groups.values()].flatMap(([log, ...others]) => {
    return log === undefined ? [] : [{ log, sameIn: others.map(({ task }) => task) }]
  })
}

/** `12:03:09Z  task stopped (container app, task 0f3a): CannotPullContainerError: …` */
function evidenceLine(evidence: Evidence): string {
  const { at, container, task } = evidence
  const time = at === undefined ? '' : `${formatTime(at)}Z  `
  const where = [container && `container ${container}`, task && `task ${task}`].filter((part) => part !== undefined)
  const place = where.length === 0 ? '' : ` (${where.join(', ')})`
  return `${time}${speakerOf(evidence)}${place}: ${messageOf(evidence)}`
}

/** `last log lines of app (task 0f3a, log group /ecs/api; the same in task 1b7e):` */
function logTitle({ log, sameIn }: DistinctLog): string {
  const more = sameIn.length === 0 ? '' : `; the same in task ${sameIn.join(', ')}`
  return `last log lines of ${log.container} (task ${log.task}, log group ${log.group}${more}):`
}

/** ` (seen on 3 tasks)`, nothing for none. */
export function affected(diagnosis: Diagnosis): string {
  return diagnosis.tasks === 0 ? '' : ` (seen on ${count(diagnosis.tasks, 'task')})`
}

function placeOf(diagnosis: Diagnosis): string {
  return diagnosis.location === undefined ? '' : ` (${formatLocation(diagnosis.location)})`
}

/** The call that was refused, or what kind of thing speaks. */
export function speakerOf({ source, operation }: Evidence): string {
  return operation ?? sourceNames[source]
}

/** What was said, with the name of the error and the exit code where they are not in it. */
export function messageOf(evidence: Evidence): string {
  const { errorName, exitCode, message } = evidence
  const name = errorName === undefined || message.includes(errorName) ? '' : `${errorName}: `
  const exit = exitCode === undefined || evidence.source === 'exitCode' ? '' : ` (exit code ${exitCode})`
  return `${name}${message}${exit}`
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [title, ...lines.map((line) => `  ${line}`)]
}

import type { Diagnosis, Evidence } from '../model/diagnosis.ts'
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
    ...diagnosis.logs.flatMap((log) =>
      section(
        logTitle(log),
        log.lines.map((line) => `| ${line}`),
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

/** What is worth showing beside the reason: a message of our own that the reason quotes says nothing new. */
export function evidenceOf({ evidence, reason }: Diagnosis): readonly Evidence[] {
  return evidence.filter((one) => one.source !== 'cli' || !reason.includes(one.message))
}

/** `12:03:09Z  task stopped (container app, task 0f3a): CannotPullContainerError: …` */
export function evidenceLine(evidence: Evidence): string {
  const time = evidence.at === undefined ? '' : `${formatTime(evidence.at)}Z  `
  return `${time}${speakerOf(evidence)}: ${messageOf(evidence)}`
}

/** `last log lines of app (task 0f3a, log group /ecs/api):` */
function logTitle(log: Diagnosis['logs'][number]): string {
  return `last log lines of ${log.container} (task ${log.task}, log group ${log.group}):`
}

/** ` (3 tasks died of it)`, nothing for none. */
export function affected(diagnosis: Diagnosis): string {
  return diagnosis.tasks === 0 ? '' : ` (${count(diagnosis.tasks, 'task')} died of it)`
}

function placeOf(diagnosis: Diagnosis): string {
  return diagnosis.location === undefined ? '' : ` (${formatLocation(diagnosis.location)})`
}

function speakerOf({ source, operation, container, task }: Evidence): string {
  const name = operation ?? sourceNames[source]
  const where = [container && `container ${container}`, task && `task ${task}`].filter((part) => part !== undefined)
  return where.length === 0 ? name : `${name} (${where.join(', ')})`
}

function messageOf(evidence: Evidence): string {
  const { errorName, exitCode, message } = evidence
  const name = errorName === undefined || message.includes(errorName) ? '' : `${errorName}: `
  const exit = exitCode === undefined || evidence.source === 'exitCode' ? '' : ` (exit code ${exitCode})`
  return `${name}${message}${exit}`
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [title, ...lines.map((line) => `  ${line}`)]
}

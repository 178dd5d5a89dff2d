import type { Diagnosis, Evidence } from '../model/diagnosis.ts'
import { formatLocation } from '../model/location.ts'
import type { CommandResult } from '../model/report.ts'
import { affected, type DistinctLog, distinctLogs, evidenceOf, messageOf, speakerOf } from './diagnosis-block.ts'
import { listLimits } from './limits.ts'
import { type ConsolePlace, logStreamLink, taskLink } from './links.ts'
import { code, fence, link, prose, shorten, splitLines } from './text.ts'
import { formatTime } from './time.ts'

/** Why it did not work, in one line: what the verdict says already is not said again. Empty without a diagnosis. */
export function renderCause({ diagnosis, sentence }: CommandResult): string {
  if (diagnosis === undefined) return ''
  const { reason, location, label } = diagnosis
  const cause = sentence.includes(reason) ? 'as said above' : prose(reason)
  const place = location === undefined ? [] : [code(formatLocation(location))]
  return `**Cause:** ${[cause, ...place, code(label)].join(' · ')}`
}

/** What the cause was read from: the containers' last words, what AWS reported, what could not be read. */
export function renderEvidence(diagnosis: Diagnosis, place: ConsolePlace): string {
  return [
    ...distinctLogs(diagnosis.logs).map((logs) => logBlock(logs, diagnosis, place)),
    evidenceList(diagnosis, place),
    notesList(diagnosis.notes),
  ]
    .filter((block) => block !== '')
    .join('\n\n')
}

function evidenceList(diagnosis: Diagnosis, place: ConsolePlace): string {
  const evidence = evidenceOf(diagnosis)
  if (evidence.length === 0) return ''
  const shown = evidence.slice(0, listLimits.evidence)
  const more = evidence.length > shown.length ? [`- and ${evidence.length - shown.length} more`] : []
  const linked = shown.some((one) => one.task !== undefined)
  const kept = linked ? '; the console keeps stopped tasks for about an hour' : ''
  const title = `**What AWS reported**${affected(diagnosis)}, times in UTC${kept}:`
  return [title, '', ...shown.map((one) => evidenceItem(one, place)), ...more].join('\n')
}

/** `- 12:03:09 task stopped (0f3a9c21): …`, the task with a link. */
function evidenceItem(evidence: Evidence, place: ConsolePlace): string {
  const { at, container, task } = evidence
  const time = at === undefined ? '' : `${formatTime(at)} `
  const where = [container && prose(container), task && shortTask(task, place)].filter((part) => part !== undefined)
  const who = `${prose(speakerOf(evidence))}${where.length === 0 ? '' : ` (${where.join(', ')})`}`
  return `- ${time}${who}: ${code(shorten(messageOf(evidence), 1000))}`
}

/** The id's beginning is enough to tell tasks apart; the link has all of it. */
function shortTask(task: string, place: ConsolePlace): string {
  return `task ${link(task.slice(0, 8), taskLink(place, task))}`
}

function logBlock({ log, sameIn }: DistinctLog, diagnosis: Diagnosis, place: ConsolePlace): string {
  const stopped = diagnosis.evidence.find((one) => one.task === log.task && one.at !== undefined)?.at
  // Ten minutes before the end are enough to see how it came to it.
  const from = stopped === undefined ? {} : { from: stopped - 600_000 }
  const url = logStreamLink(place.region, { group: log.group, stream: log.stream, ...from })
  const others = sameIn.map((task) => shortTask(task, place))
  const more = others.length === 0 ? '' : `; the same in ${others.join(', ')}`
  const title = `**Last log lines of** ${code(log.container)} (${shortTask(log.task, place)}, ${link('log stream', url)}${more}):`
  const lines = log.lines
    .flatMap(splitLines)
    .slice(-listLimits.logLines)
    .map((line) => shorten(line, 500))
  return `${title}\n\n${fence(lines.join('\n'), 'text')}`
}

function notesList(notes: readonly string[]): string {
  return notes.length === 0 ? '' : ['**Could not be read:**', '', ...notes.map((note) => `- ${prose(note)}`)].join('\n')
}

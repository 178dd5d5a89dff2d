import type { Diagnosis, LogExcerpt } from '../model/diagnosis.ts'
import { formatLocation } from '../model/location.ts'
import { affected, evidenceLine, evidenceOf } from './diagnosis-block.ts'
import { listLimits } from './limits.ts'
import { type ConsolePlace, logStreamLink, taskLink } from './links.ts'
import { code, fence, link, prose, shorten, splitLines } from './text.ts'

/** Why it did not work, in Markdown: cause, remedy, what AWS reported, the containers' last words, links. */
export function renderDiagnosisMarkdown(diagnosis: Diagnosis, place: ConsolePlace): string {
  const at = diagnosis.location === undefined ? '' : ` (${code(formatLocation(diagnosis.location))})`
  const retry = diagnosis.retryable ? ' The same run may succeed later.' : ''
  return [
    `**Cause:** ${prose(diagnosis.reason)}${at} · ${code(diagnosis.label)}`,
    `**What to do:** ${prose(diagnosis.hint)}${retry}`,
    evidenceList(diagnosis),
    ...diagnosis.logs.map((log) => logBlock(log, diagnosis, place)),
    taskLinks(diagnosis, place),
    notesList(diagnosis.notes),
  ]
    .filter((block) => block !== '')
    .join('\n\n')
}

function evidenceList(diagnosis: Diagnosis): string {
  const evidence = evidenceOf(diagnosis)
  if (evidence.length === 0) return ''
  const lines = evidence.slice(0, listLimits.evidence).map((one) => `- ${code(shorten(evidenceLine(one), 1000))}`)
  const more = evidence.length > lines.length ? [`- and ${evidence.length - lines.length} more`] : []
  return [`**What AWS reported**${affected(diagnosis)}, times in UTC:`, '', ...lines, ...more].join('\n')
}

function logBlock(log: LogExcerpt, diagnosis: Diagnosis, place: ConsolePlace): string {
  const stopped = diagnosis.evidence.find((one) => one.task === log.task && one.at !== undefined)?.at
  // Ten minutes before the end are enough to see how it came to it.
  const from = stopped === undefined ? {} : { from: stopped - 600_000 }
  const url = logStreamLink(place.region, { group: log.group, stream: log.stream, ...from })
  const title = `**Last log lines of** ${code(log.container)} (task ${code(log.task)}, ${link('log stream', url)}):`
  const lines = log.lines
    .flatMap(splitLines)
    .slice(-listLimits.logLines)
    .map((line) => shorten(line, 500))
  return `${title}\n\n${fence(lines.join('\n'), 'text')}`
}

function taskLinks(diagnosis: Diagnosis, place: ConsolePlace): string {
  const tasks = new Set(diagnosis.evidence.flatMap((one) => (one.task === undefined ? [] : [one.task])))
  if (tasks.size === 0) return ''
  const links = [...tasks].slice(0, listLimits.evidence).map((task) => link(shorten(task, 40), taskLink(place, task)))
  return `**Stopped tasks** (the console keeps them for about an hour): ${links.join(' · ')}`
}

function notesList(notes: readonly string[]): string {
  return notes.length === 0 ? '' : ['**Could not be read:**', '', ...notes.map((note) => `- ${prose(note)}`)].join('\n')
}

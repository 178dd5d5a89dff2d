import type { Finding } from '../model/diagnosis.ts'
import { formatLocation } from '../model/location.ts'
import { code, count, fold, prose, shorten } from './text.ts'

const marks = { ok: '✅', failed: '❌', warning: '⚠️', skipped: '⚪' } as const

/** The results of `verify`: what needs a look as a list, which is readable on a narrow screen too; the rest in a fold. */
export function renderFindings(findings: readonly Finding[]): string {
  const open = findings.filter((finding) => finding.status === 'failed' || finding.status === 'warning')
  const rest = findings.filter((finding) => !open.includes(finding))
  const blocks = [
    ...(open.length === 0 ? [] : [listOf(open)]),
    ...(rest.length === 0 ? [] : [fold(`${count(rest.length, 'check')} without a complaint`, listOf(rest))]),
  ]
  return blocks.join('\n\n')
}

function listOf(findings: readonly Finding[]): string {
  return findings.map(itemOf).join('\n')
}

/** `- ❌ **image** app (nginx:1): no such tag · ecs/task.json:7`, and what to do on a line of its own. */
function itemOf({ status, check, subject, message, hint, location }: Finding): string {
  const place = location === undefined ? '' : ` · ${code(formatLocation(location))}`
  const advice = hint === undefined || status === 'ok' ? '' : `<br>${prose(shorten(hint, 300))}`
  return `- ${marks[status]} **${prose(check)}** ${code(shorten(subject, 200))}: ${prose(shorten(message, 500))}${place}${advice}`
}

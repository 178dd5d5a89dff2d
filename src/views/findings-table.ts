import type { Finding } from '../model/diagnosis.ts'
import { formatLocation } from '../model/location.ts'
import { code, count, fold, prose, row, shorten } from './text.ts'

const marks = { ok: '✅ OK', failed: '❌ NG', warning: '⚠️ WARN', skipped: '⚪ SKIP' } as const

/** The results of `verify`: what needs a look in a table, what is well in a fold. */
export function renderFindings(findings: readonly Finding[]): string {
  const open = findings.filter((finding) => finding.status === 'failed' || finding.status === 'warning')
  const rest = findings.filter((finding) => !open.includes(finding))
  const blocks = [
    ...(open.length === 0 ? [] : [tableOf(open)]),
    ...(rest.length === 0 ? [] : [fold(`${count(rest.length, 'check')} without a complaint`, tableOf(rest))]),
  ]
  return blocks.join('\n\n')
}

function tableOf(findings: readonly Finding[]): string {
  const rows = findings.map((finding) => row(cellsOf(finding)))
  return ['| result | check | what | detail |', '|---|---|---|---|', ...rows].join('\n')
}

function cellsOf({ status, check, subject, message, hint, location }: Finding): readonly string[] {
  const place = location === undefined ? '' : ` (${code(formatLocation(location))})`
  const advice = hint === undefined || status === 'ok' ? '' : ` ${prose(shorten(hint, 300))}`
  return [marks[status], prose(check), code(shorten(subject, 200)), `${prose(shorten(message, 500))}${place}${advice}`]
}

import type { Finding } from '../model/diagnosis.ts'
import type { Aws } from '../model/ports.ts'
import type { Check, Subject, VerifyOptions } from './check.ts'
import { checks } from './index.ts'

/**
 * Runs every check at once and returns all findings in the order of the list. Without `aws` only those run that read
 * nothing but the files.
 */
export async function runChecks(
  subject: Subject,
  aws: Aws | undefined,
  options: VerifyOptions,
): Promise<readonly Finding[]> {
  const runOne = async (check: Check): Promise<readonly Finding[]> => {
    if (!check.needsAws) return check.run(subject)
    return aws === undefined ? [] : check.run(subject, aws, options)
  }
  return (await Promise.all(checks.map(runOne))).flat()
}

/** What findings come to. */
export interface VerifyVerdict {
  readonly passed: boolean
  readonly sentence: string
}

/** Passed unless a check failed; what could not be checked is counted in the sentence. */
export function verdictOf(findings: readonly Finding[]): VerifyVerdict {
  const having = (status: Finding['status']) => findings.filter((finding) => finding.status === status)
  const [first, ...others] = having('failed')
  if (first !== undefined) {
    const more = others.length === 0 ? '' : `, and ${others.length} more`
    return { passed: false, sentence: `verify ${first.check} failed: ${first.subject}: ${first.message}${more}` }
  }
  const counts = [
    count(having('warning').length, 'warning', 'warnings'),
    count(having('skipped').length, 'check skipped', 'checks skipped'),
  ].filter((text) => text !== '')
  return { passed: true, sentence: ['Verify OK!', counts.join(', ')].join(' ').trimEnd() }
}

function count(number: number, one: string, several: string): string {
  if (number === 0) return ''
  return `${number} ${number === 1 ? one : several}`
}

import type { Evidence, EvidenceSource } from '../model/diagnosis.ts'
import { type Facts, readFacts } from './facts.ts'
import { rules } from './rules/index.ts'
import { unclassified } from './rules/info.ts'
import type { Pattern, Rule } from './rules/rule.ts'
import { type Statement, unpeeled, unwrap } from './unwrap.ts'

/** A line of evidence and the rule that knows it. */
export interface Recognition {
  readonly evidence: Evidence
  readonly rule: Rule
  readonly facts: Facts
}

/** Finds the rule for one line: what is inside the wrappers first, then the line as it was said. */
export function recognise(evidence: Evidence): Recognition {
  const inner = unwrap(evidence)
  const whole = unpeeled(evidence)
  // A log line is nobody's wrapper: `FATAL:` in front of it is part of what it says.
  const attempts = evidence.source === 'log' || inner.text === whole.text ? [whole] : [inner, whole]
  for (const statement of attempts) {
    const subject = { statement, facts: readFacts(statement, evidence), source: evidence.source }
    const rule = find(subject, (candidate) => candidate.when) ?? find(subject, (candidate) => candidate.otherwise ?? [])
    if (rule !== undefined) return { evidence, rule, facts: subject.facts }
  }
  return { evidence, rule: unclassified, facts: readFacts(whole, evidence) }
}

interface Subject {
  readonly statement: Statement
  readonly facts: Facts
  readonly source: EvidenceSource
}

function find(subject: Subject, patternsOf: (rule: Rule) => Rule['when']): Rule | undefined {
  return rules.find(
    (rule) => appliesTo(rule.from, subject.source) && patternsOf(rule).some((one) => matches(one, subject)),
  )
}

function appliesTo(from: readonly EvidenceSource[] | undefined, source: EvidenceSource): boolean {
  // What an application prints about its own business is not what ECS says about the deployment.
  return from === undefined ? source !== 'log' : from.includes(source)
}

function matches(pattern: RegExp | Pattern, { statement, facts, source }: Subject): boolean {
  if (pattern instanceof RegExp) return pattern.test(statement.text)
  const { all = [], operation, exits, from } = pattern
  return (
    (from === undefined || from.includes(source)) &&
    (operation === undefined || operation.test(facts.operation ?? '')) &&
    (exits === undefined || (facts.exitCode !== undefined && exits(facts.exitCode))) &&
    all.every((part) => part.test(statement.text))
  )
}

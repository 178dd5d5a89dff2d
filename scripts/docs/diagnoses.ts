import { rules } from '../../src/diagnose/rules/index.ts'
import type { Rule } from '../../src/diagnose/rules/rule.ts'
import { code, table } from './markdown.ts'

/** The text of docs/diagnoses.md: every label with what to do about it. */
export function renderDiagnosesPage(): string {
  const byLabel = Map.groupBy(rules, (rule) => rule.label)
  const categories = Map.groupBy([...byLabel.keys()].sort(), (label) => label.split('/')[0] ?? '')
  const sections = [...categories].flatMap(([category, labels]) => [
    `## ${category}`,
    '',
    table(
      ['label', 'what to do', 'same run may succeed later'],
      labels.map((label) => rowOf(label, byLabel.get(label) ?? [])),
    ),
    '',
  ])
  return [
    '<!-- Written by `npm run docs` from src/diagnose/rules. -->',
    '# What is diagnosed',
    '',
    'The output `failure-category` holds one of these labels; log, summary and annotation show the sentence that goes',
    'with it, the evidence that decided, and what to do.',
    '',
    ...sections,
  ]
    .join('\n')
    .trimEnd()
    .concat('\n')
}

function rowOf(label: string, found: readonly Rule[]): readonly string[] {
  const hints = [...new Set(found.map((rule) => rule.hint).filter((hint) => hint !== ''))]
  const answers = new Set(found.map((rule) => (rule.retryable ? 'yes' : 'no')))
  return [code(label), hints.join(' '), [...answers].sort().toReversed().join(' or ')]
}

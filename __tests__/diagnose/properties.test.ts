import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { labelLine } from '../../scripts/classify-line.ts'
import { classify } from '../../src/diagnose/classify.ts'
import { diagnose } from '../../src/diagnose/diagnose.ts'
import { rules } from '../../src/diagnose/rules/index.ts'
import type { Evidence, EvidenceSource } from '../../src/model/diagnosis.ts'

const sources: readonly EvidenceSource[] = [
  'apiError',
  'containerReason',
  'stoppedReason',
  'exitCode',
  'health',
  'event',
  'rollout',
  'codedeploy',
  'log',
  'cli',
]

/** Words that open many patterns, so that random texts get deep into them. */
const words = [
  'CannotPullContainerError:',
  'failed to resolve ref',
  'unable to pull secrets or registry auth:',
  'arn:aws:iam::123456789012:role/x',
  'not authorized to perform:',
  'target group',
  'deployment',
  'has been retried 1 time(s)',
  'service',
  'exit code',
  'environment variable',
  'operation error ECS: UpdateService, ',
  '(service a)',
  'hook',
  '"',
  '(',
  ' ',
  'a',
]
const text = fc.oneof(
  fc.string(),
  fc.array(fc.constantFrom(...words), { maxLength: 400 }).map((list) => list.join(' ')),
)
const line: fc.Arbitrary<Evidence> = fc.record({ source: fc.constantFrom(...sources), message: text })

/** Ample for a slow machine; a pattern that backtracks without end needs minutes. */
const mostMs = 1000

describe('classify, whatever is said', () => {
  it('answers with a label of the taxonomy, and soon', () => {
    const known = new Set([...rules.map((rule) => rule.label), 'unknown/unclassified'])
    fc.assert(
      fc.property(fc.array(line, { maxLength: 4 }), (evidence) => {
        const began = performance.now()
        expect(known).toContain(classify(evidence).label)
        expect(performance.now() - began).toBeLessThan(mostMs)
      }),
    )
  })

  it.each([...words, 'exec: "', 'secret ', 'key ', 'image ', 'failed '])(
    'is not slowed down by %j, a thousand times over',
    (word) => {
      const began = performance.now()
      for (const source of sources) classify([{ source, message: word.repeat(4000) }])
      expect(performance.now() - began).toBeLessThan(10 * mostMs)
    },
  )

  it('diagnoses in sentences', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 4 }), (evidence) => {
        const diagnosis = diagnose({ evidence, logs: [], notes: [] })
        expect(diagnosis.reason.trim()).not.toBe('')
        expect(diagnosis.reason).not.toContain('undefined')
        expect(diagnosis.hint).toMatch(/\.$/)
      }),
    )
  })

  it('labels any line, JSON or not', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (any) =>
        expect(labelLine(any).label).toMatch(/^[a-z-]+\/[a-z0-9-]+$/),
      ),
    )
  })
})

describe('the rules', () => {
  it.each(rules.map((rule) => [rule.label, rule] as const))('%s speaks in sentences', (_, rule) => {
    expect(rule.hint).toMatch(/^[A-Z].*\.$/s)
    for (const step of rule.next) expect(step).toMatch(/^[A-Z0-9`].*\.$/s)
    expect(rule.reason({ quote: 'x' })).not.toMatch(/undefined|\.$/)
  })
})

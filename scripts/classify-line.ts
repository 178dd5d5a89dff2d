import { classify } from '../src/diagnose/classify.ts'
import type { Evidence, EvidenceSource } from '../src/model/diagnosis.ts'

/** A line of the corpus with the label that the product gives it. */
export interface LabelledLine {
  readonly id: string
  readonly label: string
}

const unreadable = 'unknown/unclassified'

/** Labels one JSON line: a single message, or an incident with its `evidence`. A line that is no JSON gets no id. */
export function labelLine(line: string): LabelledLine {
  const record = readRecord(line)
  const id = textOf(record['id']) ?? ''
  const listed = record['evidence']
  const evidence = (Array.isArray(listed) ? listed : [record]).flatMap(readEvidence)
  return { id, label: evidence.length === 0 ? unreadable : classify(evidence).label }
}

const sources: ReadonlyMap<string, EvidenceSource> = new Map([
  ...(
    [
      'apiError',
      'containerReason',
      'stoppedReason',
      'exitCode',
      'health',
      'event',
      'rollout',
      'codedeploy',
      'log',
    ] as const
  ).map((source) => [source, source] as const),
  ['healthStatus', 'health'],
])

function readEvidence(value: unknown): Evidence[] {
  const record = toRecord(value)
  const message = textOf(record['message'])
  if (message === undefined) return []
  const texts = Object.fromEntries(
    ['errorName', 'operation', 'stopCode', 'container', 'task'].flatMap((key) => {
      const text = textOf(record[key])
      return text === undefined ? [] : [[key, text]]
    }),
  )
  const exitCode = record['exitCode']
  return [
    {
      ...texts,
      ...(typeof exitCode === 'number' ? { exitCode } : {}),
      // Whatever else a tool printed.
      source: sources.get(textOf(record['source']) ?? '') ?? 'cli',
      message,
    },
  ]
}

function readRecord(line: string): Readonly<Record<string, unknown>> {
  try {
    return toRecord(JSON.parse(line))
  } catch {
    return {}
  }
}

function toRecord(value: unknown): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(Object(value)))
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}

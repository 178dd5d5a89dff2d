import { describe, expect, it } from '@jest/globals'
import type { JsonObject } from '../../src/model/json.ts'
import { formatDocument } from '../../src/plan/canonical.ts'
import { normaliseCpu, normaliseMemory } from '../../src/plan/normalise-task-definition.ts'

describe('formatDocument', () => {
  it.each<[string, JsonObject, string]>([
    ['sorts keys', { b: 1, a: { d: true, c: 'x' } }, '{\n  "a": {\n    "c": "x",\n    "d": true\n  },\n  "b": 1\n}\n'],
    ['drops nulls and empty lists', { a: null, b: [], c: [[], null], d: {} }, '{\n  "d": {}\n}\n'],
    [
      'keeps what the file says of unset values',
      { a: '', b: 0, c: false },
      '{\n  "a": "",\n  "b": 0,\n  "c": false\n}\n',
    ],
    ['escapes for HTML', { a: '<&>\u2028' }, '{\n  "a": "\\u003c\\u0026\\u003e\\u2028"\n}\n'],
    ['keeps keys as they are', { new: { A: 'x' } }, '{\n  "new": {\n    "A": "x"\n  }\n}\n'],
  ])('%s', (_name, document, text) => {
    expect(formatDocument(document)).toBe(text)
  })
})

it.each([
  ['256', '256'],
  ['0.25 vCPU', '256'],
  ['.5vCPU', '512'],
  ['4 vcpu', '4096'],
  ['x vCPU', undefined],
  ['vCPU', undefined],
])('cpu %s is %s', (text, amount) => {
  expect(normaliseCpu(text)).toBe(amount)
})

it.each([
  ['512', '512'],
  ['0.5 GB', '512'],
  ['4GB', '4096'],
  ['1 gb', '1 gb'],
])('memory %s is %s', (text, amount) => {
  expect(normaliseMemory(text)).toBe(amount)
})

import { expect, it } from '@jest/globals'
import fc from 'fast-check'
import { runEngine } from '../../src/config/jsonnet/engine.ts'
import type { Json } from '../../src/model/json.ts'
import { jsonnetText } from '../../src/plan/jsonnet-text.ts'

/** What the standard formatter, which is part of the engine, writes. */
async function standard(value: Json): Promise<string> {
  const format = `${JSON.stringify(value, null, 2)}
`
  const request = { file: 'document', extStr: {}, extCode: {}, natives: [], format }
  return (await runEngine(request, () => ({ failure: 'nothing is read' }))).text
}

it.each<Json>([
  { a: 1, 'b-c': [true, null, 'x'], d: {}, e: [], local: 'y', _f: -1.5e9 },
  "it's",
  'say "a"',
  `both ' and "`,
  'a\\b\n\t\u0001\u007f\u2028é<&>',
  { "it's": 1, 'say "a"': 2, '': 3, '1a': 4 },
  { importbin: 1, self: 2, $: 3 },
])('%j', async (value) => {
  expect(jsonnetText(value)).toBe(await standard(value))
})

it('is what the standard formatter writes', async () => {
  const text = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom('"', "'", '\\', '\n', 'a', '{', '\u0085') }))
  const { document } = fc.letrec<{ document: Json }>((tie) => ({
    document: fc.oneof(
      { maxDepth: 4 },
      text,
      fc.integer(),
      fc.boolean(),
      fc.array(tie('document'), { maxLength: 3 }),
      fc.dictionary(fc.oneof(text, fc.constantFrom('name', 'in', 'containerDefinitions')), tie('document'), {
        maxKeys: 4,
        noNullPrototype: true,
      }),
    ),
  }))
  await fc.assert(
    fc.asyncProperty(document, async (value) => {
      expect(jsonnetText(value)).toBe(await standard(value))
    }),
  )
})

import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { readLocation } from '../../../src/config/plugins/state-location.ts'
import { createStateReader } from '../../../src/config/plugins/state-reader.ts'
import { TerraformState } from '../../../src/config/plugins/terraform-state.ts'
import { FunctionFailure } from '../../../src/config/template/values.ts'
import type { JsonObject } from '../../../src/model/json.ts'
import { repository } from '../workspace.ts'

const pieces = fc.constantFrom(
  ...[
    'output',
    'a',
    '.',
    '[',
    ']',
    '"',
    "'",
    '0',
    '-1',
    '\\',
    'module',
    'data',
    ' | ',
    '__proto__',
    'é',
    '{',
    '/',
    ':',
    '%',
  ],
)
const addresses = fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join(''))
const json = fc.jsonValue({ maxDepth: 4 }).map((value) => JSON.parse(JSON.stringify(value)))
const instance = fc.record({ index_key: json, attributes: json, sensitive_attributes: json }, { requiredKeys: [] })
const resource = fc.record(
  { mode: json, type: json, name: json, module: json, instances: fc.oneof(json, fc.array(instance)) },
  { requiredKeys: [] },
)
const documents = fc.record(
  { version: fc.constant(4), outputs: json, resources: fc.oneof(json, fc.array(resource)), backend: json },
  { requiredKeys: [] },
)

/** What is thrown must be an explanation with a hint. */
async function explains(work: () => unknown): Promise<void> {
  try {
    await work()
  } catch (error) {
    expect(error).toBeInstanceOf(FunctionFailure)
  }
}

describe('whatever a state holds', () => {
  it('every address has a value or an explanation', async () => {
    await fc.assert(
      fc.asyncProperty(documents, addresses, async (document: JsonObject, address) => {
        const state = new TerraformState(document)
        await explains(() => expect(state.lookUp(address).value).not.toBeNull())
      }),
      { numRuns: 500 },
    )
  })

  it('reading it ends with a state or an explanation', async () => {
    const root = repository({})
    const texts = fc.oneof(
      documents.map((document) => JSON.stringify(document)),
      fc.string(),
    )
    await fc.assert(
      fc.asyncProperty(
        texts,
        fc.oneof(addresses, fc.constantFrom('s3://b/k', 'https://h/x')),
        async (text, location) => {
          const answer = async () => text
          const read = createStateReader({
            environment: { TFE_TOKEN: 't' },
            objects: { readText: answer },
            web: { readText: answer, readTerraformState: answer },
            root,
          })
          await explains(() => read(readLocation(location, { root, border: root, directory: root, environment: {} })))
        },
      ),
      { numRuns: 500 },
    )
  })
})

import type { JsonObject } from '../model/json.ts'

/** A config as YAML, its keys in their order. */
export async function formatYaml(document: JsonObject): Promise<string> {
  const { stringify } = await import('yaml')
  // A long value stays on its line, as people would write it.
  return stringify(document, { lineWidth: 0 })
}

import type { JsonObject } from '../model/json.ts'

/** How a config may be written. */
export type ConfigFormat = 'yaml' | 'json' | 'jsonnet'

/** A config as a file, its keys in their order. */
export async function formatConfig(document: JsonObject, format: ConfigFormat): Promise<string> {
  if (format === 'yaml') {
    const { stringify } = await import('yaml')
    // A long value stays on its line, as people would write it.
    return stringify(document, { lineWidth: 0 })
  }
  const json = `${JSON.stringify(document, null, 2)}\n`
  if (format === 'json') return json
  const { formatJsonnet } = await import('./jsonnet/format.ts')
  return formatJsonnet(json)
}

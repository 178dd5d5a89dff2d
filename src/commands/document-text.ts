import { formatYaml } from '../config/config-text.ts'
import type { JsonObject } from '../model/json.ts'
import { canonicalise, formatDocument } from '../plan/canonical.ts'
import { jsonnetText } from '../plan/jsonnet-text.ts'

/** A definition in its canonical form, as JSON or as the standard Jsonnet formatter writes it. */
export function definitionText(document: JsonObject, isJsonnet: boolean): string {
  return isJsonnet ? jsonnetText(canonicalise(document)) : formatDocument(document)
}

/** A config as a file, its keys in their order. */
export async function configText(document: JsonObject, format: 'yaml' | 'json' | 'jsonnet'): Promise<string> {
  if (format === 'yaml') return formatYaml(document)
  return format === 'jsonnet' ? jsonnetText(document) : `${JSON.stringify(document, null, 2)}\n`
}

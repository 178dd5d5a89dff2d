import type { JsonObject } from '../model/json.ts'
import { formatDocument } from '../plan/canonical.ts'

/** A document in its canonical form, as JSON or as the standard Jsonnet formatter writes it. */
export async function documentText(document: JsonObject, isJsonnet: boolean): Promise<string> {
  const json = formatDocument(document)
  if (!isJsonnet) return json
  // The formatter is part of the Jsonnet engine, which is loaded when it is needed.
  const { formatJsonnet } = await import('../config/jsonnet/format.ts')
  return formatJsonnet(json)
}

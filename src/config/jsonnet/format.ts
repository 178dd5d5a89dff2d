import { runEngine } from './engine.ts'

/** A JSON text as the standard Jsonnet formatter writes it, with its default options (specification 3.4). */
export async function formatJsonnet(json: string): Promise<string> {
  const request = { file: 'document', extStr: {}, extCode: {}, natives: [], format: json }
  const { text, failure } = await runEngine(request, () => ({ failure: 'nothing is read to format a text' }))
  if (failure !== undefined) throw new Error(`the Jsonnet formatter failed: ${failure}`)
  return text
}

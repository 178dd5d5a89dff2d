import type { LoadContext } from './context.ts'
import type { NativeFunctions } from './jsonnet/native-functions.ts'
import { type RenderedText, renderSource, type TemplateFunctions } from './rendered-text.ts'
import type { SourceText } from './source-text.ts'

/** What a file may call, in either language. */
export interface FileFunctions {
  readonly template: TemplateFunctions
  readonly jsonnet: NativeFunctions
}

/** How a file is rendered. */
interface FileOptions {
  readonly isJsonnet: boolean
  /** What an error says first. */
  readonly failure: string
  readonly context: LoadContext
  /** The fields of a Jsonnet object to evaluate, where not all are wanted. */
  readonly only?: readonly string[]
}

/**
 * Evaluates a file where it is Jsonnet, and executes its template (specification 3.1).
 *
 * @throws UserError with the place in the file
 */
export async function renderFile(
  source: SourceText,
  functions: FileFunctions,
  { isJsonnet, ...options }: FileOptions,
): Promise<RenderedText> {
  if (!isJsonnet) return renderSource(source, functions.template, options.failure)
  // Most projects have no Jsonnet: its engine is loaded with the first file.
  const { evaluateJsonnet } = await import('./jsonnet/evaluate.ts')
  const evaluated = await evaluateJsonnet(source, { ...options, natives: functions.jsonnet })
  const rendered = await renderSource(evaluated.source, functions.template, options.failure)
  return { ...rendered, missing: [...evaluated.missing, ...rendered.missing] }
}

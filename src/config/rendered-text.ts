import { UserError } from '../errors.ts'
import type { Location } from '../model/location.ts'
import { fetchAhead } from './fetch-ahead.ts'
import { suggest } from './nearest-name.ts'
import type { SourceText } from './source-text.ts'
import { builtins } from './template/builtins.ts'
import { renderTemplate } from './template/evaluator.ts'
import { parseTemplate } from './template/parser.ts'
import type { Rendering } from './template/rendering.ts'
import { TemplateError } from './template/template-error.ts'
import type { TemplateFunction } from './template/values.ts'

/** Something that a template lacks and that was reported only after all files were rendered. */
export interface MissingValue {
  /** What failed for lack of it: `template attach failed`. */
  readonly step: string
  readonly message: string
  readonly hint: string
  readonly location: Location
  readonly cause: unknown
}

/** A file after its template was executed; offsets are those of the rendered text. */
export interface RenderedText {
  readonly file: string
  readonly text: string
  /** Where what stands at `offset` was written in the source. */
  locate(offset: number): Location
  /** Whether a template action wrote what stands at `offset`. */
  isGenerated(offset: number): boolean
  /** Variables that are not defined; the text holds placeholders where there are any. */
  readonly missing: readonly MissingValue[]
}

/** The functions of a file's templates. */
export type TemplateFunctions = ReadonlyMap<string, TemplateFunction>

/**
 * Executes the template of a file.
 *
 * @param failure what an error says first: `failed to load config file ecs/ecspresso.yml`
 * @throws UserError `…: config parse by template failed: …` or `…: template attach failed: …`
 */
export async function renderSource(
  source: SourceText,
  functions: TemplateFunctions,
  failure: string,
): Promise<RenderedText> {
  try {
    const names = { has: (name: string) => functions.has(name) || builtins.has(name) }
    const template = parseTemplate(source.text, names)
    fetchAhead(template, functions)
    return attach(source, await renderTemplate(template, functions))
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error
    const { hint, step } = describePhase(error, functions)
    throw new UserError(`${failure}: ${step}: ${error.message}`, {
      hint,
      location: source.locate(error.offset),
      cause: error.cause,
    })
  }
}

function attach(source: SourceText, rendering: Rendering): RenderedText {
  const missing = rendering.problems.map(({ message, hint, offset, cause }) => {
    return { step: attaching, message, hint: hint ?? '', location: source.locate(offset), cause }
  })
  return {
    file: source.file,
    text: rendering.text,
    locate: (offset) => source.locate(rendering.sourceOffset(offset)),
    isGenerated: (offset) => rendering.isGenerated(offset),
    missing,
  }
}

const parsing = 'config parse by template failed'
const attaching = 'template attach failed'

/** Functions that are there only when the config names their plugin (specification 2.5). */
const pluginOfFunction: Readonly<Record<string, string>> = {
  tfstate: 'tfstate',
  tfstatef: 'tfstate',
  cfn_output: 'cloudformation',
  cfn_export: 'cloudformation',
}

function describePhase(
  error: TemplateError,
  functions: TemplateFunctions,
): { readonly step: string; readonly hint: string } {
  if (error.phase === 'execution') {
    return { step: attaching, hint: error.hint ?? 'check what the template calls on this line' }
  }
  const unknown = /^function "(.*)" not defined$/.exec(error.message)?.[1]
  const nearest = unknown === undefined ? '' : suggest(unknown, [...functions.keys(), ...builtins.keys()])
  const plugin = unknown === undefined ? undefined : pluginOfFunction[unknown]
  if (plugin !== undefined)
    return { step: parsing, hint: `name its plugin in the config: plugins: [{name: ${plugin}}]` }
  const hint = nearest.replace(/^; /, '') || 'check the syntax between {{ and }}'
  return { step: parsing, hint: error.hint ?? hint }
}

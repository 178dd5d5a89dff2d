import { UserError } from '../errors.ts'
import type { LoadContext } from './context.ts'
import { isFatal } from './jsonnet/patience.ts'
import { refuseMissing } from './missing-values.ts'
import { makeStandIns, standIn, standInValues } from './plugins/stand-ins.ts'
import { type FileFunctions, renderFile } from './rendered-file.ts'
import type { RenderedText } from './rendered-text.ts'
import type { SourceText } from './source-text.ts'

/** A config before it is rendered. */
export interface ConfigSource {
  /** Absolute. */
  readonly path: string
  readonly source: SourceText
  readonly isJsonnet: boolean
  readonly failure: string
}

/** What a config is read with. */
export interface Reading {
  readonly builtIn: FileFunctions
  readonly context: LoadContext
}

/** A config as far as it can be rendered without its plugins; the whole of it where it does not call them. */
export interface Preview {
  readonly rendered: RenderedText
  readonly isWhole: boolean
}

/**
 * Renders as much of a config as can be without its plugins.
 *
 * @throws UserError where even that fails
 */
export function previewConfig(file: ConfigSource, reading: Reading): Promise<Preview> {
  return file.isJsonnet ? previewJsonnet(file, reading) : previewTemplate(file, reading)
}

/** Renders a config with stand-ins for whatever its plugins may bring. */
async function previewTemplate(file: ConfigSource, { builtIn, context }: Reading): Promise<Preview> {
  let first: unknown
  for (const value of standInValues) {
    const { functions, areUsed } = makeStandIns(file.source.text, builtIn.template, value)
    try {
      return {
        rendered: await renderConfig(file, { ...builtIn, template: functions }, { context }),
        isWhole: !areUsed(),
      }
    } catch (error) {
      first ??= error
      if (!areUsed()) break
    }
  }
  throw first
}

/** Of Jsonnet, which is lazy, only what plugins need is evaluated; the region may be looked up by one of them. */
async function previewJsonnet(file: ConfigSource, { builtIn, context }: Reading): Promise<Preview> {
  const { functions } = makeStandIns(file.source.text, builtIn.template, standIn)
  const quiet = { ...context, warn: () => {} }
  let lacking: RenderedText | undefined
  for (const only of [['plugins', 'region'], ['plugins']]) {
    try {
      const rendered = await renderConfig(file, { ...builtIn, template: functions }, { context: quiet, only })
      if (rendered.missing.length === 0) return { rendered, isWhole: false }
      lacking = rendered
    } catch (error) {
      if (!(error instanceof UserError) || isFatal(error.message)) throw error
    }
  }
  try {
    return { rendered: await renderConfig(file, builtIn, { context }), isWhole: true }
  } catch (error) {
    refuseMissing(lacking === undefined ? [] : [lacking])
    throw error
  }
}

/** Renders a config; of Jsonnet perhaps only some fields. */
export function renderConfig(
  { source, isJsonnet, failure }: ConfigSource,
  functions: FileFunctions,
  options: { readonly context: LoadContext; readonly only?: readonly string[] },
): Promise<RenderedText> {
  return renderFile(source, functions, { ...options, failure, isJsonnet })
}

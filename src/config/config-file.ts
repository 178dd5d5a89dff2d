import { dirname, extname } from 'node:path'
import { UserError } from '../errors.ts'
import type { Config } from '../model/project.ts'
import { type ConfigDocument, readConfigDocument } from './config-document.ts'
import { type ConfigSource, previewConfig, type Reading, renderConfig } from './config-preview.ts'
import { readConfig } from './config-reader.ts'
import type { LoadContext } from './context.ts'
import { JsonSyntaxError, parseJson } from './json-text.ts'
import { refuseMissing } from './missing-values.ts'
import { readPluginEntries } from './plugins/entries.ts'
import { type PluginTable, setUpPlugins } from './plugins/set-up.ts'
import { standIn } from './plugins/stand-ins.ts'
import type { FileFunctions } from './rendered-file.ts'
import type { RenderedText } from './rendered-text.ts'
import { type Tree, toJson } from './tree.ts'
import { displayPath, readSource } from './workspace.ts'
import { parseYaml, YamlSyntaxError } from './yaml-text.ts'

/** A config with what its definition files may call. */
interface ConfigFile {
  readonly rendered: RenderedText
  readonly config: Config
  readonly functions: FileFunctions
}

/**
 * Reads a config and sets its plugins up. One that may call functions of its own plugins is rendered twice: first only
 * to find the plugins, then with their functions.
 *
 * @param path absolute
 * @throws UserError `failed to load config file …`, `failed to setup plugins: …`
 */
export async function readConfigFile(path: string, builtIn: FileFunctions, context: LoadContext): Promise<ConfigFile> {
  const file = readConfigSource(path, context)
  const reading = { builtIn, context }
  const first = await previewConfig(file, reading)
  if (first.isWhole) return readRendered(first.rendered, file, reading)
  refuseMissing([first.rendered])
  const document = await parseConfig(first.rendered, { ...context, warn: () => {} })
  refuseStandIns(document)
  const functions = withPlugins(builtIn, await setUp(document, file, context))
  const rendered = await renderConfig(file, functions, { context })
  try {
    return { rendered, functions, config: readConfig(await parseConfig(rendered, context), path, context) }
  } catch (error) {
    refuseMissing([rendered])
    throw error
  }
}

async function readRendered(
  rendered: RenderedText,
  file: ConfigSource,
  { builtIn, context }: Reading,
): Promise<ConfigFile> {
  try {
    const document = await parseConfig(rendered, context)
    const config = readConfig(document, file.path, context)
    return { rendered, config, functions: withPlugins(builtIn, await setUp(document, file, context)) }
  } catch (error) {
    // A placeholder may be what is wrong.
    refuseMissing([rendered])
    throw error
  }
}

function setUp(document: ConfigDocument, { path, source }: ConfigSource, context: LoadContext): Promise<PluginTable> {
  const named = document.text('region') ?? ''
  const region = named.includes(standIn) ? '' : named || (context.environment['AWS_REGION'] ?? '')
  const around = { context, lookups: context.lookups(region), directory: dirname(path) }
  return setUpPlugins(readPluginEntries(document, context.warn), around, source.file)
}

function refuseStandIns(document: ConfigDocument): void {
  const plugins = document.tree('plugins')
  if (plugins === undefined || !JSON.stringify(toJson(plugins)).includes(standIn)) return
  throw document.refusal(
    'plugins cannot be set up with values that plugins look up',
    'write the value itself, or use must_env',
    document.place('plugins'),
  )
}

function withPlugins(builtIn: FileFunctions, plugins: PluginTable): FileFunctions {
  const template = Array.from(plugins.template, ([name, { call, isLookup }]) => {
    return [name, Object.assign((args: Parameters<typeof call>[0]) => call(args), { isLookup })] as const
  })
  return {
    template: new Map([...builtIn.template, ...template]),
    jsonnet: new Map([...builtIn.jsonnet, ...plugins.jsonnet]),
  }
}

function readConfigSource(path: string, context: LoadContext): ConfigSource {
  const file = displayPath(context.root, path)
  const failure = `failed to load config file ${file}`
  const extension = extname(path)
  if (!['.yml', '.yaml', '.json', '.jsonnet'].includes(extension)) {
    throw new UserError(`${failure}: unsupported config file extension: ${extension}`, {
      hint: 'name it .yml, .yaml, .json or .jsonnet',
      location: { file },
    })
  }
  const source = readSource(path, { root: context.root, border: context.border, failure })
  const isJsonnet = extension === '.jsonnet' || (extension === '.json' && !isJson(source.text))
  return { path, source, isJsonnet, failure }
}

/** Configs may hold comments and trailing commas, for which nobody needs the Jsonnet engine (specification 2.1). */
function isJson(text: string): boolean {
  try {
    parseJson(text, { lenient: true })
    return true
  } catch (error) {
    if (error instanceof JsonSyntaxError) return false
    throw error
  }
}

async function parseConfig(rendered: RenderedText, context: LoadContext): Promise<ConfigDocument> {
  const failure = `failed to load config file ${rendered.file}`
  try {
    const isYaml = /\.ya?ml$/.test(rendered.file)
    const tree: Tree = isYaml ? await parseYaml(rendered.text) : parseJson(rendered.text, { lenient: true })
    return readConfigDocument(tree, rendered.locate, { failure, warn: context.warn })
  } catch (error) {
    if (!(error instanceof JsonSyntaxError || error instanceof YamlSyntaxError)) throw error
    const hint =
      error instanceof JsonSyntaxError ? error.hint : 'check the indentation, quotes and colons around this line'
    throw new UserError(`${failure}: ${error.message}`, { hint, location: rendered.locate(error.offset) })
  }
}

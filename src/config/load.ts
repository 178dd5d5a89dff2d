import { dirname, extname, resolve } from 'node:path'
import { UserError } from '../errors.ts'
import type { Definition } from '../model/definition.ts'
import type { Config, Project } from '../model/project.ts'
import { type ConfigDocument, readConfigDocument } from './config-document.ts'
import { readConfig } from './config-reader.ts'
import type { LoadContext } from './context.ts'
import { type DefinitionKind, definitionNames, readDefinition } from './definitions.ts'
import { environmentFunctions, environmentNatives } from './functions.ts'
import { JsonSyntaxError, parseJson } from './json-text.ts'
import { refuseMissing } from './missing-values.ts'
import { readPluginEntries } from './plugins/entries.ts'
import { type PluginTable, setUpPlugins } from './plugins/set-up.ts'
import { type FileFunctions, renderFile } from './rendered-file.ts'
import type { RenderedText, TemplateFunctions } from './rendered-text.ts'
import type { Tree } from './tree.ts'
import { displayPath, readSource } from './workspace.ts'
import { parseYaml, YamlSyntaxError } from './yaml-text.ts'

/**
 * Loads a config; its definitions are read, rendered and checked when first asked for, each once.
 *
 * @param file path of the config, absolute or relative to the repository
 * @throws UserError `failed to load config file …`, `failed to setup plugins: …`, `template attach failed: …`
 */
export async function loadProject(file: string, context: LoadContext): Promise<Project> {
  const path = resolve(context.root, file)
  const builtIn: FileFunctions = {
    template: environmentFunctions(context.environment, context.callerAccount),
    jsonnet: environmentNatives(context.environment, context.callerAccount),
  }
  const rendered = await renderConfig(path, builtIn, context)
  const { config, plugins } = await readRendered(rendered, path, context)
  const functions: FileFunctions = {
    template: new Map([...builtIn.template, ...templateFunctions(plugins)]),
    jsonnet: new Map([...builtIn.jsonnet, ...plugins.jsonnet]),
  }
  const files = new DefinitionFiles(config, functions, context)
  if (rendered.missing.length > 0) refuseMissing([rendered, ...(await files.renderedSoFar())])
  return {
    config,
    environment: context.environment,
    serviceDefinition: () => files.definition('service'),
    taskDefinition: () => files.definition('task'),
  }
}

interface LoadedConfig {
  readonly config: Config
  readonly plugins: PluginTable
}

async function readRendered(rendered: RenderedText, path: string, context: LoadContext): Promise<LoadedConfig> {
  try {
    const document = await parseConfig(rendered, context)
    const config = readConfig(document, path, context)
    const around = { context, lookups: context.lookups(config.region), directory: dirname(path) }
    const plugins = await setUpPlugins(readPluginEntries(document, context.warn), around, config.file)
    return { config, plugins }
  } catch (error) {
    // A placeholder may be what is wrong.
    refuseMissing([rendered])
    throw error
  }
}

/** The functions of plugins as templates call them. */
function templateFunctions(plugins: PluginTable): TemplateFunctions {
  return new Map(
    Array.from(plugins.template, ([name, { call, isLookup }]) => [
      name,
      Object.assign((args: Parameters<typeof call>[0]) => call(args), { isLookup }),
    ]),
  )
}

function configFailure(path: string, root: string): string {
  return `failed to load config file ${displayPath(root, path)}`
}

async function renderConfig(path: string, functions: FileFunctions, context: LoadContext): Promise<RenderedText> {
  const failure = configFailure(path, context.root)
  const file = displayPath(context.root, path)
  const extension = extname(path)
  if (!['.yml', '.yaml', '.json', '.jsonnet'].includes(extension)) {
    throw new UserError(`${failure}: unsupported config file extension: ${extension}`, {
      hint: 'name it .yml, .yaml, .json or .jsonnet',
      location: { file },
    })
  }
  const source = readSource(path, { root: context.root, failure })
  const isJsonnet = extension === '.jsonnet' || (extension === '.json' && !isJson(source.text))
  return renderFile(source, functions, { failure, context, isJsonnet })
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

const configKeyOf = { service: 'service_definition', task: 'task_definition' } as const

/** The definition files of a config: each read once, together when both are wanted. */
class DefinitionFiles {
  private readonly config: Config
  private readonly functions: FileFunctions
  private readonly context: LoadContext
  private readonly texts = new Map<DefinitionKind, Promise<RenderedText>>()
  private readonly definitions = new Map<DefinitionKind, Promise<Definition>>()

  constructor(config: Config, functions: FileFunctions, context: LoadContext) {
    this.config = config
    this.functions = functions
    this.context = context
  }

  definition(kind: DefinitionKind): Promise<Definition> {
    return remember(this.definitions, kind, () => this.load(kind))
  }

  /** What can be rendered of the files; the others are left out. */
  async renderedSoFar(): Promise<readonly RenderedText[]> {
    const kinds = (['service', 'task'] as const).filter((kind) => this.path(kind) !== undefined)
    const results = await Promise.allSettled(kinds.map((kind) => this.text(kind)))
    return results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []))
  }

  private async load(kind: DefinitionKind): Promise<Definition> {
    const text = await this.text(kind)
    if (text.missing.length > 0) refuseMissing(await this.renderedSoFar())
    const { ignoreTags } = this.config
    return readDefinition(text, { kind, ignoreTags, warn: this.context.warn })
  }

  private path(kind: DefinitionKind): string | undefined {
    return kind === 'service' ? this.config.serviceDefinition : this.config.taskDefinition
  }

  private text(kind: DefinitionKind): Promise<RenderedText> {
    return remember(this.texts, kind, () => this.render(kind))
  }

  private async render(kind: DefinitionKind): Promise<RenderedText> {
    const path = this.path(kind)
    if (path === undefined) {
      throw new UserError(`${kind}_definition is not defined`, {
        hint: `name the file in the config: ${kind}_definition: ecs-${kind}-def.json`,
        location: { file: this.config.file },
      })
    }
    const { context } = this
    const { root } = context
    const failure = `failed to load ${definitionNames[kind]} ${displayPath(root, path)}`
    const source = readSource(path, { root, failure, named: this.config.locate(configKeyOf[kind]) })
    return renderFile(source, this.functions, { failure, context, isJsonnet: extname(path) === '.jsonnet' })
  }
}

function remember<T>(made: Map<DefinitionKind, Promise<T>>, kind: DefinitionKind, make: () => Promise<T>): Promise<T> {
  const known = made.get(kind) ?? make()
  made.set(kind, known)
  return known
}

import { extname, resolve } from 'node:path'
import { UserError } from '../errors.ts'
import type { Definition } from '../model/definition.ts'
import type { Location } from '../model/location.ts'
import type { Config, OverridesSource, Project } from '../model/project.ts'
import { readConfigFile } from './config-file.ts'
import type { LoadContext } from './context.ts'
import { type DefinitionKind, definitionNames, readDefinition } from './definitions.ts'
import { environmentFunctions, environmentNatives } from './functions.ts'
import { refuseMissing } from './missing-values.ts'
import { overridesOfCommandLine, readOverrides } from './overrides.ts'
import { type FileFunctions, renderFile } from './rendered-file.ts'
import type { RenderedText } from './rendered-text.ts'
import { displayPath, readSource } from './workspace.ts'

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
  const { rendered, config, functions } = await readConfigFile(path, builtIn, context)
  const files = new DefinitionFiles(config, functions, context)
  if (rendered.missing.length > 0) refuseMissing([rendered, ...(await files.renderedSoFar())])
  return {
    config,
    environment: context.environment,
    serviceDefinition: () => files.definition('service'),
    taskDefinition: () => files.definition('task'),
    taskDefinitionAt: (file) => files.taskDefinitionAt(file),
    overrides: (source) => files.overrides(source),
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

  async taskDefinitionAt(file: string): Promise<Definition> {
    const text = await this.renderNamed(file, 'task definition')
    return readDefinition(text, { kind: 'task', ignoreTags: this.config.ignoreTags, warn: this.context.warn })
  }

  async overrides(source: OverridesSource): Promise<Definition> {
    const text =
      source.kind === 'text' ? overridesOfCommandLine(source.text) : await this.renderNamed(source.path, 'overrides')
    return readOverrides(text, this.context.warn)
  }

  /** A file that the command line names, relative to the working directory. */
  private async renderNamed(file: string, what: string): Promise<RenderedText> {
    const rendered = await this.renderAt(resolve(this.context.directory, file), what)
    if (rendered.missing.length > 0) refuseMissing([rendered])
    return rendered
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
    return this.renderAt(path, definitionNames[kind], this.config.locate(configKeyOf[kind]))
  }

  /** `named`: where the path was written. */
  private async renderAt(path: string, what: string, named?: Location): Promise<RenderedText> {
    const { context } = this
    const { root, border } = context
    const failure = `failed to load ${what} ${displayPath(root, path)}`
    const source = readSource(path, { root, border, failure, ...(named && { named }) })
    return renderFile(source, this.functions, { failure, context, isJsonnet: extname(path) === '.jsonnet' })
  }
}

function remember<T>(made: Map<DefinitionKind, Promise<T>>, kind: DefinitionKind, make: () => Promise<T>): Promise<T> {
  const known = made.get(kind) ?? make()
  made.set(kind, known)
  return known
}

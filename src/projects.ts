import type { ConnectionOptions } from './aws/connection.ts'
import { openLookups } from './aws/lookups.ts'
import { openObjects } from './aws/objects.ts'
import { openAws } from './aws/open.ts'
import { loadEnvfiles } from './config/envfile.ts'
import { loadProject } from './config/load.ts'
import { createStateReader, type StateReader } from './config/plugins/state-reader.ts'
import { unwrittenProject } from './config/unwritten.ts'
import { findBorder } from './config/workspace-border.ts'
import type { Definition } from './model/definition.ts'
import type { Emit, RunEvent } from './model/event.ts'
import type { Aws, Clock, LookupPort } from './model/ports.ts'
import type { Environment, Project } from './model/project.ts'
import type { CommandLine, FlagValue, Settings } from './model/settings.ts'
import { type Hiding, registerSecrets } from './secrets.ts'
import { openWeb } from './web/open.ts'

/** What a run needs of the world. */
export interface World {
  readonly environment: Environment
  readonly clock: Clock
  readonly signal: AbortSignal
  /** Absolute path of the repository. */
  readonly root: string
  /** Absolute path that the files of projects do not leave. */
  readonly workspace: string
  /** Absolute path where relative paths start. */
  readonly directory: string
  readonly userAgent: string
  /** Uniform in [0, 1): spreads the waits before a call is made again. */
  random(): number
  /** The way to AWS; the network unless told. */
  readonly transport?: ConnectionOptions['transport']
  /** Whether the run serves somebody who may not have credentials: a fork's or Dependabot's pull request. */
  isStranger(): Promise<boolean>
  readonly hiding: Hiding
  /** To be told when there may be new secrets. */
  noteSecrets(): void
  /** Hears of every call and retry, for debugging. */
  trace(line: string): void
  /** Hears every event at once. */
  tell(config: string, event: RunEvent): void
}

/** What a project is opened with. */
interface Opening {
  readonly settings: Settings
  readonly world: World
  readonly openSources: OpenSources
  readonly emit: Emit
}

/** Loads the project of a config for a line; answers it with its secrets guarded. */
export async function openProject(config: string, { settings, world, openSources, emit }: Opening): Promise<Project> {
  const environment = await loadEnvfiles(world.environment, settings.envfiles, world)
  const account = () =>
    openAws({ ...connectionOf(world, environment), region: regionOf(environment) }).identity.account()
  const project = await loadProject(config, {
    root: world.root,
    border: findBorder(config, world.workspace),
    environment,
    callerAccount: account,
    ...openSources(environment),
    directory: world.directory,
    clock: world.clock,
    isStranger: world.isStranger,
    registerSecret(value) {
      world.hiding.secrets.register(value)
      world.noteSecrets()
    },
    extStr: settings.extStr,
    extCode: settings.extCode,
    timeout: settings.timeout,
    warn: (text, location) => emit({ kind: 'note', level: 'warning', text, ...(location && { location }) }),
  })
  return guardSecrets(project, world)
}

/** The project of a command that reads no config; its flags say where in AWS it is. */
export async function openUnwritten(
  path: string,
  { flags }: CommandLine,
  { settings, world }: Pick<Opening, 'settings' | 'world'>,
): Promise<Project> {
  const { root } = world
  const environment = await loadEnvfiles(world.environment, settings.envfiles, world)
  const [region, cluster, service] = ['region', 'cluster', 'service'].map((name) => textOf(flags[name]))
  return unwrittenProject({ path, root, environment, region, cluster, service })
}

function textOf(value: FlagValue | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined
}

/** Secret values of the definitions are secrets of the run from the moment they are read. */
function guardSecrets(project: Project, { hiding, noteSecrets }: World): Project {
  const guard = async (reading: Promise<Definition>): Promise<Definition> => {
    const definition = await reading
    registerSecrets(definition.document, hiding)
    noteSecrets()
    return definition
  }
  return {
    ...project,
    serviceDefinition: () => guard(project.serviceDefinition()),
    taskDefinition: () => guard(project.taskDefinition()),
    taskDefinitionAt: (path) => guard(project.taskDefinitionAt(path)),
    overrides: (source) => guard(project.overrides(source)),
  }
}

/** AWS as a project and the settings of a line see it. */
export type OpenRegion = (project: Project, settings: Settings) => Aws

/** One view of AWS for all projects of a region and a role, so that reads and connections are shared. */
export function createRegions(world: World): OpenRegion {
  const known = new Map<string, Aws>()
  return (project, settings) => {
    const { environment, config } = project
    const region = config.region || regionOf(environment)
    const identity = ['AWS_ACCESS_KEY_ID', 'AWS_PROFILE', 'AWS_ENDPOINT_URL'].map((name) => environment[name] ?? '')
    const key = [region, settings.assumeRoleArn ?? '', ...identity].join(' ')
    const { assumeRoleArn } = settings
    const role = assumeRoleArn === undefined ? {} : { assumeRoleArn }
    const aws = known.get(key) ?? openAws({ ...connectionOf(world, environment), region, ...role })
    known.set(key, aws)
    return aws
  }
}

/** What plugins read from, besides the repository. */
interface Sources {
  readonly lookups: (region: string) => LookupPort
  readonly readState: StateReader
}

/** The sources as the variables of a project show them. */
export type OpenSources = (environment: Environment) => Sources

/** One set of sources for all projects whose variables lead to the same places, so that everything is read once. */
export function createSources(world: World): OpenSources {
  const known = new Map<string, Sources>()
  return (environment) => {
    const leading = Object.entries(environment).filter(([name]) => /^(AWS_|TF|HOME$|.*PROXY$)/i.test(name))
    const key = JSON.stringify(leading.sort())
    const sources = known.get(key) ?? openSources(world, environment)
    known.set(key, sources)
    return sources
  }
}

function openSources(world: World, environment: Environment): Sources {
  const connection = { ...connectionOf(world, environment), region: regionOf(environment) }
  const regions = new Map<string, LookupPort>()
  const readState = createStateReader({
    environment,
    objects: openObjects(connection),
    web: openWeb({ environment, clock: world.clock, trace: world.trace }),
    root: world.root,
  })
  return {
    readState,
    lookups(named) {
      const region = named || connection.region
      const lookups = regions.get(region) ?? openLookups({ ...connection, region })
      regions.set(region, lookups)
      return lookups
    },
  }
}

function connectionOf({ userAgent, clock, random, trace, signal, transport }: World, environment: Environment) {
  const calling = { clock, random, trace, signal }
  return { environment, userAgent, calling, ...(transport && { transport }) }
}

function regionOf(environment: Environment): string {
  return environment['AWS_REGION'] || environment['AWS_DEFAULT_REGION'] || ''
}

import { openAws } from './aws/open.ts'
import type { Command, Context } from './commands/context.ts'
import { commands } from './commands/index.ts'
import { applyFlags } from './commands/line-settings.ts'
import { canGoOffline, checkOffline } from './commands/offline.ts'
import { findConfigs } from './config/discovery.ts'
import { loadEnvfiles } from './config/envfile.ts'
import { loadProject } from './config/load.ts'
import { displayPath } from './config/workspace.ts'
import { describeWithPlace } from './errors.ts'
import type { Definition } from './model/definition.ts'
import type { Happening, RunEvent } from './model/event.ts'
import type { Aws, Clock } from './model/ports.ts'
import type { Environment, Project } from './model/project.ts'
import type { CommandReport, CommandResult, ProjectReport } from './model/report.ts'
import type { CommandLine, Settings } from './model/settings.ts'
import { isFailure, type Outcome } from './model/verdict.ts'
import { type Hiding, hideDocument, registerSecrets } from './secrets.ts'

/** What a run needs of the world. */
export interface World {
  readonly environment: Environment
  readonly clock: Clock
  readonly signal: AbortSignal
  /** Absolute path of the repository. */
  readonly root: string
  /** Absolute path where relative paths start. */
  readonly directory: string
  readonly userAgent: string
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

/** A project while the run goes on. */
interface Work {
  readonly config: string
  project?: Project
  readonly reports: CommandReport[]
  readonly events: RunEvent[]
}

/** Runs the lines one after the other, each on all projects; a failed project skips its later lines. */
export async function runLines(settings: Settings, world: World): Promise<readonly ProjectReport[]> {
  const works = new Map<string, Work>()
  const openRegion = createRegions(world)
  for (const line of settings.commands) {
    const lineSettings = applyFlags(settings, line)
    const configs = findConfigs(lineSettings.configs, world.directory)
    const tasks = configs.map((config) => {
      const work = works.get(config) ?? { config, reports: [], events: [] }
      works.set(config, work)
      return () => runLine(line, work, { settings: lineSettings, world, openRegion })
    })
    await runLimited(tasks, settings.maxParallel)
  }
  return [...works.values()].map((work) => reportOf(work, world.root))
}

interface Surroundings {
  readonly settings: Settings
  readonly world: World
  readonly openRegion: OpenRegion
}

async function runLine(line: CommandLine, work: Work, surroundings: Surroundings): Promise<void> {
  if (work.reports.some((report) => isFailure(report.result.outcome))) return
  const { clock, tell } = surroundings.world
  const emit = (happening: Happening): void => {
    const event: RunEvent = { ...happening, at: clock.now() }
    work.events.push(event)
    tell(work.config, event)
  }
  const leftovers = new Set<string>()
  const facts: Partial<CommandResult> = {}
  const result = await attempt(line, work, { ...surroundings, emit, leftovers, facts })
  const complete = withLeftovers(result, leftovers)
  emit({ kind: 'ended', result: complete })
  work.reports.push({ command: line.command, line: line.line, result: complete })
}

/** A deployment that goes on has left nothing behind. */
const leaves: ReadonlySet<Outcome> = new Set<Outcome>(['failed', 'rolled-back', 'rollback-failed'])

function withLeftovers(result: CommandResult, leftovers: ReadonlySet<string>): CommandResult {
  return leaves.has(result.outcome) && leftovers.size > 0 ? { ...result, leftovers: [...leftovers] } : result
}

interface Attempt extends Surroundings {
  readonly emit: (happening: Happening) => void
  readonly leftovers: Set<string>
  readonly facts: Partial<CommandResult>
}

/** Whatever goes wrong becomes a result: the other projects go on, and the summary is written. */
async function attempt(line: CommandLine, work: Work, around: Attempt): Promise<CommandResult> {
  const { settings, world, emit, openRegion, leftovers, facts } = around
  const command: Command | undefined = commands.find((one) => one.name === line.command)
  try {
    const startedAt = world.clock.now()
    const project = await openProject(work, around)
    const { cluster, service = '', timeout } = project.config
    emit({ kind: 'began', line: line.line, cluster, service })
    const allowed = settings.timeout ?? timeout
    const context: Context = {
      project,
      aws: openRegion(project, settings),
      clock: world.clock,
      emit,
      signal: world.signal,
      options: { ...settings, timeout: allowed },
      flags: line.flags,
      deadline: allowed === 0 ? Number.POSITIVE_INFINITY : startedAt + allowed,
      hide: (document) => hideDocument(document, world.hiding),
      leave(leftover) {
        leftovers.add(leftover)
        return () => leftovers.delete(leftover)
      },
      know: (news) => Object.assign(facts, news),
    }
    if (command === undefined) throw new Error(`no command ${line.command}`)
    return { ...facts, ...(await runCommand(command, context, world)) }
  } catch (error) {
    return { ...facts, ...(await failureOf(error, emit)) }
  }
}

async function failureOf(error: unknown, emit: Attempt['emit']): Promise<CommandResult> {
  // The rules are many, and most runs do not fail.
  const { diagnoseError } = await import('./diagnose/index.ts')
  const diagnosis = diagnoseError(error)
  emit({ kind: 'diagnosed', diagnosis })
  const { label: category, retryable } = diagnosis
  return { outcome: 'failed', sentence: describeWithPlace(error), category, retryable, diagnosis }
}

/** A stranger's pull request has no credentials: what needs none is done, and the step stays green. */
async function runCommand(command: Command, context: Context, world: World): Promise<CommandResult> {
  try {
    return await command.run(context)
  } catch (error) {
    if (canGoOffline(command.name, error) && (await world.isStranger())) return checkOffline(context)
    throw error
  }
}

async function openProject(work: Work, { settings, world, emit }: Attempt): Promise<Project> {
  const environment = await loadEnvfiles(world.environment, settings.envfiles, world)
  const account = () =>
    openAws({ ...connectionOf(world, environment), region: regionOf(environment) }).identity.account()
  const project = await loadProject(work.config, {
    root: world.root,
    environment,
    callerAccount: account,
    extStr: settings.extStr,
    extCode: settings.extCode,
    warn: (text, location) => emit({ kind: 'note', level: 'warning', text, ...(location && { location }) }),
  })
  const guarded = guardSecrets(project, world)
  work.project = guarded
  return guarded
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
  }
}

type OpenRegion = (project: Project, settings: Settings) => Aws

/** One view of AWS for all projects of a region and a role, so that reads and connections are shared. */
function createRegions(world: World): OpenRegion {
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

function connectionOf(world: World, environment: Environment) {
  return {
    environment,
    userAgent: world.userAgent,
    calling: { clock: world.clock, random: Math.random, trace: world.trace },
  }
}

function regionOf(environment: Environment): string {
  return environment['AWS_REGION'] || environment['AWS_DEFAULT_REGION'] || ''
}

/** At most `limit` at a time, in order. */
async function runLimited(tasks: readonly (() => Promise<void>)[], limit: number): Promise<void> {
  const waiting = [...tasks]
  const worker = async (): Promise<void> => {
    for (let task = waiting.shift(); task !== undefined; task = waiting.shift()) await task()
  }
  await Promise.all(Array.from({ length: Math.min(limit, tasks.length) }, worker))
}

function reportOf({ config, project, reports, events }: Work, root: string): ProjectReport {
  return {
    config: project?.config.file ?? displayPath(root, config),
    region: project?.config.region ?? '',
    account: findAccount(reports),
    cluster: project?.config.cluster ?? '',
    service: project?.config.service ?? '',
    commands: reports,
    events,
  }
}

/** The account stands in every ARN that a command has met; nobody is asked for it. */
function findAccount(reports: readonly CommandReport[]): string {
  const arns = reports.flatMap(({ result }) => [result.running, result.previous, result.failed])
  return arns.map((arn) => arn?.split(':')[4]).find((account) => account !== undefined && account !== '') ?? ''
}

import type { Command, Context } from './commands/context.ts'
import { commands } from './commands/index.ts'
import { findLineConfigs } from './commands/line-configs.ts'
import { applyFlags } from './commands/line-settings.ts'
import { canGoOffline, checkOffline, notRendered } from './commands/offline.ts'
import { displayPath } from './config/workspace.ts'
import type { DiagnosisContext } from './diagnose/index.ts'
import { CancelledError, describeWithPlace, findUserError } from './errors.ts'
import { noteLineSecrets } from './line-secrets.ts'
import type { Happening, RunEvent } from './model/event.ts'
import type { Project } from './model/project.ts'
import type { CommandReport, CommandResult, ProjectReport } from './model/report.ts'
import type { CommandLine, Settings } from './model/settings.ts'
import { isFailure, type Outcome } from './model/verdict.ts'
import {
  createRegions,
  createSources,
  type OpenRegion,
  type OpenSources,
  openProject,
  openUnwritten,
  type World,
} from './projects.ts'
import { hideComparison, hideDocument } from './secrets.ts'

/** A project while the run goes on. */
interface Work {
  readonly config: string
  project?: Project
  /** The settings that the project was loaded with: another line with the same ones reads nothing again. */
  loadedWith?: string
  readonly reports: CommandReport[]
  readonly events: RunEvent[]
}

/** Runs the lines one after the other, each on all projects; a failed project skips its later lines. */
export async function runLines(settings: Settings, world: World): Promise<readonly ProjectReport[]> {
  const works = new Map<string, Work>()
  const openRegion = createRegions(world)
  const openSources = createSources(world)
  for (const line of settings.commands) {
    const lineSettings = applyFlags(settings, line)
    const configs = findLineConfigs(settings, line, world.directory)
    const tasks = configs.map((config) => {
      const work = works.get(config) ?? { config, reports: [], events: [] }
      works.set(config, work)
      return () => runLine(line, work, { settings: lineSettings, world, openRegion, openSources })
    })
    await runLimited(tasks, settings.maxParallel)
  }
  return [...works.values()].map((work) => reportOf(work, world.root))
}

interface Surroundings {
  readonly settings: Settings
  readonly world: World
  readonly openRegion: OpenRegion
  readonly openSources: OpenSources
}

async function runLine(line: CommandLine, work: Work, surroundings: Surroundings): Promise<void> {
  if (work.reports.some((report) => isFailure(report.result.outcome))) return
  const { clock, tell } = surroundings.world
  const emit = (happening: Happening): void => {
    const event: RunEvent = { ...happening, at: clock.now() }
    // What containers write stands in the log; the report holds the last lines in the command's result.
    if (event.kind !== 'log') work.events.push(event)
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
    const project = await openFor(command, line, { work, around })
    const { cluster, service = '', timeout } = project.config
    noteLineSecrets(command, line, world)
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
      root: world.root,
      hide: (document) => hideDocument(document, world.hiding),
      hideComparison: (comparison) => hideComparison(comparison, world.hiding),
      isStranger: world.isStranger,
      leave(leftover) {
        leftovers.add(leftover)
        return () => leftovers.delete(leftover)
      },
      know: (news) => Object.assign(facts, news),
    }
    if (command === undefined) throw new Error(`no command ${line.command}`)
    const result = await runCommand(command, context, world)
    return { ...facts, ...result }
  } catch (error) {
    if (await isStrangersLack(line.command, error, world)) return notRendered
    if (error instanceof CancelledError) return { ...facts, ...cancelledBefore(error, leftovers) }
    const failure = await failureOf(error, work.project, emit)
    return { ...facts, ...failure }
  }
}

interface Opening {
  readonly work: Work
  readonly around: Attempt
}

async function openFor(command: Command | undefined, line: CommandLine, { work, around }: Opening): Promise<Project> {
  if (command?.config === undefined) return openOnce(work, around)
  const project = await openUnwritten(work.config, line, around)
  // A later line reads what has been written.
  Object.assign(work, { project, loadedWith: undefined })
  return project
}

/** Nothing was begun: what was done before is told as left behind. */
function cancelledBefore({ message }: CancelledError, leftovers: ReadonlySet<string>): CommandResult {
  const left = leftovers.size > 0 ? { leftovers: [...leftovers] } : {}
  return { outcome: 'cancelled', sentence: message, category: 'timeout/client', retryable: true, ...left }
}

async function openOnce(work: Work, around: Attempt): Promise<Project> {
  const { envfiles, extStr, extCode, timeout } = around.settings
  const loadedWith = JSON.stringify([envfiles, extStr, extCode, timeout])
  if (work.project !== undefined && work.loadedWith === loadedWith) return work.project
  const project = await openProject(work.config, around)
  Object.assign(work, { project, loadedWith })
  return project
}

async function failureOf(error: unknown, project: Project | undefined, emit: Attempt['emit']): Promise<CommandResult> {
  // The rules are many, and most runs do not fail.
  const { diagnoseError } = await import('./diagnose/index.ts')
  const diagnosis = diagnoseError(error, await readDefinitions(project))
  emit({ kind: 'diagnosed', diagnosis })
  const findings = findUserError(error)?.others ?? []
  for (const finding of findings) emit({ kind: 'finding', finding })
  const { label: category, retryable } = diagnosis
  const failure = { outcome: 'failed', sentence: describeWithPlace(error), category, retryable, diagnosis } as const
  return findings.length === 0 ? failure : { ...failure, findings }
}

/** The definitions that AWS may speak of; one that cannot be read is the failure itself. */
async function readDefinitions(project: Project | undefined): Promise<DiagnosisContext> {
  const [taskDefinition, serviceDefinition] = await Promise.all([
    project?.config.taskDefinition && project.taskDefinition().catch(() => undefined),
    project?.config.serviceDefinition && project.serviceDefinition().catch(() => undefined),
  ])
  return { ...(taskDefinition && { taskDefinition }), ...(serviceDefinition && { serviceDefinition }) }
}

/** A stranger's pull request has no credentials: what needs none is done, and the step stays green. */
async function runCommand(command: Command, context: Context, world: World): Promise<CommandResult> {
  try {
    return await command.run(context)
  } catch (error) {
    if (await isStrangersLack(command.name, error, world)) return checkOffline(context)
    throw error
  }
}

async function isStrangersLack(command: string, error: unknown, world: World): Promise<boolean> {
  return canGoOffline(command, error) && (await world.isStranger())
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
  const arns = reports.flatMap(({ result }) => [result.running, result.previous, result.failed, result.taskArn])
  return arns.map((arn) => arn?.split(':')[4]).find((account) => account !== undefined && account !== '') ?? ''
}

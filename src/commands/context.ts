import { CancelledError, UserError } from '../errors.ts'
import type { DocumentComparison } from '../model/comparison.ts'
import type { ServiceName } from '../model/ecs.ts'
import type { Emit } from '../model/event.ts'
import type { JsonObject } from '../model/json.ts'
import type { Aws, Clock } from '../model/ports.ts'
import { type Project, serviceName } from '../model/project.ts'
import type { CommandResult } from '../model/report.ts'
import type { FlagValue, RollbackPolicy } from '../model/settings.ts'
import type { CommandSpec } from './command-line.ts'

/** What a command works with on one project. */
export interface Context {
  readonly project: Project
  readonly aws: Aws
  readonly clock: Clock
  readonly emit: Emit
  /** Aborts when the workflow is cancelled. */
  readonly signal: AbortSignal
  readonly options: Options
  readonly flags: Readonly<Record<string, FlagValue>>
  /** ms since the epoch; infinity where there is no limit. */
  readonly deadline: number
  /** Absolute directory of the repository. */
  readonly root: string
  /** A document as it may be printed: secrets hidden as `mask` says. */
  hide(document: JsonObject): JsonObject
  /** Two documents as they may be shown side by side. */
  hideComparison(comparison: DocumentComparison): DocumentComparison
  /** Whether the run serves a fork's or Dependabot's pull request: programs that it could bring are not run. */
  isStranger(): Promise<boolean>
  /** Told of what stays behind should the command fail; answers how to take that back. */
  leave(leftover: string): () => void
  /** Told what is known already, so that a failure later does not lose it. */
  know(facts: Partial<CommandResult>): void
}

/** The settings of a line that commands obey. Times in ms. */
export interface Options {
  readonly dryRun: boolean
  readonly rollback: RollbackPolicy
  readonly onCancel: 'leave' | 'rollback'
  readonly unchanged: 'deploy' | 'skip'
  readonly failOnChanges: boolean
  readonly pollInterval: number
  /** 0: no limit. */
  readonly timeout: number
}

/** A verb. */
export interface Command extends CommandSpec {
  /** One line for help and README. */
  readonly summary: string
  /**
   * Absent: the config is read. `none`: it is not, and the command runs once a line; `written`: nor is it, as the
   * command writes it. Region, cluster and service are then those of the command's flags.
   */
  readonly config?: 'none' | 'written'
  /** Flags that hold JSON with values like those of a definition: secret ones are hidden from the first line on. */
  readonly secretFlags?: readonly string[]
  run(context: Context): Promise<CommandResult>
}

/** A boolean flag; `fallback` where the line does not say. */
export function booleanFlag(context: Context, name: string, fallback = false): boolean {
  const value = context.flags[name]
  return typeof value === 'boolean' ? value : fallback
}

/** A number flag, undefined where the line does not say. */
export function numberFlag(context: Context, name: string): number | undefined {
  const value = context.flags[name]
  return typeof value === 'number' ? value : undefined
}

/** A text flag; `fallback` where the line does not say, or says nothing. */
export function textFlag(context: Context, name: string, fallback = ''): string {
  const value = context.flags[name]
  return typeof value === 'string' && value !== '' ? value : fallback
}

/** The service of the config. @throws UserError where the config names none */
export function requireService(project: Project): ServiceName {
  const name = serviceName(project.config)
  if (name !== undefined) return name
  throw new UserError('service is not defined', {
    hint: 'this command works on a service: name it under `service` in the config',
    location: { file: project.config.file },
  })
}

/** Asked before each write. `step`: what would be done. @throws CancelledError once the workflow is cancelled */
export function refuseWhenCancelled({ signal }: Context, step: string): void {
  if (signal.aborted) throw new CancelledError(step)
}

/** Whether the command writes nothing: by the input or by the flag. */
export function isDryRun(context: Context): boolean {
  return context.options.dryRun || booleanFlag(context, 'dry-run')
}

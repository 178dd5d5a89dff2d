import { resolve } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { findLineConfigs } from './commands/line-configs.ts'
import { repositoryAround } from './config/workspace-border.ts'
import { describeWithPlace } from './errors.ts'
import { createRunner, type Runner } from './github/runner.ts'
import type { Clock } from './model/ports.ts'
import type { Environment } from './model/project.ts'
import type { CommandResult, ProjectReport, RunReport } from './model/report.ts'
import type { Settings } from './model/settings.ts'
import { isFailure, worstOutcome } from './model/verdict.ts'
import { runLines } from './run.ts'
import { createSecrets, type Hiding, isSecretEntry } from './secrets.ts'
import { readSettings } from './settings.ts'
import { type Teller, tellDocuments, tellOne, tellSeveral } from './telling.ts'
import { version } from './version.ts'
import { logLine, splitLines } from './views/text.ts'

const clock: Clock = {
  now: () => Date.now(),
  sleep: (ms, signal) => setTimeout(ms, undefined, signal === undefined ? {} : { signal }),
}

/**
 * The whole run: inputs, projects, commands, then summary, comment and outputs. With words it is the command line.
 * Answers the exit code.
 */
export async function main(written: readonly string[]): Promise<number> {
  const environment: Environment = { ...process.env }
  // Neither words nor a runner that says what to do by inputs: somebody asks what there is (specification 1.1).
  const words = written.length === 0 && isTerminal(environment) ? ['help'] : written
  const local = words.length > 0
  // The command line prints documents on stdout and everything else on stderr, as ecspresso does.
  const stream = local ? process.stderr : process.stdout
  const runner = createRunner({ env: environment, write: (text) => stream.write(text), folds: !local })
  const secrets = createSecrets()
  for (const [name, value = ''] of Object.entries(environment)) {
    if (isCredential(name) && isSecretEntry(name, value)) secrets.register(value)
  }
  runner.mask(secrets.valuesForRunner())
  const startedAt = clock.now()
  try {
    const { settings, warnings } = readSettings(environment, words)
    if (settings.githubToken !== '') secrets.register(settings.githubToken)
    for (const warning of warnings) runner.log(`warning: ${warning}`)
    const hiding: Hiding = { secrets, mode: settings.mask }
    const report = await run(settings, { environment, runner, hiding, local, startedAt })
    return isFailure(report.outcome) ? 1 : 0
  } catch (error) {
    return refuse(error, { environment, runner, hiding: { secrets, mode: 'secrets' }, startedAt })
  }
}

interface Surroundings {
  readonly environment: Environment
  readonly runner: Runner
  readonly hiding: Hiding
  readonly startedAt: number
}

async function run(settings: Settings, around: Surroundings & { readonly local: boolean }): Promise<RunReport> {
  const { environment, runner, hiding, local, startedAt } = around
  const root = resolve(environment['GITHUB_WORKSPACE'] || process.cwd())
  const directory = resolve(local ? process.cwd() : root, settings.workingDirectory)
  const debug = settings.debug || settings.commands.some((line) => line.flags['debug'] === true)
  const teller = createTeller({ ...settings, debug }, around, countConfigs(settings, directory))
  const projects = await runLines(settings, {
    environment,
    clock,
    random: Math.random,
    signal: cancellation(),
    root,
    // On the command line the repository may begin above the directory where somebody stands.
    workspace: environment['GITHUB_WORKSPACE'] ? root : (repositoryAround(root) ?? root),
    directory,
    userAgent: `ecspresso-action/${version}`,
    isStranger: () => isStranger(environment),
    hiding,
    noteSecrets: () => runner.mask(hiding.secrets.valuesForRunner()),
    trace: (line) => debug && runner.log(hiding.secrets.mask(`debug: ${line}`)),
    tell: teller.tell,
  })
  const report = toReport(projects, startedAt)
  // Summary, comment and their libraries are not needed before the end.
  const { publish } = await import('./publishing.ts')
  await publish(report, { settings, environment, runner, hiding })
  teller.finish(report)
  return report
}

function createTeller(
  settings: Settings,
  around: Surroundings & { readonly local: boolean },
  projects: number,
): Teller {
  const { runner, hiding, local, environment } = around
  const print = (text: string): void => {
    if (local) process.stdout.write(text)
    // A document may hold what others wrote: no line of it is a command to the runner.
    else for (const line of splitLines(text.trimEnd())) runner.log(logLine(line))
  }
  // Who asks for help in a terminal wants nothing else.
  if (local && settings.commands.every(({ command }) => command === 'help' || command === 'version')) {
    return tellDocuments(print)
  }
  const telling = {
    runner,
    hiding,
    debug: settings.debug,
    colours: local && wantsColours(settings, environment),
    print,
  }
  return projects > 1 ? tellSeveral(telling) : tellOne(telling)
}

/** `--[no-]color`, else ECSPRESSO_COLOR, else whether a terminal shows the log and nobody set NO_COLOR. */
function wantsColours({ commands }: Settings, environment: Environment): boolean {
  const flag = commands.map(({ flags }) => flags['color']).find((value) => typeof value === 'boolean')
  if (typeof flag === 'boolean') return flag
  const variable = environment['ECSPRESSO_COLOR']
  if (variable) return /^(true|1|yes)$/i.test(variable)
  return process.stderr.isTTY && !environment['NO_COLOR']
}

function countConfigs(settings: Settings, directory: string): number {
  const all = settings.commands.flatMap((line) => findLineConfigs(settings, line, directory))
  return new Set(all).size
}

/** Aborts at the first SIGINT or SIGTERM: the runner leaves 7.5 s, then 2.5 s. */
function cancellation(): AbortSignal {
  const controller = new AbortController()
  const abort = (): void => controller.abort()
  process.once('SIGINT', abort)
  process.once('SIGTERM', abort)
  return controller.signal
}

function toReport(projects: readonly ProjectReport[], startedAt: number): RunReport {
  const outcome = worstOutcome(projects.flatMap((project) => project.commands.map((one) => one.result.outcome)))
  return { version, outcome, startedAt, endedAt: clock.now(), projects }
}

/** Inputs that cannot be obeyed: nothing was read or written; the sentence goes everywhere a verdict goes. */
async function refuse(error: unknown, around: Surroundings): Promise<number> {
  const { runner, environment, hiding, startedAt } = around
  const { diagnoseError } = await import('./diagnose/index.ts')
  const diagnosis = diagnoseError(error)
  const sentence = describeWithPlace(error)
  const result: CommandResult = { outcome: 'failed', sentence, category: diagnosis.label, retryable: false, diagnosis }
  const commands = [{ command: '', line: '', result }]
  const project: ProjectReport = { config: '', region: '', account: '', cluster: '', service: '', commands, events: [] }
  for (const line of [sentence, `what to do: ${diagnosis.hint}`]) runner.log(hiding.secrets.mask(line))
  const { publish } = await import('./publishing.ts')
  await publish(toReport([project], startedAt), { settings: undefined, environment, runner, hiding })
  return 1
}

/** Whether the pull request comes from a fork or Dependabot. */
async function isStranger(environment: Environment): Promise<boolean> {
  const { readPullRequest } = await import('./github/event.ts')
  const pullRequest = await readPullRequest(environment)
  return pullRequest?.isFork === true || pullRequest?.isDependabot === true
}

/** A runner says that it is one, and gives inputs. */
function isTerminal(environment: Environment): boolean {
  return !environment['GITHUB_ACTIONS'] && !Object.keys(environment).some((name) => name.startsWith('INPUT_'))
}

/** Credentials of this run: they may stand in an error's text. */
function isCredential(name: string): boolean {
  return /^(AWS_SECRET_ACCESS_KEY|AWS_SESSION_TOKEN|GITHUB_TOKEN|INPUT_GITHUB-TOKEN|TFE_TOKEN)$/.test(name)
}

import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { expect, it } from '@jest/globals'
import type { Fields } from '../../simulator/call.ts'
import { parseScenario } from '../../simulator/scenario.ts'
import { startServer } from '../../simulator/server.ts'
import { createSimulator, type Simulator } from '../../simulator/simulator.ts'
import { normalise, tellCall, tellService, tellStep } from './transcript.ts'

/** What a story begins with: the repository's files by path, and a scenario of the simulator. */
export interface Scene {
  readonly files: Readonly<Record<string, string>>
  readonly scenario: object
  /** What chance decides, as the pauses before a call is made again: the transcript shows `[…]` there. */
  readonly blur?: RegExp
}

/** Where a story plays: a repository, an AWS account and a GitHub of its own. */
export interface Stage {
  readonly simulator: Simulator
  /** Runs the built action as a step of a workflow: its inputs, and what stands in `env`. */
  step(inputs: Inputs, environment?: Environment, moment?: Moment): Promise<Step>
  /** The services of the account with their tags, as DescribeServices shows them. */
  services(): readonly Fields[]
  /** Changes a file of the repository between two steps. */
  write(path: string, text: string): void
}

type Inputs = Readonly<Record<string, string>>
/** A variable that is `undefined` is taken away. */
type Environment = Readonly<Record<string, string | undefined>>

/** When somebody cancels the workflow: seconds of virtual time after the step began. */
export interface Moment {
  readonly cancelAfter: number
}

/** What a step left behind. */
export interface Step {
  readonly inputs: Inputs
  readonly environment: Environment
  /** Code of the process. */
  readonly exit: number | null
  /** Standard output as the runner shows it: secrets are announced in `masked` and no longer seen here. */
  readonly log: string
  readonly masked: readonly string[]
  readonly outputs: Readonly<Record<string, string>>
  readonly summary: string
  /** What stands in `document-file`; empty where the step printed no document. */
  readonly documents: readonly string[]
  /** The calls to AWS that were to change something, in order; a refused one with its error. */
  readonly calls: readonly string[]
  /** Names of those that did change something. */
  readonly writes: readonly string[]
}

const root = resolve(import.meta.dirname, '../..')
/** These must never be read anywhere. */
const secrets = ['wJalrXUtnFEMIK7MDENGbPxRfiCYEXAMPLEKEY', 'ghs_16C7e42F292c6912E7710c838347Ae178B4a']
const reading = /^(Describe|List|Get|BatchGet|BatchCheck|Filter|AssumeRole)/

/**
 * A story: steps on a stage, and then the whole transcript against the Markdown file beside the test.
 * `UPDATE_STORIES=1` writes that file anew; read the difference before you keep it.
 */
export function story(title: string, scene: Scene, tell: (stage: Stage) => Promise<void>): void {
  it(title, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'story-'))
    const simulator = createSimulator(parseScenario(scene.scenario))
    const conductor = conduct(simulator)
    const server = await startServer(conductor.simulator)
    const steps: Step[] = []
    const write = (path: string, text: string): void => {
      mkdirSync(dirname(join(folder, 'repository', path)), { recursive: true })
      writeFileSync(join(folder, 'repository', path), text)
    }
    for (const [path, text] of Object.entries(scene.files)) write(path, text)
    const step: Stage['step'] = async (inputs, environment = {}, moment) => {
      const world = { ...surroundings(folder, server.url), ...asInputs(inputs), ...environment }
      const seen = simulator.state().calls.length
      const played = await play(world, (pid) => conductor.expectCancel(moment, pid))
      const calls = simulator.state().calls.slice(seen)
      const changing = calls.filter(({ service, operation }) => service !== 'github' && !reading.test(operation))
      const done = { ...played, inputs, environment, calls: changing.map(tellCall) }
      const writes = changing.filter((call) => call.error === undefined && call.fault !== 'refused')
      steps.push({ ...done, writes: writes.map(({ operation }) => operation) })
      return steps.at(-1)!
    }
    const transcript = (): string => {
      const text = normalise(transcribe(title, steps, simulator), { folder, url: server.url })
      return scene.blur === undefined ? text : text.replace(scene.blur, '[…]')
    }
    try {
      await tell({ simulator, step, write, services: () => describeServices(simulator) }).finally(() =>
        keep(transcript),
      )
      expect(transcript()).toBe(readFileSync(transcriptFile(), 'utf8'))
    } finally {
      await server.close()
      rmSync(folder, { recursive: true })
    }
  })
}

/** The step's environment is made from nothing: neither jest's options nor this machine's credentials are in it. */
function surroundings(folder: string, url: string): Environment {
  return {
    PATH: dirname(process.execPath),
    HOME: folder,
    SIMULATOR_URL: url,
    AWS_ENDPOINT_URL: url,
    AWS_REGION: 'ap-northeast-1',
    AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE',
    AWS_SECRET_ACCESS_KEY: secrets[0],
    'INPUT_GITHUB-TOKEN': secrets[1],
    GITHUB_ACTIONS: 'true',
    GITHUB_API_URL: `${url}/github`,
    GITHUB_GRAPHQL_URL: `${url}/github/graphql`,
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_REPOSITORY: 'acme/shop',
    GITHUB_RUN_ID: '4711',
    GITHUB_SHA: 'a'.repeat(40),
    GITHUB_EVENT_NAME: 'push',
    GITHUB_EVENT_PATH: join(folder, 'repository', '.event.json'),
    GITHUB_WORKSPACE: join(folder, 'repository'),
    GITHUB_OUTPUT: join(folder, 'output'),
    GITHUB_STEP_SUMMARY: join(folder, 'summary.md'),
    RUNNER_TEMP: join(folder, 'temp'),
  }
}

function asInputs(inputs: Inputs): Environment {
  return Object.fromEntries(Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]))
}

type Played = Pick<Step, 'exit' | 'log' | 'masked' | 'outputs' | 'summary' | 'documents'>

async function play(world: Environment, begun: (pid: number) => void): Promise<Played> {
  const { GITHUB_OUTPUT: output = '', GITHUB_STEP_SUMMARY: summary = '', RUNNER_TEMP: temp = '' } = world
  for (const file of [output, summary]) writeFileSync(file, '')
  mkdirSync(temp, { recursive: true })
  const words = ['--import', join(root, 'simulator/clock.mjs'), join(root, 'dist/index.js')]
  const env = Object.fromEntries(Object.entries(world).filter(([, value]) => value !== undefined))
  const child = spawn(process.execPath, words, {
    cwd: world['GITHUB_WORKSPACE'],
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  begun(child.pid ?? 0)
  let text = ''
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (chunk) => (text += chunk))
  const exit = await new Promise<number | null>((resolve) => child.once('close', resolve))
  const lines = text.trimEnd().split('\n')
  const masks = lines.filter((line) => line.startsWith('::add-mask::'))
  const outputs = readOutputs(readFileSync(output, 'utf8'))
  const [documents, reports] = ['document-file', 'report-file'].map((name) => readFiles(outputs[name]))
  const played = {
    exit,
    log: lines.filter((line) => !masks.includes(line)).join('\n'),
    masked: masks.map((line) => line.slice('::add-mask::'.length)),
    outputs,
    summary: readFileSync(summary, 'utf8'),
    documents: documents ?? [],
  }
  keepSecrets([played.log, played.summary, ...Object.values(outputs), ...played.documents, ...(reports ?? [])])
  return played
}

function readFiles(path = ''): readonly string[] {
  return path === '' ? [] : [readFileSync(path, 'utf8')]
}

/** `name<<delimiter`, the lines of the value, `delimiter`. */
function readOutputs(text: string): Readonly<Record<string, string>> {
  const entries = text.matchAll(/^(\S+)<<(ghadelimiter_\S+)\n([\s\S]*?)\n\2$/gm)
  return Object.fromEntries([...entries].map(([, name = '', , value = '']) => [name, value]))
}

/** Whatever the story is about: no credential stands in anything that a step writes. */
function keepSecrets(written: readonly string[]): void {
  for (const secret of secrets) expect(written.filter((text) => text.includes(secret))).toEqual([])
}

/** Stands between a step and the simulator, to cancel the workflow at a moment of virtual time. */
function conduct(simulator: Simulator) {
  let due = Number.POSITIVE_INFINITY
  let held = 0
  let cancel = (): void => {}
  const handle: Simulator['handle'] = async (request) => {
    const moves = request.path === '/_simulator/advance'
    if (moves && simulator.clock.now() >= due) {
      due = Number.POSITIVE_INFINITY
      // Time stands still until the process has heard the signal.
      held = 25
      cancel()
    }
    if (!moves || held === 0) return simulator.handle(request)
    held -= 1
    return simulator.handle({ ...request, body: JSON.stringify({ waiting: Number.MAX_SAFE_INTEGER }) })
  }
  function expectCancel(moment: Moment | undefined, pid: number): void {
    if (moment === undefined) return
    due = simulator.clock.now() + 1000 * moment.cancelAfter
    cancel = () => void process.kill(pid, 'SIGINT')
  }
  return { simulator: { ...simulator, handle }, expectCancel }
}

function transcribe(title: string, steps: readonly Step[], simulator: Simulator): string {
  const { comments } = simulator.state()
  const services = describeServices(simulator)
  const told = comments.map(({ author, body, issue }) => `## Comment of ${author} on #${issue}\n\n${body}`)
  const end = services.length === 0 ? ['There is no service.'] : services.map(tellService)
  return [`# ${title}`, ...steps.map(tellStep), ...told, `## In the end\n\n${end.join('\n')}\n`].join('\n\n')
}

function describeServices(simulator: Simulator): readonly Fields[] {
  return simulator.state().services.map((service) => {
    const { tags } = simulator.ask('ecs', 'ListTagsForResource', { resourceArn: service['serviceArn'] })
    return { ...service, tags }
  })
}

function transcriptFile(): string {
  return (expect.getState().testPath ?? '').replace(/\.test\.ts$/, '.md')
}

/** Writes a transcript that is new or asked for; of a story that failed too, as it tells why. */
function keep(transcript: () => string): void {
  const isNew = !existsSync(transcriptFile()) && process.env['CI'] === undefined
  if (isNew || process.env['UPDATE_STORIES'] === '1') writeFileSync(transcriptFile(), transcript())
}

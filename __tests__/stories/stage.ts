import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, it } from '@jest/globals'
import type { Fields } from '../../simulator/call.ts'
import type { CallRecord } from '../../simulator/call-log.ts'
import { parseScenario } from '../../simulator/scenario.ts'
import { startServer } from '../../simulator/server.ts'
import { createSimulator, type Simulator } from '../../simulator/simulator.ts'
import { asInputs, type Environment, type Inputs, type Performance, perform, surroundings } from './action.ts'
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
  /** A file of the repository as it is now. */
  read(path: string): string
}

/** When somebody cancels the workflow: seconds of virtual time after the step began. */
interface Moment {
  readonly cancelAfter: number
}

/** What a step did: as the runner sees it, and to AWS. */
export interface Step extends Performance {
  readonly inputs: Inputs
  readonly environment: Environment
  /** The calls to AWS that were to change something, in order; a refused one with its error. */
  readonly calls: readonly string[]
  /** Names of those that did change something. */
  readonly writes: readonly string[]
}

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
    mkdirSync(join(folder, 'repository'))
    for (const [path, text] of Object.entries(scene.files)) write(path, text)
    const read = (path: string): string => readFileSync(join(folder, 'repository', path), 'utf8')
    const step: Stage['step'] = async (inputs, environment = {}, moment) => {
      const world = { ...surroundings(folder, server.url), ...asInputs(inputs), ...environment }
      const seen = simulator.state().calls.length
      const performance = await perform(world, (pid) => conductor.expectCancel(moment, pid))
      const done = { ...performance, ...tellChanges(simulator.state().calls.slice(seen)), inputs, environment }
      steps.push(done)
      return done
    }
    const transcript = (): string => {
      const text = normalise(transcribe(title, steps, simulator), { folder, url: server.url })
      return scene.blur === undefined ? text : text.replace(scene.blur, '[…]')
    }
    try {
      await tell({ simulator, step, write, read, services: () => describeServices(simulator) }).finally(() =>
        keep(transcript),
      )
      expect(transcript()).toBe(readFileSync(transcriptFile(), 'utf8'))
    } finally {
      await server.close()
      rmSync(folder, { recursive: true })
    }
  })
}

function tellChanges(all: readonly CallRecord[]): Pick<Step, 'calls' | 'writes'> {
  const changing = all.filter(({ service, operation }) => service !== 'github' && !reading.test(operation))
  const done = changing.filter(({ error, fault }) => error === undefined && fault !== 'reset')
  return { calls: changing.map(tellCall), writes: done.map(({ operation }) => operation) }
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
    due = moment === undefined ? Number.POSITIVE_INFINITY : simulator.clock.now() + 1000 * moment.cancelAfter
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

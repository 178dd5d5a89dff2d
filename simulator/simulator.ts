import { type Aws, createAws } from './aws.ts'
import type { Fields, ServiceName } from './call.ts'
import type { CallRecord } from './call-log.ts'
import { type LinkedClock, linkClock } from './clock-link.ts'
import type { Refusal } from './ecs/story.ts'
import { createFaults, type Faults } from './faults.ts'
import type { Comment } from './github/comments.ts'
import { createGitHub, type GitHub } from './github/github.ts'
import { answerJson, type HttpAnswer, type HttpRequest } from './protocol/http.ts'
import type { Fault, Scenario } from './scenario.ts'
import { createRandom, createTime } from './time.ts'
import { createRequestHandler, type RequestHandler } from './transport.ts'
import { describeAllServices } from './world-state.ts'

/** What a test can read of the world. */
interface State {
  /** Milliseconds since the epoch. */
  readonly now: number
  /** Calls from outside in the order in which they came. */
  readonly calls: readonly CallRecord[]
  readonly comments: readonly Comment[]
  /** All services of the home region as DescribeServices shows them. */
  readonly services: readonly Fields[]
  /** What actors of the story were refused. */
  readonly refusals: readonly Refusal[]
}

/** A world of its own: AWS and a small GitHub on virtual time. */
export interface Simulator {
  readonly clock: LinkedClock
  /** For the `requestHandler` of SDK clients in the same process. */
  readonly requestHandler: RequestHandler
  /**
   * Answers an HTTP request to AWS, to GitHub (below `/github`) or to the simulator itself (below `/_simulator`).
   * Rejects with `ConnectionReset` where the connection is to break.
   */
  handle(request: HttpRequest): Promise<HttpAnswer>
  /** Moves virtual time to `when` (ms since the epoch) and says what time it is then. */
  advanceTo(when: number): number
  /** Asks an operation of the home region directly: no signature, no fault, no record. */
  ask(service: ServiceName, operation: string, input: Fields): Fields
  /** Calls from outside so far, in the order in which they came. */
  calls(): readonly CallRecord[]
  state(): State
}

/** What stands there when the scenario begins and has no section in it. */
interface Seeds {
  /** Inputs of RegisterScalableTarget. */
  readonly scalableTargets?: readonly Fields[]
  readonly comments?: readonly Pick<Comment, 'issue' | 'author' | 'body'>[]
}

/** Begins a scenario. The same scenario and the same calls give the same answers. */
export function createSimulator(scenario: Scenario, seeds: Seeds = {}): Simulator {
  const time = createTime(scenario.start)
  const clock = linkClock(time)
  const calls: CallRecord[] = []
  const faults = createFaults(scenario.faults, {
    elapsed: () => (time.now() - scenario.start) / 1000,
    random: createRandom(scenario.seed ^ 0xfa17),
  })
  const tools: Tools = {
    faults,
    note: (record) => calls.push(record),
    wait: (seconds) => clock.sleep(seconds * 1000),
  }
  const { account, region, seed } = scenario
  const home = { time, random: createRandom(seed), scenario, account, region }
  const aws = createAws({ home, ...tools })
  const github = openGitHub(scenario, clock, tools)
  for (const target of seeds.scalableTargets ?? []) aws.ask('application-autoscaling', 'RegisterScalableTarget', target)
  for (const comment of seeds.comments ?? []) github?.comments.create(comment)

  function advanceTo(when: number): number {
    time.advanceTo(when)
    return time.now()
  }

  function state(): State {
    const services = describeAllServices(aws.ask)
    return { now: time.now(), calls, comments: github?.comments.all() ?? [], services, refusals: aws.refusals() }
  }

  const doors: Doors = { aws, github, clock, advanceTo, state }
  const handle = (request: HttpRequest) => route(doors, request).then((answer) => dated(answer, time.now()))
  return {
    clock,
    requestHandler: createRequestHandler(handle),
    handle,
    advanceTo,
    ask: aws.ask,
    calls: () => calls,
    state,
  }
}

interface Tools {
  readonly faults: Faults
  note(record: CallRecord): void
  wait(seconds: number): Promise<void>
}

function openGitHub(scenario: Scenario, clock: LinkedClock, tools: Tools): GitHub | undefined {
  if (scenario.github === undefined) return undefined

  async function meet(operation: string, { method, path, query, body }: HttpRequest): Promise<Fault | undefined> {
    const fault = tools.faults.meet(`github:${operation}`)
    const input = { method, path, query, body }
    const met = fault === undefined ? {} : { fault: fault.kind }
    tools.note({ at: clock.now(), service: 'github', operation, input, ...met })
    if (fault?.kind === 'slow') await tools.wait(fault.seconds ?? 30)
    return fault
  }

  return createGitHub({ scenario: scenario.github, now: clock.now, meet })
}

interface Doors extends Pick<Simulator, 'clock' | 'advanceTo' | 'state'> {
  readonly aws: Aws
  readonly github: GitHub | undefined
}

async function route(doors: Doors, request: HttpRequest): Promise<HttpAnswer> {
  const [, first = ''] = request.path.split('/')
  if (first === '_simulator') return control(doors, request)
  if (first !== 'github') return doors.aws.answer(request)
  if (doors.github === undefined) return answerJson(404, { message: 'The scenario has no GitHub.' })
  const base = `http://${request.headers['host'] ?? 'simulator'}/github`
  return doors.github.answer({ ...request, path: request.path.slice('/github'.length) }, base)
}

/** What a client of the simulator's time says. */
interface Move {
  /** Milliseconds since the epoch; nothing: as far as the first slow answer. */
  readonly to?: number
  /** For how many answers the client waits; while another than slow ones is among them, time stays. */
  readonly waiting?: number
}

function control({ clock, advanceTo, state }: Doors, { method, path, body }: HttpRequest): HttpAnswer {
  switch (`${method} ${path}`) {
    case 'GET /_simulator/now':
      return answerJson(200, { now: clock.now() })
    case 'GET /_simulator/state':
      return answerJson(200, state())
    case 'POST /_simulator/advance':
      return answerJson(200, move(JSON.parse(body), clock, advanceTo))
    default:
      return answerJson(404, { message: `The simulator has no ${method} ${path}.` })
  }
}

function move({ to, waiting = 0 }: Move, clock: LinkedClock, advanceTo: (when: number) => number): Fields {
  if (waiting > clock.sleeping()) return { now: clock.now(), busy: true }
  const targets = [to, waiting > 0 ? clock.next() : undefined].filter((target) => target !== undefined)
  return { now: targets.length === 0 ? clock.now() : advanceTo(Math.min(...targets)) }
}

/** AWS clients set their clock by the `Date` header; the exact instant is for the linked clock. */
function dated(answer: HttpAnswer, now: number): HttpAnswer {
  const headers = { ...answer.headers, date: new Date(now).toUTCString(), 'x-simulator-now': String(now) }
  return { ...answer, headers }
}

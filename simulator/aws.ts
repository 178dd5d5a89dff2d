import { type Accounts, createAccounts, readScope } from './account.ts'
import { createAnswers } from './answers.ts'
import { ApiError, type Call, type Fields, type ServiceName } from './call.ts'
import type { CallRecord } from './call-log.ts'
import type { Refusal } from './ecs/story.ts'
import { type Faults, refusalOf } from './faults.ts'
import { type Envelope, writeAnswer, writeError } from './protocol/answer.ts'
import { ConnectionReset, type HttpAnswer, type HttpRequest } from './protocol/http.ts'
import { protocolOf, type Question, readQuestion } from './protocol/request.ts'
import type { Fault } from './scenario.ts'
import type { Place } from './services/place.ts'
import { openRegion, type Region } from './services/region.ts'
import { createRandom } from './time.ts'

/** What AWS needs of the rest of the simulator. */
export interface AwsPorts {
  /** Home: the scenario's account and region. */
  readonly home: Place
  readonly faults: Faults
  /** Takes the record of a call that came in. */
  note(record: CallRecord): void
  /** Waits, in virtual time. */
  wait(seconds: number): Promise<void>
}

/** The simulated AWS. */
export interface Aws {
  /** Answers a request; throws only where the connection is to break. */
  answer(request: HttpRequest): Promise<HttpAnswer>
  /** Asks an operation of the home region directly: no signature, no fault, no record. */
  ask(service: ServiceName, operation: string, input: Fields): Fields
  /** What actors of the story were refused so far. */
  refusals(): readonly Refusal[]
}

/** AWS with all its regions; other places than home begin empty. */
export function createAws(ports: AwsPorts): Aws {
  const { home, faults } = ports
  const accounts = createAccounts(home.account)
  const regions = createRegions(home, accounts)
  const answers = createAnswers()
  const nextRequestId = createRequestIds(home.scenario.seed)
  // The story runs from the beginning, whether anybody calls or not.
  const atHome = regions(home.account, home.region)

  async function answer(request: HttpRequest): Promise<HttpAnswer> {
    let envelope: Envelope = { protocol: protocolOf(request), requestId: nextRequestId(), service: '', operation: '' }
    try {
      const scope = readScope(request)
      const question = readQuestion(request, scope.service)
      envelope = { ...envelope, service: question.service, operation: question.operation }
      const call = { ...simulated(question), ...accounts.identify(scope.accessKey), region: scope.region }
      return writeAnswer(await record(call), envelope)
    } catch (error) {
      if (error instanceof ApiError) return writeError(error, envelope)
      throw error
    }
  }

  async function record(call: Call): Promise<Fields> {
    const fault = faults.meet(nameOf(call))
    const entry = recordOf(call, home.time.now(), fault)
    ports.note(entry)
    try {
      if (fault?.kind === 'slow') await ports.wait(fault.seconds ?? 30)
      const refusal = fault === undefined ? undefined : refusalOf(fault, call)
      if (refusal !== undefined) throw refusal
      return perform(call, fault)
    } catch (error) {
      entry.error = error instanceof ApiError ? error.code : String(error)
      throw error
    }
  }

  function perform(call: Call, fault: Fault | undefined): Fields {
    const output = operate(regions(call.account, call.region), call)
    const now = home.time.now()
    if (fault?.kind === 'lost') throw new ConnectionReset()
    if (faults.remembers(nameOf(call))) answers.keep(call, output, now)
    if (fault?.kind !== 'stale') return output
    return answers.at(call, now - 1000 * (fault.seconds ?? 10)) ?? output
  }

  function ask(service: ServiceName, operation: string, input: Fields): Fields {
    const call = { service, operation, input, ...accounts.identify(''), region: home.region }
    return operate(atHome, call)
  }

  return { answer, ask, refusals: atHome.refusals }
}

function nameOf({ service, operation }: Call): string {
  return `${service}:${operation}`
}

const serviceNames: Readonly<Record<string, ServiceName>> = Object.fromEntries(
  (
    [
      'ecs',
      'sts',
      'iam',
      'ecr',
      'logs',
      'ssm',
      'secretsmanager',
      'elasticloadbalancing',
      'monitoring',
      'application-autoscaling',
      'cloudformation',
      's3',
    ] as const
  ).map((name) => [name, name]),
)

function simulated({ service, operation, input }: Question): Pick<Call, 'service' | 'operation' | 'input'> {
  const known = serviceNames[service]
  if (known !== undefined) return { service: known, operation, input }
  throw new ApiError('UnknownOperationException', `The simulator has no service ${service} (${operation} was called).`)
}

function operate({ services }: Region, call: Call): Fields {
  const operations = services[call.service] ?? {}
  const operation = Object.hasOwn(operations, call.operation) ? operations[call.operation] : undefined
  if (operation !== undefined) return operation(call.input, call)
  const message = `The simulator has no operation ${call.operation} of ${call.service}.`
  throw new ApiError('UnknownOperationException', message)
}

function recordOf(call: Call, at: number, fault: Fault | undefined): CallRecord {
  return { at, ...call, ...(fault === undefined ? {} : { fault: fault.kind }) }
}

/** Opens a region of an account when it is first called. */
function createRegions(home: Place, accounts: Accounts): (account: string, region: string) => Region {
  const open = new Map<string, Region>()
  return (account, region) => {
    const key = `${account} ${region}`
    const found = open.get(key)
    if (found !== undefined) return found
    const isHome = account === home.account && region === home.region
    const opened = openRegion(isHome ? home : elsewhere(home, account, region), accounts)
    open.set(key, opened)
    return opened
  }
}

/** A place where nothing of the story stands; IAM's roles are everywhere in the account. */
function elsewhere(home: Place, account: string, region: string): Place {
  const { scenario } = home
  const empty = { taskDefinitions: [], services: [], targetGroups: [], alarms: [], actors: [], images: [] }
  const bare = { parameters: [], secrets: [], logGroups: [], stacks: [], clusters: [{ name: 'default' }] }
  // The names of buckets are known everywhere.
  const buckets = scenario.buckets.map((bucket) => ({ ...bucket, region: bucket.region ?? home.region }))
  const roles = account === home.account ? scenario.roles : []
  return { ...home, account, region, scenario: { ...scenario, ...empty, ...bare, buckets, roles, account, region } }
}

/** UUIDs that the seed decides. */
function createRequestIds(seed: number): () => string {
  const random = createRandom(seed ^ 0x5eed)
  const hex = (digits: number) => Array.from({ length: digits }, () => Math.floor(random() * 16).toString(16)).join('')
  return () => `${hex(8)}-${hex(4)}-4${hex(3)}-a${hex(3)}-${hex(12)}`
}

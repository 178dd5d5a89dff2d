import { ApiError, type Call } from './call.ts'
import { ConnectionReset } from './protocol/http.ts'
import type { Fault } from './scenario.ts'

/** Decides which calls meet which fault. */
export interface Faults {
  /** The fault of this call, which counts as made; `name` as faults name it: `ecs:UpdateService`. */
  meet(name: string): Fault | undefined
  /** Whether any fault could ever answer this call with what was true earlier. */
  remembers(name: string): boolean
}

interface Counted {
  readonly fault: Fault
  seen: number
  met: number
}

/** What faults need to know of the world: seconds since the story began, and chance. */
interface Circumstances {
  elapsed(): number
  random(): number
}

/** The ordered faults of a story; of several that match a call the first counts, but all of them count the call. */
export function createFaults(faults: readonly Fault[], circumstances: Circumstances): Faults {
  const all: Counted[] = faults.map((fault) => ({ fault, seen: 0, met: 0 }))

  function isDue({ fault, seen, met }: Counted): boolean {
    const from = fault.from ?? 1
    const turn = seen >= from && (seen - from) % (fault.every ?? 1) === 0
    const left = met < (fault.times ?? Number.POSITIVE_INFINITY)
    return turn && left && (fault.probability === undefined || circumstances.random() < fault.probability)
  }

  function meet(name: string): Fault | undefined {
    const matching = all.filter(
      ({ fault }) => covers(fault, name) && (fault.after === undefined || circumstances.elapsed() >= fault.after),
    )
    for (const entry of matching) entry.seen += 1
    const due = matching.find(isDue)
    if (due !== undefined) due.met += 1
    return due?.fault
  }

  return { meet, remembers: (name) => faults.some((fault) => fault.kind === 'stale' && covers(fault, name)) }
}

/** `*` is every AWS call; GitHub's are ordered by name (`github:*`), for they fail in other words. */
function covers({ operation }: Fault, name: string): boolean {
  if (operation === '*') return !name.startsWith('github:')
  return operation === name || (operation.endsWith(':*') && name.startsWith(operation.slice(0, -1)))
}

/** How each kind that ends a call is told to an AWS client; the other kinds let the call through. */
const refusals: Partial<Record<Fault['kind'], (fault: Fault, call: Call) => Error>> = {
  throttled: (fault) => new ApiError(fault.code ?? 'ThrottlingException', fault.message ?? 'Rate exceeded'),
  'server-error': (fault) =>
    new ApiError(fault.code ?? 'ServerException', fault.message ?? 'Service Unavailable. Please try again later.', 500),
  reset: () => new ConnectionReset(),
  refused: (fault, call) => new ApiError(fault.code ?? 'AccessDeniedException', fault.message ?? notAuthorized(call)),
  expired: (fault) =>
    new ApiError(
      fault.code ?? 'ExpiredTokenException',
      fault.message ?? 'The security token included in the request is expired',
    ),
}

/** The error in which a fault ends a call, if it ends it. */
export function refusalOf(fault: Fault, call: Call): Error | undefined {
  return refusals[fault.kind]?.(fault, call)
}

/** Services whose IAM actions have another prefix than their signature. */
const actionPrefixes: Partial<Record<Call['service'], string>> = { monitoring: 'cloudwatch' }

function notAuthorized(call: Call): string {
  const action = `${actionPrefixes[call.service] ?? call.service}:${call.operation}`
  const what = `is not authorized to perform: ${action} on resource: ${resourceOf(call)}`
  return `User: ${call.principal} ${what} because no identity-based policy allows the ${action} action`
}

/** The ARN that IAM would name; `*` for operations that are not allowed by resource. */
function resourceOf({ service, region, account, input }: Call): string {
  if (service !== 'ecs') return '*'
  const prefix = `arn:aws:ecs:${region}:${account}:`
  const cluster = lastPart(input['cluster']) ?? 'default'
  const name = lastPart(input['service']) ?? lastPart(input['serviceName'])
  if (name !== undefined) return `${prefix}service/${cluster}/${name}`
  const definition = lastPart(input['taskDefinition'])
  if (definition !== undefined) return `${prefix}task-definition/${definition}`
  return input['cluster'] === undefined ? '*' : `${prefix}cluster/${cluster}`
}

function lastPart(value: unknown): string | undefined {
  return typeof value === 'string' ? value.slice(value.lastIndexOf('/') + 1) : undefined
}

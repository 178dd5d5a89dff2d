import { AwsError } from '../errors.ts'
import type { LookupPort, Parameter } from '../model/ports.ts'
import { makeCall } from './call.ts'
import type { Connection } from './connection.ts'
import { once } from './credentials.ts'

interface Waiting {
  readonly name: string
  resolve(parameter: Parameter | undefined): void
  reject(error: unknown): void
}

type Found = Readonly<Record<'Name' | 'ARN' | 'Selector' | 'Type' | 'Value', string | undefined>>

/** GetParameters takes ten names at once. */
const batchSize = 10

/**
 * A `readParameter` that reads each parameter once, and asks ten at a time for those that are wanted within one turn
 * of the event loop. Where the ten are refused, each is asked for alone: a role may allow GetParameter only, or one
 * name may be what is wrong.
 */
export function openParameters(connection: Connection): LookupPort['readParameter'] {
  const open = once(async () => {
    const sdk = await import('@aws-sdk/client-ssm')
    return { sdk, client: new sdk.SSMClient(connection.settingsFor('SSM')) }
  })
  const call = <T>(operation: string, send: () => Promise<T>) =>
    makeCall(connection.calling, { service: 'ssm', operation, repeatable: true }, send)

  async function askTogether(names: readonly string[]): Promise<ReadonlyMap<string, Parameter>> {
    const { sdk, client } = await open()
    const command = () => new sdk.GetParametersCommand({ Names: [...names], WithDecryption: true })
    const answer = await call('GetParameters', () => client.send(command()))
    const found = (answer.Parameters ?? []).map(
      (one): Found => ({ Name: one.Name, ARN: one.ARN, Selector: one.Selector, Type: one.Type, Value: one.Value }),
    )
    return new Map(found.flatMap((one) => namesOf(one).map((name) => [name, toParameter(one)] as const)))
  }

  async function askAlone(name: string): Promise<Parameter | undefined> {
    const { sdk, client } = await open()
    const command = () => new sdk.GetParameterCommand({ Name: name, WithDecryption: true })
    try {
      const { Parameter: found } = await call('GetParameter', () => client.send(command()))
      return toParameter({ Type: found?.Type, Value: found?.Value })
    } catch (error) {
      if (error instanceof AwsError && /^Parameter(Version)?NotFound$/.test(error.code)) return undefined
      throw error
    }
  }

  async function ask(batch: readonly Waiting[]): Promise<void> {
    const found = await askTogether(batch.map((one) => one.name)).catch((error: unknown) => refusalOf(error))
    for (const one of batch) {
      if (found instanceof Error) one.reject(found)
      else if (found?.has(one.name)) one.resolve(found.get(one.name))
      else askAlone(one.name).then(one.resolve, one.reject)
    }
  }

  return readTogether(ask)
}

/** Nothing where each name is to be tried alone. */
function refusalOf(error: unknown): Error | undefined {
  const mayHelp = error instanceof AwsError && error.status >= 400 && error.status < 500
  const isHopeless = error instanceof AwsError && /Expired|UnrecognizedClient|InvalidSignature|Throttl/.test(error.code)
  if (mayHelp && !isHopeless) return undefined
  return error instanceof Error ? error : new Error(String(error))
}

/** Everything by which a parameter may have been asked for. */
function namesOf({ Name = '', ARN = '', Selector = '' }: Found): readonly string[] {
  return [Name + Selector, ARN + Selector]
}

function toParameter({ Type = 'String', Value = '' }: Partial<Found>): Parameter {
  return { type: Type, value: Value }
}

function readTogether(ask: (batch: readonly Waiting[]) => Promise<void>): LookupPort['readParameter'] {
  const known = new Map<string, Promise<Parameter | undefined>>()
  let queue: Waiting[] = []
  const flush = (): void => {
    const all = queue
    queue = []
    for (let start = 0; start < all.length; start += batchSize) void ask(all.slice(start, start + batchSize))
  }
  return (name) => {
    const read = known.get(name)
    if (read !== undefined) return read
    const { promise, resolve, reject } = Promise.withResolvers<Parameter | undefined>()
    known.set(name, promise)
    if (queue.length === 0) setImmediate(flush)
    queue.push({ name, resolve, reject })
    return promise
  }
}

import { AwsError, UserError } from '../errors.ts'
import type { Clock } from '../model/ports.ts'

/** What every call shares: time to wait with, chance for jitter, and somebody who listens under debug. */
export interface Calling {
  readonly clock: Clock
  /** Uniform in [0, 1). */
  readonly random: () => number
  /** Aborts when the workflow is cancelled: nothing is waited for then. */
  readonly signal?: AbortSignal
  /** A line per call and per retry, for the debug log. */
  readonly trace: (line: string) => void
  /** Forgets credentials that AWS calls expired, so that the next call gets new ones; absent where there are no others. */
  readonly renew?: () => void
}

/** One API call by name. */
export interface CallName {
  /** `ecs`, as IAM spells the prefix of the action. */
  readonly service: string
  readonly operation: string
  /** Whether a call whose answer was lost may be made again. */
  readonly repeatable: boolean
  /** How often it is made at most; six times unless said. */
  readonly attempts?: number | undefined
  /** Told why an attempt failed before the call is made again. */
  onRepeat?(error: AwsError): void
}

const maximumAttempts = 6
const firstDelay = 400
const longestDelay = 20_000

const throttling =
  /^(Throttl|TooManyRequests|RequestLimitExceeded|RequestThrottled|SlowDown|LimitExceededException$|PriorRequestNotComplete)/
// A ClientException that the SDK does not retry: several registrations of one family at once.
const concurrentRegistration = /too many concurrent attempts to create a new revision/i
const lostConnection = new Set([
  'ECONNRESET',
  'ECONNREFUSED',
  'EPIPE',
  'ETIMEDOUT',
  'EAI_AGAIN',
  'TimeoutError',
  'ENOTFOUND',
])

/**
 * Makes a call, again after throttling, 5xx and lost connections: at most six times, with growing,
 * jittered waits of up to 20 s on the given clock. Credentials that can be renewed are, once.
 * @throws AwsError with AWS's own sentence
 * @throws UserError where no region is set
 */
export async function makeCall<T>(calling: Calling, name: CallName, send: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    const startedAt = performance.now()
    try {
      const answer = await send()
      calling.trace(`${name.service}:${name.operation} ok in ${Math.round(performance.now() - startedAt)} ms`)
      return answer
    } catch (thrown) {
      // The call for credentials, which came before this one, has said all there is to say, retries included.
      if (thrown instanceof AwsError || thrown instanceof UserError) throw thrown
      refuseWithoutRegion(thrown)
      const error = toAwsError(thrown, name)
      calling.trace(`${name.service}:${name.operation} ${error.code}: ${error.message}`)
      await prepareNext(attempt, error, { calling, name })
    }
  }
}

/** Waits before the next attempt. @throws AwsError the given one, where there is none */
async function prepareNext(
  attempt: number,
  error: AwsError,
  { calling, name }: { readonly calling: Calling; readonly name: CallName },
): Promise<void> {
  if (attempt === 1 && calling.renew !== undefined && isExpired(error)) {
    calling.renew()
    return
  }
  if (attempt >= (name.attempts ?? maximumAttempts) || !mayRetry(error, name)) throw error
  name.onRepeat?.(error)
  await calling.clock.sleep(delayBefore(attempt, calling.random), calling.signal).catch(() => {
    throw error
  })
}

/** ms before attempt `attempt + 1`: doubled each time, then a random share between half and all of it. */
function delayBefore(attempt: number, random: () => number): number {
  const full = Math.min(longestDelay, firstDelay * 2 ** attempt)
  return Math.round(full * (0.5 + random() / 2))
}

/** The codes of ECS and STS, and of services that spell it in their own way. */
function isExpired(error: AwsError): boolean {
  return /^(ExpiredToken|RequestExpired)/.test(error.code)
}

function mayRetry(error: AwsError, name: CallName): boolean {
  if (throttling.test(error.code) || concurrentRegistration.test(error.message)) return true
  return name.repeatable && (error.status >= 500 || lostConnection.has(error.code))
}

/** The SDK's own chain found no region either. */
function refuseWithoutRegion(thrown: unknown): void {
  if (!(thrown instanceof Error) || thrown.message !== 'Region is missing') return
  throw new UserError('no AWS region is set', {
    hint: 'set `region` in the config, or AWS_REGION (aws-actions/configure-aws-credentials does)',
    category: 'config/client',
  })
}

function toAwsError(thrown: unknown, name: CallName): AwsError {
  const fields = typeof thrown === 'object' && thrown !== null ? thrown : {}
  const metadata = '$metadata' in fields && typeof fields.$metadata === 'object' ? fields.$metadata : {}
  const status = metadata !== null && 'httpStatusCode' in metadata ? Number(metadata.httpStatusCode ?? 0) : 0
  const systemCode = 'code' in fields && typeof fields.code === 'string' ? fields.code : undefined
  const code = systemCode ?? ('name' in fields ? String(fields.name) : 'Error')
  const message = thrown instanceof Error ? thrown.message : String(thrown)
  return new AwsError(message, { service: name.service, operation: name.operation, code, status, cause: thrown })
}

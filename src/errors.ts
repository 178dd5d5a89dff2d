import type { Finding } from './model/diagnosis.ts'
import { formatLocation, type Location } from './model/location.ts'

/** What a UserError knows besides its message. */
export interface UserErrorOptions {
  readonly hint: string
  readonly location?: Location | undefined
  readonly category?: string
  /** What else is wrong and is to be changed at the same time. */
  readonly others?: readonly Finding[]
  readonly cause?: unknown
}

/** What the user must change: the message names the wrong value, the hint says what to do. */
export class UserError extends Error {
  /** One sentence: what to do. */
  readonly hint: string
  readonly location: Location | undefined
  /** `category/subcategory` of the taxonomy, where the place of the mistake tells it. */
  readonly category: string | undefined
  readonly others: readonly Finding[]

  constructor(message: string, options: UserErrorOptions) {
    super(message, { cause: options.cause })
    this.name = 'UserError'
    this.hint = options.hint
    this.location = options.location
    this.category = options.category
    this.others = options.others ?? []
  }
}

/** A call that AWS refused or that never got an answer; `message` is AWS's own sentence. */
export class AwsError extends Error {
  /** `ecs` */
  readonly service: string
  /** `UpdateService` */
  readonly operation: string
  /** Exception name: `AccessDeniedException`; for a lost connection the system's code: `ECONNRESET`. */
  readonly code: string
  /** HTTP status; 0 when there was no answer. */
  readonly status: number

  constructor(
    message: string,
    call: { service: string; operation: string; code: string; status: number; cause?: unknown },
  ) {
    super(message, { cause: call.cause })
    this.name = 'AwsError'
    this.service = call.service
    this.operation = call.operation
    this.code = call.code
    this.status = call.status
  }
}

/** The workflow was cancelled before a write: from then on nothing is begun. */
export class CancelledError extends Error {
  /** `step`: what was not begun any more. */
  constructor(step: string) {
    super(`the workflow was cancelled before ${step}`)
    this.name = 'CancelledError'
  }
}

/** A failure of ours with a prefix that users know: `failed to update service: …`; the cause keeps the rest. */
export class StepError extends Error {
  constructor(message: string, cause: unknown) {
    super(message, { cause })
    this.name = 'StepError'
  }
}

/** The first error of the chain that `is` recognises. */
export function findCause<T>(error: unknown, is: (candidate: unknown) => candidate is T): T | undefined {
  for (let current = error; current instanceof Error; current = current.cause) {
    if (is(current)) return current
  }
  return undefined
}

/** The cause chain as a sentence: `failed to update service: Service not found. (ecs:UpdateService …)`. */
export function describeError(error: unknown): string {
  const parts: string[] = []
  for (let current = error; current !== undefined && current !== null; current = nextCause(current)) {
    parts.push(describeOne(current))
  }
  return parts.filter((part, index) => part !== '' && !parts[index - 1]?.includes(part)).join(': ')
}

/** The sentence with the place last: `… no such file (ecs/task.json:7)`. */
export function describeWithPlace(error: unknown): string {
  const location = findUserError(error)?.location
  const sentence = describeError(error)
  return location === undefined ? sentence : `${sentence} (${formatLocation(location)})`
}

/** The refusal that a failure comes from; undefined where AWS or a bug is to blame. */
export function findUserError(error: unknown): UserError | undefined {
  return findCause(error, (candidate): candidate is UserError => candidate instanceof UserError)
}

function describeOne(error: unknown): string {
  if (error instanceof AwsError) return `${error.code}: ${error.message} (${error.service}:${error.operation})`
  return error instanceof Error ? error.message : String(error)
}

function nextCause(error: unknown): unknown {
  // The cause of an AwsError is the SDK's own error and says the same again.
  return error instanceof Error && !(error instanceof AwsError) ? error.cause : undefined
}

import { AwsError, findCause } from '../errors.ts'
import type { Context } from './context.ts'

/** Tells of a write that failed without an answer: AWS may have carried it out. `what`: what may have happened. */
export function leaveDoubt({ leave }: Context, error: unknown, what: string): void {
  const cause = findCause(error, (one): one is AwsError => one instanceof AwsError)
  if (cause === undefined || (cause.status !== 0 && cause.status < 500)) return
  leave(`${what}: the answer of ${cause.operation} was lost (${cause.code}); \`status\` shows what is there`)
}

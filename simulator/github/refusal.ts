import { answerJson, ConnectionReset, type HttpAnswer } from '../protocol/http.ts'
import type { Fault } from '../scenario.ts'

/** An answer of GitHub that is not a success. Thrown, and caught where answers are written. */
export class GitHubRefusal extends Error {
  readonly answer: HttpAnswer

  constructor(status: number, message: string, more: { errors?: object[]; headers?: Record<string, string> } = {}) {
    super(message)
    this.name = 'GitHubRefusal'
    const body = { message, ...(more.errors === undefined ? {} : { errors: more.errors }), ...documentation(status) }
    this.answer = answerJson(status, body, more.headers ?? {})
  }
}

function documentation(status: number): object {
  return { documentation_url: 'https://docs.github.com/rest', status: String(status) }
}

/** What a token without the permission is told. */
export function notAccessible(): GitHubRefusal {
  return new GitHubRefusal(403, 'Resource not accessible by integration')
}

/** What a token that is none is told. */
export function badCredentials(): GitHubRefusal {
  return new GitHubRefusal(401, 'Bad credentials')
}

/** What is not there, or not to be seen. */
export function notFound(): GitHubRefusal {
  return new GitHubRefusal(404, 'Not Found')
}

/** A body that GitHub does not take. */
export function unprocessable(field: string, message: string): GitHubRefusal {
  const error = { resource: 'IssueComment', code: 'unprocessable', field, message }
  return new GitHubRefusal(422, 'Validation Failed', { errors: [error] })
}

const faults: Partial<Record<Fault['kind'], (fault: Fault) => Error>> = {
  throttled: (fault) =>
    new GitHubRefusal(403, fault.message ?? 'You have exceeded a secondary rate limit.', {
      headers: { 'retry-after': String(fault.seconds ?? 60) },
    }),
  'server-error': (fault) => new GitHubRefusal(502, fault.message ?? 'Server Error'),
  refused: notAccessible,
  expired: badCredentials,
  reset: () => new ConnectionReset(),
}

/** The error in which a fault ends a call of GitHub, if it ends it. */
export function gitHubRefusalOf(fault: Fault): Error | undefined {
  return faults[fault.kind]?.(fault)
}

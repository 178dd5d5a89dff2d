import type { IncomingMessage } from 'node:http'
import type { Environment } from '../model/project.ts'
import { WebError } from './web-error.ts'

/** A GET and the headers that go with it. */
interface WebRequest {
  readonly url: URL
  readonly headers: Readonly<Record<string, string>>
}

/** An answer whose body has been read. */
interface WebAnswer {
  readonly status: number
  /** Of a redirection. */
  readonly location: string | undefined
  readonly body: string
}

/** Sends one request; redirections are not followed. Throws WebError with status 0 when no answer comes. */
export type Send = (request: WebRequest) => Promise<WebAnswer>

/** ms without a word from the server. */
const patience = 60_000

/** A way out that honours `HTTPS_PROXY` and `NO_PROXY` of the environment. */
export function openSend(environment: Environment): Send {
  return async ({ url, headers }) => {
    // Loaded only when needed: it takes a fifth of the time to the first request of most runs.
    const { Agent, get } = url.protocol === 'http:' ? await import('node:http') : await import('node:https')
    const agent = new Agent({ proxyEnv: { ...environment } })
    return new Promise((resolve, reject) => {
      const request = get(url, { headers, agent, timeout: patience }, (message) => {
        readAnswer(message).then(resolve, (cause: unknown) => reject(unanswered(cause)))
      })
      request.once('timeout', () => request.destroy(new Error(`no answer within ${patience / 1000} s`)))
      request.once('error', (cause) => reject(unanswered(cause)))
    })
  }
}

async function readAnswer(message: IncomingMessage): Promise<WebAnswer> {
  const pieces: Buffer[] = []
  for await (const piece of message) pieces.push(piece)
  const body = Buffer.concat(pieces).toString('utf8')
  return { status: message.statusCode ?? 0, location: message.headers.location, body }
}

function unanswered(cause: unknown): WebError {
  return new WebError('the server does not answer', 0, cause)
}

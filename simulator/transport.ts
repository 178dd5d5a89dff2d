import { Readable } from 'node:stream'
import type { HttpAnswer, HttpRequest } from './protocol/http.ts'

/** A request as AWS SDKs for JavaScript hand it to a `requestHandler`. */
interface SdkRequest {
  readonly method: string
  readonly path: string
  readonly query?: Readonly<Record<string, string | readonly string[] | null>>
  readonly headers: Readonly<Record<string, string>>
  readonly body?: unknown
}

/** An answer as the SDK takes it. */
interface SdkResponse {
  readonly statusCode: number
  readonly headers: Record<string, string>
  /** Objects of S3 must come as streams. */
  readonly body: Readable
}

/** What can stand as `requestHandler` in the configuration of an SDK client. */
export interface RequestHandler {
  readonly metadata: { readonly handlerProtocol: string }
  handle(request: SdkRequest, options?: { readonly abortSignal?: unknown }): Promise<{ response: SdkResponse }>
}

/** The socket in process: SDK clients talk to the simulator without a network. */
export function createRequestHandler(answer: (request: HttpRequest) => Promise<HttpAnswer>): RequestHandler {
  return {
    metadata: { handlerProtocol: 'http/1.1' },
    async handle(request, options) {
      const { status, headers, body } = await orAborted(answer(readRequest(request)), options?.abortSignal)
      return { response: { statusCode: status, headers: { ...headers }, body: Readable.from([Buffer.from(body)]) } }
    },
  }
}

function readRequest({ method, path, query, headers, body }: SdkRequest): HttpRequest {
  const single = Object.entries(query ?? {}).map(([name, value]) => [name, String(value ?? '')])
  const lower = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value])
  return { method, path, query: Object.fromEntries(single), headers: Object.fromEntries(lower), body: readBody(body) }
}

function readBody(body: unknown): string {
  if (typeof body === 'string') return body
  if (body instanceof Uint8Array) return new TextDecoder().decode(body)
  if (body === undefined || body === null) return ''
  throw new TypeError('the simulator takes bodies that are texts or bytes')
}

async function orAborted<T>(work: Promise<T>, signal: unknown): Promise<T> {
  if (!(signal instanceof AbortSignal)) return work
  const aborted = Promise.withResolvers<never>()
  const abort = () => aborted.reject(Object.assign(new Error('Request aborted'), { name: 'AbortError' }))
  if (signal.aborted) abort()
  signal.addEventListener('abort', abort, { once: true })
  try {
    return await Promise.race([work, aborted.promise])
  } finally {
    signal.removeEventListener('abort', abort)
    // A slow answer that nobody waits for any more may still fail.
    work.catch(() => undefined)
  }
}

import type { Clock, TerraformWorkspace, WebPort } from '../model/ports.ts'
import type { Environment } from '../model/project.ts'
import { openSend, type Send } from './request.ts'
import { readCurrentState } from './terraform-cloud.ts'
import { WebError } from './web-error.ts'

const maximumRedirections = 10
const maximumAttempts = 4

/** What the web is reached with. */
export interface WebOptions {
  readonly environment: Environment
  readonly clock: Clock
  /** A line per answer, for the debug log. */
  readonly trace: (line: string) => void
}

/** Fetches the body of an address with these headers. */
export type Fetch = (url: string, headers: Readonly<Record<string, string>>) => Promise<string>

/** HTTP that is neither AWS nor GitHub. */
export function openWeb({ environment, clock, trace }: WebOptions): WebPort {
  const send = openSend(environment)
  const fetch: Fetch = async (address, headers) => {
    const url = parseAddress(address)
    for (let attempt = 1; ; attempt++) {
      try {
        const body = await follow(url, headers, send)
        trace(`GET ${url.origin}${url.pathname} ok`)
        return body
      } catch (error) {
        trace(`GET ${url.origin}${url.pathname} ${String(error)}`)
        const mayRetry =
          error instanceof WebError && (error.status === 0 || error.status === 429 || error.status >= 500)
        if (!mayRetry || attempt >= maximumAttempts) throw error
        await clock.sleep(500 * 2 ** attempt)
      }
    }
  }
  return {
    readText: (url) => fetch(url, {}),
    readTerraformState: (workspace: TerraformWorkspace, token) => readCurrentState(workspace, token, fetch),
  }
}

function parseAddress(address: string): URL {
  try {
    return new URL(address)
  } catch (cause) {
    throw new WebError('it is not an address', 400, cause)
  }
}

/** Follows redirections; a token does not go to another host. */
async function follow(start: URL, headers: Readonly<Record<string, string>>, send: Send): Promise<string> {
  let url = start
  for (let count = 0; count <= maximumRedirections; count++) {
    const { status, location, body } = await send({ url, headers: url.host === start.host ? headers : {} })
    if (status >= 200 && status < 300) return body
    if (status < 300 || status >= 400 || location === undefined) throw refused(status)
    url = new URL(location, url)
    if (url.protocol !== 'https:' && url.protocol !== 'http:') throw new WebError(`it leads to ${url.protocol}`, status)
  }
  throw new WebError(`it leads on more than ${maximumRedirections} times`, 302)
}

const reasons: Readonly<Record<number, string>> = {
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
}

function refused(status: number): WebError {
  return new WebError(
    `the server answers ${status}${reasons[status] === undefined ? '' : ` ${reasons[status]}`}`,
    status,
  )
}

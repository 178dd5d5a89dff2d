import type { AwsCredentialIdentity, AwsCredentialIdentityProvider, RequestHandler } from '@smithy/types'
import type { Environment } from '../model/project.ts'
import type { Calling } from './call.ts'
import { findCredentials } from './credentials.ts'

/** What the SDK's clients are made with. */
interface ClientSettings {
  readonly region?: string
  readonly endpoint?: string
  readonly credentials: AwsCredentialIdentityProvider
  readonly requestHandler: Transport
  /** Calls are repeated by makeCall, on our clock. */
  readonly maxAttempts: 1
  readonly customUserAgent: string
}

/** The SDK's way out: one for all clients of a run, so that connections are shared. */
// biome-ignore lint/suspicious/noExplicitAny: the SDK's clients ask for their own request and answer types here
type Transport = RequestHandler<any, any>

/** A region and an identity, not yet bound to a service. */
export interface Connection {
  readonly calling: Calling
  /** When the credentials that were used last end: ms since the epoch; undefined where nobody said. */
  expiresAt(): number | undefined
  /** Settings of a service's client; `service` as the endpoint variables spell it: `ECS`, `SECRETS_MANAGER`. */
  settingsFor(service: string, region?: string): ClientSettings
}

/** How to reach AWS. */
export interface ConnectionOptions {
  readonly environment: Environment
  /** Empty: the SDK's own chain decides. */
  readonly region: string
  readonly userAgent: string
  readonly calling: Calling
  readonly credentials?: AwsCredentialIdentityProvider
  /** In process tests hand in the simulator's. */
  readonly transport?: Transport
}

/** A connection whose clients share sockets, proxy and credentials. */
export function connect(options: ConnectionOptions): Connection {
  const { environment, calling } = options
  let expiresAt: number | undefined
  const credentials = watch(options.credentials ?? findCredentials(environment), (identity) => {
    expiresAt = identity.expiration?.getTime()
  })
  const requestHandler = options.transport ?? openTransport(environment)
  return {
    calling,
    expiresAt: () => expiresAt,
    settingsFor(service, region = options.region) {
      const endpoint = endpointOf(environment, service)
      return {
        credentials,
        requestHandler,
        maxAttempts: 1,
        customUserAgent: options.userAgent,
        ...(region === '' ? {} : { region }),
        ...(endpoint === undefined ? {} : { endpoint }),
      }
    },
  }
}

/** The same credentials, with somebody who sees them pass. The SDK keeps those that are not marked `memoized`. */
function watch(
  provider: AwsCredentialIdentityProvider,
  see: (identity: AwsCredentialIdentity) => void,
): AwsCredentialIdentityProvider {
  const watched: AwsCredentialIdentityProvider = async (properties) => {
    const identity = await provider(properties)
    see(identity)
    return identity
  }
  return Object.assign(watched, 'memoized' in provider ? { memoized: true } : {})
}

/**
 * The SDK ignores HTTPS_PROXY and NO_PROXY; the agents of Node 24 read them from `proxyEnv`. The handler makes the
 * agents from options: an `import` of `node:http` here would load undici, a fifth of the time to the first request.
 */
function openTransport(environment: Environment): Transport {
  const agent = { keepAlive: true, maxSockets: 50, proxyEnv: { ...environment } }
  return lazyTransport(async () => {
    const { NodeHttpHandler } = await import('@smithy/node-http-handler')
    return new NodeHttpHandler({
      connectionTimeout: 10_000,
      requestTimeout: 60_000,
      httpAgent: agent,
      httpsAgent: agent,
    })
  })
}

function lazyTransport(open: () => Promise<Transport>): Transport {
  let opened: Promise<Transport> | undefined
  return {
    async handle(request, options) {
      opened ??= open()
      return (await opened).handle(request, options)
    },
  }
}

/** `AWS_ENDPOINT_URL_ECS`, else `AWS_ENDPOINT_URL`, unless configured endpoints are to be ignored. */
function endpointOf(environment: Environment, service: string): string | undefined {
  if (environment['AWS_IGNORE_CONFIGURED_ENDPOINT_URLS']?.toLowerCase() === 'true') return undefined
  return environment[`AWS_ENDPOINT_URL_${service}`] || environment['AWS_ENDPOINT_URL'] || undefined
}

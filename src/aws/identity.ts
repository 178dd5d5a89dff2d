import type { Clock, IdentityPort } from '../model/ports.ts'
import { makeCall } from './call.ts'
import type { Connection } from './connection.ts'
import { once } from './credentials.ts'

/** ms before the end of credentials when new ones are asked for: the SDK does the same. */
const renewal = 300_000

/** Who calls; STS is asked once. */
export function openIdentity(connection: Connection): IdentityPort {
  const ask = once(async () => {
    const sdk = await import('@aws-sdk/client-sts')
    const client = new sdk.STSClient(connection.settingsFor('STS'))
    const name = { service: 'sts', operation: 'GetCallerIdentity', repeatable: true }
    const send = () => client.send(new sdk.GetCallerIdentityCommand({}))
    return (await makeCall(connection.calling, name, send)).Account ?? ''
  })
  return { account: ask, expiresAt: connection.expiresAt }
}

/** Credentials that are asked for again where they end. */
export interface RenewedCredentials {
  readonly provide: (() => Promise<Identity>) & { readonly memoized: true }
  /** The next one who asks gets new ones. */
  renew(): void
}

/** Credentials of `roleArn`, assumed with the connection's own; renewed when five minutes are left. */
export function assumeRole(connection: Connection, roleArn: string): RenewedCredentials {
  const ask = async (): Promise<Identity> => {
    const sdk = await import('@aws-sdk/client-sts')
    const client = new sdk.STSClient(connection.settingsFor('STS'))
    const name = { service: 'sts', operation: 'AssumeRole', repeatable: true }
    const input = { RoleArn: roleArn, RoleSessionName: 'ecspresso-action' }
    const answer = await makeCall(connection.calling, name, () => client.send(new sdk.AssumeRoleCommand(input)))
    const { AccessKeyId = '', SecretAccessKey = '', SessionToken = '', Expiration } = answer.Credentials ?? {}
    const identity = { accessKeyId: AccessKeyId, secretAccessKey: SecretAccessKey, sessionToken: SessionToken }
    return Expiration === undefined ? identity : { ...identity, expiration: Expiration }
  }
  return remember(ask, connection.calling.clock)
}

interface Identity {
  readonly accessKeyId: string
  readonly secretAccessKey: string
  readonly sessionToken: string
  readonly expiration?: Date
}

/** Everybody who asks at once shares an answer; one that failed is asked for again by the next. */
function remember(ask: () => Promise<Identity>, clock: Clock): RenewedCredentials {
  let current: Promise<Identity> | undefined
  let expires = 0
  const provide = () => {
    if (current !== undefined && clock.now() < expires - renewal) return current
    expires = Number.POSITIVE_INFINITY
    const asked = ask()
    current = asked
    asked.then(
      ({ expiration }) => {
        expires = expiration?.getTime() ?? Number.POSITIVE_INFINITY
      },
      () => {
        current = undefined
      },
    )
    return asked
  }
  return {
    // The SDK would keep them by its own clock and never ask again.
    provide: Object.assign(provide, { memoized: true } as const),
    renew() {
      current = undefined
    },
  }
}

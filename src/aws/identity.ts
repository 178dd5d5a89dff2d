import type { IdentityPort } from '../model/ports.ts'
import { makeCall } from './call.ts'
import type { Connection } from './connection.ts'
import { once } from './credentials.ts'

/** Who calls; STS is asked once. */
export function openIdentity(connection: Connection): IdentityPort {
  const ask = once(async () => {
    const sdk = await import('@aws-sdk/client-sts')
    const client = new sdk.STSClient(connection.settingsFor('STS'))
    const name = { service: 'sts', operation: 'GetCallerIdentity', repeatable: true }
    const send = () => client.send(new sdk.GetCallerIdentityCommand({}))
    return (await makeCall(connection.calling, name, send)).Account ?? ''
  })
  return { account: ask }
}

/** Credentials of `roleArn`, assumed with the connection's own; renewed when five minutes are left. */
export function assumeRole(connection: Connection, roleArn: string): () => Promise<Identity> {
  return remember(async () => {
    const sdk = await import('@aws-sdk/client-sts')
    const client = new sdk.STSClient(connection.settingsFor('STS'))
    const name = { service: 'sts', operation: 'AssumeRole', repeatable: true }
    const input = { RoleArn: roleArn, RoleSessionName: 'ecspresso-action' }
    const answer = await makeCall(connection.calling, name, () => client.send(new sdk.AssumeRoleCommand(input)))
    const { AccessKeyId = '', SecretAccessKey = '', SessionToken = '', Expiration } = answer.Credentials ?? {}
    const identity = { accessKeyId: AccessKeyId, secretAccessKey: SecretAccessKey, sessionToken: SessionToken }
    return Expiration === undefined ? identity : { ...identity, expiration: Expiration }
  })
}

interface Identity {
  readonly accessKeyId: string
  readonly secretAccessKey: string
  readonly sessionToken: string
  readonly expiration?: Date
}

/** The SDK renews a provider's credentials by their `expiration`, but only memoizes what it resolves itself. */
function remember(ask: () => Promise<Identity>): () => Promise<Identity> {
  let current: Promise<Identity> | undefined
  return async () => {
    const known = await current
    const fresh =
      known !== undefined && (known.expiration?.getTime() ?? Number.POSITIVE_INFINITY) > Date.now() + 300_000
    if (!fresh) current = ask()
    return current ?? ask()
  }
}

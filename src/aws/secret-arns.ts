import type { LookupPort } from '../model/ports.ts'
import { makeCall } from './call.ts'
import type { Connection } from './connection.ts'
import { once } from './credentials.ts'

/** ARNs of secrets, each read once; the values are not. */
export function openSecretArns(connection: Connection): LookupPort['readSecretArn'] {
  const open = once(async () => {
    const sdk = await import('@aws-sdk/client-secrets-manager')
    return { sdk, client: new sdk.SecretsManagerClient(connection.settingsFor('SECRETS_MANAGER')) }
  })
  const known = new Map<string, Promise<string>>()

  async function describe(id: string): Promise<string> {
    const { sdk, client } = await open()
    const name = { service: 'secretsmanager', operation: 'DescribeSecret', repeatable: true }
    const send = () => client.send(new sdk.DescribeSecretCommand({ SecretId: id }))
    return (await makeCall(connection.calling, name, send)).ARN ?? ''
  }

  return (id) => {
    const arn = known.get(id) ?? describe(id)
    known.set(id, arn)
    return arn
  }
}

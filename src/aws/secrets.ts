import { AwsError } from '../errors.ts'
import type { SecretPort } from '../model/ports.ts'
import { makeCall } from './call.ts'
import type { Connection } from './connection.ts'

type Check = Awaited<ReturnType<SecretPort['checkSecret']>>

/** An ARN of Secrets Manager with the parts that ECS adds: JSON key, version stage, version id. */
const secretArn = /^(arn:[^:]+:secretsmanager:([^:]+):\d+:secret:[^:]+)(?::([^:]*))?(?::([^:]*))?(?::([^:]*))?$/
const parameterArn = /^arn:[^:]+:ssm:([^:]+):/

/** Reads what a container's `secrets` point to, as ECS would, and says whether it can be used. */
export function openSecrets(connection: Connection): SecretPort {
  return {
    async checkSecret(valueFrom) {
      const [, arn = '', region = '', key = '', stage = '', version = ''] = secretArn.exec(valueFrom) ?? []
      return arn === ''
        ? checkParameter(connection, valueFrom)
        : checkSecretValue(connection, { arn, region, key, stage, version })
    },
  }
}

async function checkParameter(connection: Connection, valueFrom: string): Promise<Check> {
  const [, region] = parameterArn.exec(valueFrom) ?? []
  const sdk = await import('@aws-sdk/client-ssm')
  const client = new sdk.SSMClient(connection.settingsFor('SSM', region))
  const send = () => client.send(new sdk.GetParametersCommand({ Names: [valueFrom], WithDecryption: true }))
  const answer = await makeCall(
    connection.calling,
    { service: 'ssm', operation: 'GetParameters', repeatable: true },
    send,
  )
  if ((answer.InvalidParameters ?? []).length === 0) return { usable: true }
  return { usable: false, message: `the parameter ${valueFrom} does not exist` }
}

interface SecretReference {
  readonly arn: string
  readonly region: string
  readonly key: string
  readonly stage: string
  readonly version: string
}

async function checkSecretValue(connection: Connection, secret: SecretReference): Promise<Check> {
  const sdk = await import('@aws-sdk/client-secrets-manager')
  const client = new sdk.SecretsManagerClient(connection.settingsFor('SECRETS_MANAGER', secret.region))
  const input = {
    SecretId: secret.arn,
    ...(secret.stage === '' ? {} : { VersionStage: secret.stage }),
    ...(secret.version === '' ? {} : { VersionId: secret.version }),
  }
  const name = { service: 'secretsmanager', operation: 'GetSecretValue', repeatable: true }
  try {
    const answer = await makeCall(connection.calling, name, () => client.send(new sdk.GetSecretValueCommand(input)))
    return secret.key === '' ? { usable: true } : checkKey(answer.SecretString ?? '', secret.key)
  } catch (error) {
    const absent = /^(ResourceNotFoundException|InvalidRequestException)$/
    if (!(error instanceof AwsError) || !absent.test(error.code)) throw error
    return { usable: false, message: error.message }
  }
}

function checkKey(text: string, key: string): Check {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null && Object.hasOwn(value, key)) return { usable: true }
    return { usable: false, message: `the secret has no JSON key ${key}` }
  } catch {
    return { usable: false, message: `the secret is not JSON, so it has no key ${key}` }
  }
}

import type { AwsCredentialIdentity, AwsCredentialIdentityProvider } from '@smithy/types'
import type { Environment } from '../model/project.ts'

/** Where credentials come from: keys of the environment at once, else the SDK's chain, loaded only then. */
export function findCredentials(environment: Environment): AwsCredentialIdentityProvider {
  const fromEnvironment = readKeys(environment)
  if (fromEnvironment !== undefined) return async () => fromEnvironment
  const profile = environment['AWS_PROFILE']
  const chain = once(async () => {
    const { defaultProvider } = await import('@aws-sdk/credential-provider-node')
    return defaultProvider(profile === undefined ? {} : { profile })
  })
  return async (properties) => (await chain())(properties)
}

/** The keys that the environment holds. A profile, when named, wins over them only where there are none. */
function readKeys(environment: Environment): AwsCredentialIdentity | undefined {
  const accessKeyId = environment['AWS_ACCESS_KEY_ID']
  const secretAccessKey = environment['AWS_SECRET_ACCESS_KEY']
  if (!accessKeyId || !secretAccessKey) return undefined
  const sessionToken = environment['AWS_SESSION_TOKEN']
  const expiration = new Date(environment['AWS_CREDENTIAL_EXPIRATION'] ?? '')
  return {
    accessKeyId,
    secretAccessKey,
    ...(sessionToken ? { sessionToken } : {}),
    ...(Number.isNaN(expiration.getTime()) ? {} : { expiration }),
  }
}

/** A function that does its work at the first call and remembers the promise; a failure is not remembered. */
export function once<T>(work: () => Promise<T>): () => Promise<T> {
  let result: Promise<T> | undefined
  return () => {
    if (result === undefined) {
      result = work()
      result.catch(() => {
        result = undefined
      })
    }
    return result
  }
}

import { AwsError } from '../errors.ts'
import type { ObjectPort, StoredObject } from '../model/ports.ts'
import { makeCall } from './call.ts'
import { type Connection, type ConnectionOptions, connect } from './connection.ts'
import { assumeRole } from './identity.ts'

/** Where S3 is asked first when nobody says where a bucket lies; it answers with the bucket's region. */
const anyRegion = 'us-east-1'

/** Objects in S3. A bucket of another region than the run's is followed there. */
export function openObjects(options: ConnectionOptions): ObjectPort {
  return {
    async readText(object) {
      const connection = connectionFor(object, options)
      const region = object.region || options.region || anyRegion
      try {
        return await readIn(region, object, connection)
      } catch (error) {
        const actual = bucketRegion(error)
        if (actual === undefined || actual === region) throw error
        return readIn(actual, object, connection)
      }
    },
  }
}

async function readIn(region: string, object: StoredObject, connection: Connection): Promise<string> {
  const sdk = await import('@aws-sdk/client-s3')
  const settings = connection.settingsFor('S3', region)
  const endpoint = object.endpoint ?? settings.endpoint
  // Addresses other than AWS's own rarely know buckets as host names.
  const client = new sdk.S3Client({ ...settings, ...(endpoint !== undefined && { endpoint, forcePathStyle: true }) })
  const input = { Bucket: object.bucket, Key: object.key }
  const name = { service: 's3', operation: 'GetObject', repeatable: true }
  return makeCall(connection.calling, name, async () => {
    const { Body } = await client.send(new sdk.GetObjectCommand(input))
    return (await Body?.transformToString()) ?? ''
  })
}

function connectionFor({ roleArn, credentials }: StoredObject, options: ConnectionOptions): Connection {
  const own = connect(credentials === undefined ? options : { ...options, credentials: async () => credentials })
  return roleArn === undefined ? own : connect({ ...options, credentials: assumeRole(own, roleArn).provide })
}

/** The region that S3 names when it is asked in another one, whatever the status. */
function bucketRegion(error: unknown): string | undefined {
  const headers = error instanceof AwsError ? member(member(error.cause, '$response'), 'headers') : undefined
  const region = member(headers, 'x-amz-bucket-region')
  return typeof region === 'string' ? region : undefined
}

function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
}

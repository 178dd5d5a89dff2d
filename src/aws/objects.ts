import type { ObjectPort, StoredObject } from '../model/ports.ts'
import { makeCall } from './call.ts'
import { type Connection, type ConnectionOptions, connect } from './connection.ts'
import { assumeRole } from './identity.ts'

/** Where S3 is asked first when nobody says where a bucket lies; it answers with the bucket's region. */
const anyRegion = 'us-east-1'

/** Objects in S3. A bucket of another region is followed there. */
export function openObjects(options: ConnectionOptions): ObjectPort {
  return {
    async readText(object) {
      const sdk = await import('@aws-sdk/client-s3')
      const settings = connectionFor(object, options).settingsFor('S3', object.region || options.region || anyRegion)
      const endpoint = object.endpoint ?? settings.endpoint
      const client = new sdk.S3Client({
        ...settings,
        followRegionRedirects: true,
        // Addresses other than AWS's own rarely know buckets as host names.
        ...(endpoint === undefined ? {} : { endpoint, forcePathStyle: true }),
      })
      const input = { Bucket: object.bucket, Key: object.key }
      const name = { service: 's3', operation: 'GetObject', repeatable: true }
      return makeCall(options.calling, name, async () => {
        const { Body } = await client.send(new sdk.GetObjectCommand(input))
        return (await Body?.transformToString()) ?? ''
      })
    },
  }
}

function connectionFor({ roleArn, credentials }: StoredObject, options: ConnectionOptions): Connection {
  const own = connect(credentials === undefined ? options : { ...options, credentials: async () => credentials })
  return roleArn === undefined ? own : connect({ ...options, credentials: assumeRole(own, roleArn) })
}

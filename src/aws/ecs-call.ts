import type { AwsError } from '../errors.ts'
import { makeCall } from './call.ts'
import type { Connection } from './connection.ts'
import { once } from './credentials.ts'

/** The SDK's ECS module and a client of it, loaded at the first call. */
export type EcsSdk = () => Promise<{
  readonly sdk: typeof import('@aws-sdk/client-ecs')
  readonly client: import('@aws-sdk/client-ecs').ECSClient
}>

/** How a call may be made again. */
interface Repeating {
  /** Whether it may be where the answer was lost; true unless said. */
  readonly repeatable?: boolean
  /** How often it is made at most. */
  readonly attempts?: number
  /** Told why an attempt failed before the call is made again. */
  onRepeat?(error: AwsError): void
}

/** Makes a named call of ECS, with retries. */
export type EcsCall = <T>(operation: string, send: () => Promise<T>, repeating?: Repeating) => Promise<T>

/** ECS as all who call it share it: one client, loaded at the first call. */
export interface EcsAccess {
  readonly open: EcsSdk
  readonly call: EcsCall
}

/** The way to ECS under a connection. */
export function accessEcs(connection: Connection): EcsAccess {
  return {
    open: once(async () => {
      const sdk = await import('@aws-sdk/client-ecs')
      return { sdk, client: new sdk.ECSClient(connection.settingsFor('ECS')) }
    }),
    call: (operation, send, repeating = {}) =>
      makeCall(connection.calling, { service: 'ecs', operation, repeatable: true, ...repeating }, send),
  }
}

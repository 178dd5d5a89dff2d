import type { LookupPort } from '../model/ports.ts'
import { type ConnectionOptions, connect } from './connection.ts'
import { openParameters } from './parameters.ts'
import { openSecretArns } from './secret-arns.ts'
import { openStacks } from './stacks.ts'

/** What templates look up, in one region and with one set of credentials. Nothing is loaded before it is asked for. */
export function openLookups(options: ConnectionOptions): LookupPort {
  const connection = connect(options)
  return {
    readParameter: openParameters(connection),
    readSecretArn: openSecretArns(connection),
    ...openStacks(connection),
  }
}

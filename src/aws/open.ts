import type { Aws } from '../model/ports.ts'
import { type Connection, type ConnectionOptions, connect } from './connection.ts'
import { openEcr } from './ecr.ts'
import { openEcs } from './ecs.ts'
import { accessEcs } from './ecs-call.ts'
import { assumeRole, openIdentity } from './identity.ts'
import { openLogStreams } from './log-streams.ts'
import { openLogs } from './logs.ts'
import { openScaling } from './scaling.ts'
import { openSecrets } from './secrets.ts'
import { openTargetGroups } from './target-groups.ts'
import { openTaskRuns } from './task-runs.ts'

/**
 * AWS as one region and one set of credentials show it. Nothing is loaded or called before it is asked for.
 * `assumeRoleArn`: the role under which the commands work, assumed with the first credentials.
 */
export function openAws(options: ConnectionOptions & { readonly assumeRoleArn?: string }): Aws {
  const own = connect(options)
  const { assumeRoleArn } = options
  const connection = assumeRoleArn === undefined ? own : connectAs(assumeRoleArn, own, options)
  const ecs = accessEcs(connection)
  return {
    region: options.region,
    ecs: openEcs(ecs),
    taskRuns: openTaskRuns(ecs),
    images: openEcr(connection),
    logs: openLogs(connection),
    logStreams: openLogStreams(connection),
    secrets: openSecrets(connection),
    targetGroups: openTargetGroups(connection),
    scaling: openScaling(connection),
    identity: openIdentity(connection),
  }
}

/** The connection of a role: it lasts as long as the first credentials can assume it again. */
function connectAs(roleArn: string, own: Connection, options: ConnectionOptions): Connection {
  const { provide, renew } = assumeRole(own, roleArn)
  const connection = connect({ ...options, credentials: provide, calling: { ...options.calling, renew } })
  return { ...connection, expiresAt: () => own.expiresAt() }
}

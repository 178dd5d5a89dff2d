import { AwsError } from '../errors.ts'
import type { LogPort } from '../model/ports.ts'
import { type Calling, makeCall } from './call.ts'
import type { Connection } from './connection.ts'
import { once } from './credentials.ts'

/** CloudWatch Logs. */
export function openLogs(connection: Connection): LogPort {
  const load = once(() => import('@aws-sdk/client-cloudwatch-logs'))
  const call = <T>(operation: string, send: () => Promise<T>) => callLogs(connection.calling, operation, send)
  return {
    async hasGroup(group, region) {
      const sdk = await load()
      const client = new sdk.CloudWatchLogsClient(connection.settingsFor('CLOUDWATCH_LOGS', region))
      const command = () => new sdk.DescribeLogGroupsCommand({ logGroupNamePrefix: group, limit: 50 })
      const answer = await call('DescribeLogGroups', () => client.send(command()))
      return (answer.logGroups ?? []).some((one) => one.logGroupName === group)
    },
    async readLastLines({ group, stream, limit, region }) {
      const sdk = await load()
      const client = new sdk.CloudWatchLogsClient(connection.settingsFor('CLOUDWATCH_LOGS', region))
      const input = { logGroupName: group, logStreamName: stream, limit, startFromHead: false }
      try {
        const answer = await call('GetLogEvents', () => client.send(new sdk.GetLogEventsCommand(input)))
        return (answer.events ?? []).map((event) => event.message ?? '')
      } catch (error) {
        if (error instanceof AwsError && error.code === 'ResourceNotFoundException') return []
        throw error
      }
    },
  }
}

function callLogs<T>(calling: Calling, operation: string, send: () => Promise<T>): Promise<T> {
  return makeCall(calling, { service: 'logs', operation, repeatable: true }, send)
}

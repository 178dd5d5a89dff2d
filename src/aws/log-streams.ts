import { AwsError } from '../errors.ts'
import type { LogStreamPort } from '../model/task-run-ports.ts'
import { makeCall } from './call.ts'
import type { Connection } from './connection.ts'
import { once } from './credentials.ts'

/** CloudWatch Logs, read on as a stream grows. One client a region. */
export function openLogStreams(connection: Connection): LogStreamPort {
  const load = once(() => import('@aws-sdk/client-cloudwatch-logs'))
  const clients = new Map<string, ReturnType<typeof open>>()

  async function open(region: string) {
    const sdk = await load()
    return { sdk, client: new sdk.CloudWatchLogsClient(connection.settingsFor('CLOUDWATCH_LOGS', region)) }
  }

  return {
    async readOn({ group, stream, region }, token, window) {
      const opened = clients.get(region) ?? open(region)
      clients.set(region, opened)
      const { sdk, client } = await opened
      const place = { logGroupName: group, logStreamName: stream, startFromHead: true }
      const times = window === undefined ? {} : { startTime: window.from, endTime: window.to }
      const input = { ...place, ...times, ...(token === undefined ? {} : { nextToken: token }) }
      const name = { service: 'logs', operation: 'GetLogEvents', repeatable: true }
      try {
        const answer = await makeCall(connection.calling, name, () => client.send(new sdk.GetLogEventsCommand(input)))
        const lines = (answer.events ?? []).map(({ timestamp = 0, message = '' }) => ({ at: timestamp, message }))
        return { lines, token: answer.nextForwardToken }
      } catch (error) {
        // The driver makes the stream with the container's first line.
        if (error instanceof AwsError && error.code === 'ResourceNotFoundException') return undefined
        throw error
      }
    },
  }
}

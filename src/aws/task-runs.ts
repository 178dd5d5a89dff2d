import type { JsonObject } from '../model/json.ts'
import type { TaskRunPort } from '../model/task-run-ports.ts'
import { makeCall } from './call.ts'
import type { Connection } from './connection.ts'
import { once } from './credentials.ts'
import { sendAsWritten } from './document-body.ts'
import type { EcsCall, EcsSdk } from './ecs-call.ts'

/** Tasks that are started once, outside of any deployment. */
export function openTaskRuns(connection: Connection): TaskRunPort {
  const open: EcsSdk = once(async () => {
    const sdk = await import('@aws-sdk/client-ecs')
    return { sdk, client: new sdk.ECSClient(connection.settingsFor('ECS')) }
  })
  const call: EcsCall = (operation, send, repeating = {}) =>
    makeCall(connection.calling, { service: 'ecs', operation, repeatable: true, ...repeating }, send)
  return {
    async runTask(input) {
      const { sdk, client } = await open()
      const command = () => sendAsWritten(new sdk.RunTaskCommand(asInput(input)), input)
      // Without a token the same call would start more tasks.
      const repeatable = 'clientToken' in input
      const { tasks = [], failures = [] } = await call('RunTask', () => client.send(command()), { repeatable })
      return { tasks, failures: failures.map(({ reason = '', detail = '' }) => ({ reason, detail })) }
    },
    async describeTasks(cluster, arns) {
      const { sdk, client } = await open()
      const command = () => new sdk.DescribeTasksCommand({ cluster, tasks: [...arns] })
      return (await call('DescribeTasks', () => client.send(command()))).tasks ?? []
    },
    async listTags(resourceArn) {
      const { sdk, client } = await open()
      const command = () => new sdk.ListTagsForResourceCommand({ resourceArn })
      return (await call('ListTagsForResource', () => client.send(command()))).tags ?? []
    },
  }
}

/** A document as the SDK's input: what is really sent is the document itself (sendAsWritten). */
// biome-ignore lint/suspicious/noExplicitAny: a parsing border; ECS checks the document
function asInput(input: JsonObject): any {
  return input
}

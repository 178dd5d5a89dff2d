import type { TaskRunPort } from '../model/task-run-ports.ts'
import { asInput, sendAsWritten } from './document-body.ts'
import type { EcsAccess } from './ecs-call.ts'

/** Tasks that are started once, outside of any deployment. */
export function openTaskRuns({ open, call }: EcsAccess): TaskRunPort {
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

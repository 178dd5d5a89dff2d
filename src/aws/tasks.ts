import type { Task } from '../model/ecs.ts'
import type { EcsPort } from '../model/ports.ts'
import type { EcsAccess } from './ecs-call.ts'
import { listTaskArns } from './task-lists.ts'

/** DescribeTasks takes a hundred ARNs; a stopped task never changes again, so each is read once. */
const batchSize = 100

/** Stopped tasks of a service. `startedBy` must be the only filter of ListTasks, so the service is listed and sifted. */
export function openTasks(access: EcsAccess): Pick<EcsPort, 'listStoppedTasks'> {
  const { open, call } = access
  const known = new Map<string, Task>()

  async function read(cluster: string, tasks: readonly string[]): Promise<void> {
    const { sdk, client } = await open()
    const command = () => new sdk.DescribeTasksCommand({ cluster, tasks: [...tasks] })
    const answer = await call('DescribeTasks', () => client.send(command()))
    for (const task of answer.tasks ?? []) known.set(task.taskArn ?? '', task)
  }

  return {
    async listStoppedTasks(name, startedBy) {
      const arns = await listTaskArns(access, name, 'STOPPED')
      const unread = arns.filter((arn) => known.get(arn)?.lastStatus !== 'STOPPED')
      const batches: Promise<void>[] = []
      for (let start = 0; start < unread.length; start += batchSize) {
        batches.push(read(name.cluster, unread.slice(start, start + batchSize)))
      }
      await Promise.all(batches)
      return arns.flatMap((arn) => known.get(arn) ?? []).filter((task) => startedBy.has(task.startedBy ?? ''))
    },
  }
}

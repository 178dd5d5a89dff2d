import type { ServiceName, Task } from '../model/ecs.ts'
import type { EcsPort } from '../model/ports.ts'
import type { EcsCall, EcsSdk } from './ecs-call.ts'

/** DescribeTasks takes a hundred ARNs; a stopped task never changes again, so each is read once. */
const batchSize = 100

/** Stopped tasks of a service. `startedBy` must be the only filter of ListTasks, so the service is listed and sifted. */
export function openTasks(open: EcsSdk, call: EcsCall): Pick<EcsPort, 'listStoppedTasks'> {
  const known = new Map<string, Task>()

  async function listArns({ cluster, service }: ServiceName): Promise<readonly string[]> {
    const { sdk, client } = await open()
    const arns: string[] = []
    let nextToken: string | undefined
    do {
      const page = { cluster, serviceName: service, desiredStatus: 'STOPPED' as const, nextToken }
      const answer = await call('ListTasks', () => client.send(new sdk.ListTasksCommand(page)))
      arns.push(...(answer.taskArns ?? []))
      nextToken = answer.nextToken
    } while (nextToken !== undefined)
    return arns
  }

  async function read(cluster: string, tasks: readonly string[]): Promise<void> {
    const { sdk, client } = await open()
    const command = () => new sdk.DescribeTasksCommand({ cluster, tasks: [...tasks] })
    const answer = await call('DescribeTasks', () => client.send(command()))
    for (const task of answer.tasks ?? []) known.set(task.taskArn ?? '', task)
  }

  return {
    async listStoppedTasks(name, startedBy) {
      const arns = await listArns(name)
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

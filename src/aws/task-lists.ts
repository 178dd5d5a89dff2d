import type { Task } from '../model/ecs.ts'
import type { EcsPort, TaskScope } from '../model/ports.ts'
import type { EcsAccess } from './ecs-call.ts'

/** DescribeTasks takes a hundred ARNs. */
const batchSize = 100

/** ARNs of the tasks of a service or a family, all pages. */
export async function listTaskArns(
  { open, call }: EcsAccess,
  scope: TaskScope,
  desiredStatus: 'RUNNING' | 'STOPPED',
): Promise<readonly string[]> {
  const { sdk, client } = await open()
  const { cluster } = scope
  const whose = 'service' in scope ? { serviceName: scope.service } : { family: scope.family }
  const arns: string[] = []
  let nextToken: string | undefined
  do {
    const page = { cluster, ...whose, desiredStatus, nextToken }
    const answer = await call('ListTasks', () => client.send(new sdk.ListTasksCommand(page)))
    arns.push(...(answer.taskArns ?? []))
    nextToken = answer.nextToken
  } while (nextToken !== undefined)
  return arns
}

/** Tasks as people ask for them: all of a service or a family, and one to be stopped. */
export function openTaskLists(access: EcsAccess): Pick<EcsPort, 'listTasks' | 'stopTask'> {
  const { open, call } = access

  async function describe(cluster: string, tasks: readonly string[]): Promise<readonly Task[]> {
    const { sdk, client } = await open()
    const command = () => new sdk.DescribeTasksCommand({ cluster, tasks: [...tasks], include: ['TAGS'] })
    const answer = await call('DescribeTasks', () => client.send(command()))
    return answer.tasks ?? []
  }

  return {
    async listTasks(scope) {
      const lists = await Promise.all([listTaskArns(access, scope, 'RUNNING'), listTaskArns(access, scope, 'STOPPED')])
      // A task may be told to stop between the two.
      const arns = [...new Set(lists.flat())]
      const batches = Array.from({ length: Math.ceil(arns.length / batchSize) }, (_, index) =>
        describe(scope.cluster, arns.slice(index * batchSize, (index + 1) * batchSize)),
      )
      return (await Promise.all(batches)).flat()
    },
    async stopTask(cluster, task, reason) {
      const { sdk, client } = await open()
      await call('StopTask', () => client.send(new sdk.StopTaskCommand({ cluster, task, reason })))
    },
  }
}

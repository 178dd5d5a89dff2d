import { AwsError } from '../errors.ts'
import type { Service, Tag, TaskDefinition } from '../model/ecs.ts'
import type { EcsPort, RegisteredTaskDefinition } from '../model/ports.ts'
import { asInput, sendAsWritten } from './document-body.ts'
import type { EcsAccess, EcsCall, EcsSdk } from './ecs-call.ts'
import { openServiceDeployments } from './service-deployments.ts'
import { describeServicesTogether } from './service-reads.ts'
import { openTaskLists } from './task-lists.ts'
import { openTasks } from './tasks.ts'

/** ECS behind our verbs; task definitions are read once. */
export function openEcs(access: EcsAccess): EcsPort {
  const { open, call } = access
  return {
    describeService: describeServicesTogether(open, call),
    ...openClusters(open, call),
    ...openTaskDefinitions(open, call),
    ...openServiceWrites(open, call),
    ...openServiceDeployments(open, call),
    ...openTasks(access),
    ...openTaskLists(access),
    ...openDeletions(open, call),
  }
}

function openClusters(open: EcsSdk, call: EcsCall): Pick<EcsPort, 'describeCluster'> {
  return {
    async describeCluster(cluster) {
      const { sdk, client } = await open()
      const input = { clusters: [cluster] }
      const answer = await call('DescribeClusters', () => client.send(new sdk.DescribeClustersCommand(input)))
      return answer.clusters?.[0]
    },
  }
}

type TaskDefinitionVerbs = Pick<
  EcsPort,
  'describeTaskDefinition' | 'listTaskDefinitions' | 'registerTaskDefinition' | 'deregisterTaskDefinition'
>

function openTaskDefinitions(open: EcsSdk, call: EcsCall): TaskDefinitionVerbs {
  const known = new Map<string, Promise<RegisteredTaskDefinition | undefined>>()

  async function describe(name: string): Promise<RegisteredTaskDefinition | undefined> {
    const { sdk, client } = await open()
    const command = () => new sdk.DescribeTaskDefinitionCommand({ taskDefinition: name, include: ['TAGS'] })
    try {
      return registered(await call('DescribeTaskDefinition', () => client.send(command())))
    } catch (error) {
      // ECS has no exception of its own for this: a ClientException with this sentence.
      if (error instanceof AwsError && /unable to describe task definition/i.test(error.message)) return undefined
      throw error
    }
  }

  return {
    describeTaskDefinition(name) {
      const found = known.get(name) ?? describe(name)
      known.set(name, found)
      // Whoever asks after a failure asks again.
      found.catch(() => known.delete(name))
      return found
    },
    async listTaskDefinitions(family, limit = Number.POSITIVE_INFINITY) {
      const { sdk, client } = await open()
      const arns: string[] = []
      let nextToken: string | undefined
      do {
        const page = { familyPrefix: family, sort: 'DESC' as const, maxResults: Math.min(100, limit), nextToken }
        const answer = await call('ListTaskDefinitions', () => client.send(new sdk.ListTaskDefinitionsCommand(page)))
        arns.push(...(answer.taskDefinitionArns ?? []))
        nextToken = answer.nextToken
      } while (nextToken !== undefined && arns.length < limit)
      return arns.slice(0, limit)
    },
    async registerTaskDefinition(input) {
      const { sdk, client } = await open()
      const command = () => sendAsWritten(new sdk.RegisterTaskDefinitionCommand(asInput(input)), input)
      let repeated = false
      const onRepeat = ({ status }: AwsError) => {
        repeated ||= status === 0 || status >= 500
      }
      const answer = await call('RegisterTaskDefinition', () => client.send(command()), { onRepeat })
      const definition = registered(answer)
      known.set(definition.arn, Promise.resolve(definition))
      return repeated ? { ...definition, repeated } : definition
    },
    async deregisterTaskDefinition(arn) {
      const { sdk, client } = await open()
      const command = () => new sdk.DeregisterTaskDefinitionCommand({ taskDefinition: arn })
      await call('DeregisterTaskDefinition', () => client.send(command()))
    },
  }
}

type ServiceWrites = Pick<EcsPort, 'createService' | 'updateService' | 'tagResource' | 'untagResource'>

function openServiceWrites(open: EcsSdk, call: EcsCall): ServiceWrites {
  return {
    async createService(input) {
      const { sdk, client } = await open()
      const command = () => sendAsWritten(new sdk.CreateServiceCommand(asInput(input)), input)
      return serviceOf(
        await call('CreateService', () => client.send(command()), { repeatable: 'clientToken' in input }),
      )
    },
    async updateService(input) {
      const { sdk, client } = await open()
      const command = () => sendAsWritten(new sdk.UpdateServiceCommand(asInput(input)), input)
      // The same update twice opens one deployment, unless it is forced.
      const repeatable = input['forceNewDeployment'] !== true
      return serviceOf(await call('UpdateService', () => client.send(command()), { repeatable }))
    },
    async tagResource(resourceArn, tags) {
      const { sdk, client } = await open()
      await call('TagResource', () => client.send(new sdk.TagResourceCommand({ resourceArn, tags: [...tags] })))
    },
    async untagResource(resourceArn, keys) {
      const { sdk, client } = await open()
      const command = () => new sdk.UntagResourceCommand({ resourceArn, tagKeys: [...keys] })
      await call('UntagResource', () => client.send(command()))
    },
  }
}

function openDeletions(open: EcsSdk, call: EcsCall): Pick<EcsPort, 'deleteService' | 'deleteTaskDefinitions'> {
  return {
    async deleteService({ cluster, service }, force) {
      const { sdk, client } = await open()
      const command = () => new sdk.DeleteServiceCommand({ cluster, service, force })
      return serviceOf(await call('DeleteService', () => client.send(command())))
    },
    async deleteTaskDefinitions(arns) {
      const { sdk, client } = await open()
      const command = () => new sdk.DeleteTaskDefinitionsCommand({ taskDefinitions: [...arns] })
      const answer = await call('DeleteTaskDefinitions', () => client.send(command()))
      return (answer.failures ?? []).map(({ arn = '', reason = '' }) => ({ arn, reason }))
    },
  }
}

function serviceOf(answer: { readonly service?: Service | undefined }): Service {
  return answer.service ?? {}
}

function registered(answer: {
  readonly taskDefinition?: TaskDefinition | undefined
  readonly tags?: Tag[] | undefined
}): RegisteredTaskDefinition {
  const definition = answer.taskDefinition ?? {}
  return { arn: definition.taskDefinitionArn ?? '', definition, tags: answer.tags ?? [] }
}

import type { Fields } from '../call.ts'
import { targetGroupArn } from '../scenario.ts'
import type { ChosenFate } from './chosen-fate.ts'
import { firstEssential, spell } from './fates.ts'
import { fieldsListOf, numberOf, pick, textOf } from './input.ts'
import type { Deployment, Service, Target, Task, TaskNews, TaskOrder } from './model.ts'
import type { Placement } from './placement.ts'
import type { World } from './world.ts'

interface ServiceOrder {
  readonly service: Service
  readonly deployment: Deployment
  readonly placement: Exclude<Placement, { reason: string }>
  readonly fate: ChosenFate | undefined
  readonly report: (task: Task, news: TaskNews) => void
}

/** What a service asks of the cluster for one task of a deployment. */
export function describeOrder(world: World, { service, deployment, placement, fate, report }: ServiceOrder): TaskOrder {
  const { taskDefinition, settings } = deployment.revision
  return {
    cluster: service.cluster,
    taskDefinition,
    launchType: placement.launchType,
    group: `service:${service.name}`,
    startedBy: deployment.id,
    deployment,
    instance: placement.instance,
    targets: targetsOf(world, settings),
    fate: fate ?? spell({ kind: 'healthy' }, firstEssential(taskDefinition)),
    shown: {
      ...shownCapacity(placement, settings),
      ...pick(settings, ['networkConfiguration']),
      ...pick(service.attributes, ['enableExecuteCommand']),
      tags: propagatedTags(world, service, deployment),
    },
    report,
  }
}

/** `launchType`, `capacityProviderName` and `platformVersion` as a task shows them. */
export function shownCapacity(placement: Exclude<Placement, { reason: string }>, settings: Fields): Fields {
  const version = textOf(settings, 'platformVersion') ?? 'LATEST'
  return {
    launchType: placement.launchType,
    ...(placement.provider !== undefined && { capacityProviderName: placement.provider }),
    ...(placement.launchType === 'FARGATE' && {
      platformVersion: version === 'LATEST' ? '1.4.0' : version,
      platformFamily: 'Linux',
    }),
  }
}

function propagatedTags(world: World, service: Service, deployment: Deployment): Fields[] {
  const from = textOf(service.attributes, 'propagateTags')
  if (from === 'SERVICE') return world.tags.get(service.arn) ?? []
  if (from === 'TASK_DEFINITION') return world.tags.get(deployment.revision.taskDefinition.arn) ?? []
  return []
}

function targetsOf(world: World, settings: Fields): Target[] {
  return fieldsListOf(settings, 'loadBalancers').flatMap((balancer) => {
    const groupArn = textOf(balancer, 'targetGroupArn')
    const group = world.ports.scenario.targetGroups.find((known) => targetGroupArn(world.ports, known) === groupArn)
    if (group === undefined || groupArn === undefined) return []
    return [{ group, groupArn, port: numberOf(balancer, 'containerPort') ?? group.port, state: 'gone' }]
  })
}

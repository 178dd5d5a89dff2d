import type { Deployment, Service, ServiceName } from '../model/ecs.ts'

/** The stage at which `--wait-until` is content. */
export type WaitUntil = 'deployed' | 'stable'

/** The deployment that we follow: the one our update opened, or the one that was there when nothing was opened. */
export interface Started {
  readonly name: ServiceName
  /** ARN of the task definition that is to run. */
  readonly taskDefinition: string
  /** `ecs-svc/…`; tasks carry it in `startedBy`. Empty where the controller has no deployments of ECS. */
  readonly deploymentId: string
  /** Whether our update opened it. */
  readonly opened: boolean
  /** ms since the epoch, by AWS's clock. */
  readonly createdAt: number
  /** Service events after this instant are news: ms since the epoch, by AWS's clock. */
  readonly eventsSince: number
  /** Ids of the deployments that were there before our first write. */
  readonly earlierIds: ReadonlySet<string>
  /** The desired count that our update changed: a look that still shows it is from before. */
  readonly formerCount: number | undefined
  readonly until: WaitUntil
}

/**
 * What we follow after an update: `before` is the service as it was, undefined when it is new; `wanted` the ARN of the
 * task definition that was sent, where one was.
 */
export function followUpdate(
  name: ServiceName,
  states: { readonly before: Service | undefined; readonly after: Service; readonly wanted?: string | undefined },
  until: WaitUntil,
): Started {
  const { before, after, wanted } = states
  const earlierIds = new Set((before?.deployments ?? []).map((deployment) => deployment.id ?? ''))
  const primary = findPrimary(after)
  const deploymentId = primary?.id ?? ''
  const createdAt = primary?.createdAt?.getTime() ?? 0
  const lastEvent = Math.max(0, ...(after.events ?? []).map((event) => event.createdAt?.getTime() ?? 0))
  const opened = !earlierIds.has(deploymentId)
  return {
    name,
    taskDefinition: wanted ?? primary?.taskDefinition ?? after.taskDefinition ?? '',
    deploymentId,
    opened,
    createdAt,
    eventsSince: opened ? createdAt : lastEvent,
    earlierIds,
    formerCount: before?.desiredCount === after.desiredCount ? undefined : before?.desiredCount,
    until,
  }
}

/** The deployment that ECS calls PRIMARY: the newest. */
export function findPrimary(service: Service): Deployment | undefined {
  return service.deployments?.find((deployment) => deployment.status === 'PRIMARY')
}

/**
 * The deployment that serves: PRIMARY, or while that one is still on its way or has failed, the newest other one that was
 * completed.
 */
export function findSettled(service: Service): Deployment | undefined {
  const primary = findPrimary(service)
  if (primary?.rolloutState === undefined || primary.rolloutState === 'COMPLETED') return primary
  return service.deployments?.find((one) => one !== primary && one.rolloutState === 'COMPLETED')
}

/** ARN of the task definition that a service is set to run. */
export function taskDefinitionOf(service: Service): string {
  return findPrimary(service)?.taskDefinition ?? service.taskDefinition ?? ''
}

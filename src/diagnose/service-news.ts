import type { Evidence } from '../model/diagnosis.ts'
import type { Deployment, Service, ServiceDeploymentBrief } from '../model/ecs.ts'
import type { TargetHealth } from '../model/ports.ts'
import { recognise } from './recognise.ts'

/** Events newer than `since` (ms, AWS's clock) that tell of a failure, oldest first. */
export function readEvents(service: Service, since: number): readonly Evidence[] {
  return (service.events ?? [])
    .map((event): Evidence => ({ source: 'event', message: event.message ?? '', at: event.createdAt?.getTime() ?? 0 }))
    .filter((event) => (event.at ?? 0) >= since && isBadNews(event))
    .reverse()
}

/** Why the deployments with these ids failed, in the scheduler's words. */
export function readRollouts(service: Service, ids: ReadonlySet<string>): readonly Evidence[] {
  return (service.deployments ?? [])
    .filter((deployment) => ids.has(deployment.id ?? '') && deployment.rolloutState === 'FAILED')
    .flatMap(({ rolloutStateReason }: Deployment): Evidence[] =>
      rolloutStateReason === undefined ? [] : [{ source: 'rollout', message: rolloutStateReason }],
    )
}

/** Blue/green names the true cause after "because" in the status reason. */
export function readStatusReasons(briefs: readonly ServiceDeploymentBrief[]): readonly Evidence[] {
  return briefs
    .filter((brief) => brief.status !== 'SUCCESSFUL')
    .flatMap(({ statusReason }): Evidence[] =>
      statusReason === undefined || statusReason === '' ? [] : [{ source: 'rollout', message: statusReason }],
    )
    .filter(isBadNews)
}

/** Targets that their group calls unhealthy; starting and draining ones are normal during a rollout. */
export function readTargets(group: string, targets: readonly TargetHealth[]): readonly Evidence[] {
  return targets
    .filter((target) => target.state === 'unhealthy' || target.state === 'unavailable')
    .map(({ target, state, reason, description }) => ({
      source: 'health' as const,
      message: `target ${target} is ${state} in ${group}: ${[reason, description].filter(Boolean).join(': ')}`,
    }))
}

/** ARNs of the service's target groups. */
export function targetGroupsOf(service: Service): readonly string[] {
  const balancers = [service.loadBalancers, ...(service.taskSets ?? []).map((one) => one.loadBalancers)].flatMap(
    (list) => list ?? [],
  )
  return [
    ...new Set(
      balancers
        .flatMap((one) => [one.targetGroupArn, one.advancedConfiguration?.alternateTargetGroupArn])
        .filter((arn) => arn !== undefined),
    ),
  ]
}

/** Whether tasks of the service run on container instances that the user has to bring. */
export function needsInstances(service: Service): boolean {
  if (service.launchType !== undefined) return service.launchType !== 'FARGATE'
  const providers = (service.capacityProviderStrategy ?? []).map((one) => one.capacityProvider ?? '')
  return providers.length > 0 && !providers.some((provider) => provider.startsWith('FARGATE'))
}

const words = /fail|unhealthy|error|throttl|unable|missing|alarm|rolling back|could not|insufficient|limit|denied/i

function isBadNews(evidence: Evidence): boolean {
  const { rule } = recognise(evidence)
  if (rule.rank === 'info') return false
  return rule.label !== 'unknown/unclassified' || words.test(evidence.message)
}

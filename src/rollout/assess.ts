import { shortName } from '../model/ecs.ts'
import type { Verdict } from '../model/verdict.ts'
import { assessDeployments } from './assess-deployments.ts'
import { assessServiceDeployment } from './assess-service-deployment.ts'
import type { Observation } from './observation.ts'
import type { Started } from './started.ts'

/** What is to be said of our deployment after one look: worst news first; never a guess. */
export function assess(observation: Observation, started: Started): Verdict {
  const { service, serviceDeployment } = observation
  const name = started.name.service
  if (service === undefined || service.status === 'INACTIVE') {
    return {
      kind: 'failed',
      by: 'service',
      sentence: `the service ${name} was deleted while ${revision(started)} was being deployed`,
    }
  }
  if (service.status === 'DRAINING') {
    return { kind: 'failed', by: 'service', sentence: `the service ${name} is being deleted (DRAINING)` }
  }
  if (isStale(observation, started)) {
    return { kind: 'progressing', sentence: `${revision(started)} was accepted and is not to be seen yet` }
  }
  if (serviceDeployment !== undefined) return assessServiceDeployment({ service, serviceDeployment }, started)
  return assessDeployments(service, started)
}

/**
 * A lagging read still shows the PRIMARY deployment of before our update. (A rollback of ECS gets a new id, so that
 * an old id in first place can only be the past.)
 */
function isStale({ service }: Observation, started: Started): boolean {
  if (!started.opened) return false
  const primary = service?.deployments?.find((deployment) => deployment.status === 'PRIMARY')
  return primary !== undefined && started.earlierIds.has(primary.id ?? '')
}

function revision(started: Started): string {
  return shortName(started.taskDefinition)
}

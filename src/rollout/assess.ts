import { shortName } from '../model/ecs.ts'
import type { Verdict } from '../model/verdict.ts'
import { assessDeployments, isBehind, notSeenYet } from './assess-deployments.ts'
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
  if (serviceDeployment !== undefined)
    return assessServiceDeployment({ service, serviceDeployment, recalled: observation.recalled }, started)
  const behind = isBehind(service, started) && !(observation.seen && started.opened)
  return behind ? notSeenYet(started) : assessDeployments(service, started)
}

function revision(started: Started): string {
  return shortName(started.taskDefinition)
}

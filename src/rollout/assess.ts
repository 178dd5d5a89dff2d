import { shortName } from '../model/ecs.ts'
import type { Verdict } from '../model/verdict.ts'
import { assessDeployments, isBehind, notSeenYet } from './assess-deployments.ts'
import { assessServiceDeployment } from './assess-service-deployment.ts'
import type { Observation } from './observation.ts'
import type { Started } from './started.ts'
import type { Surroundings } from './waiting.ts'

/** What is to be said of our deployment after one look: worst news first; never a guess. */
export function assess(observation: Observation, started: Started, surroundings: Surroundings): Verdict {
  const { service, serviceDeployment, recalled } = observation
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
  const look = { service, serviceDeployment, recalled, surroundings }
  if (serviceDeployment !== undefined) return assessServiceDeployment({ ...look, serviceDeployment }, started)
  const behind = isBehind(service, started) && !(observation.seen && started.opened)
  return behind ? notSeenYet(started) : assessDeployments(look, started)
}

function revision(started: Started): string {
  return shortName(started.taskDefinition)
}

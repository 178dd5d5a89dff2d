import { type Service, type ServiceDeployment, shortName } from '../model/ecs.ts'
import type { Agent, Verdict } from '../model/verdict.ts'
import { assessDeployments, isBehind, type Look, notSeenYet } from './assess-deployments.ts'
import { findPrimary, type Started, taskDefinitionOf } from './started.ts'

/** A look that shows our service deployment. */
type FullLook = Look & { readonly serviceDeployment: ServiceDeployment }

/** The verdict from our service deployment: each status of the API has its answer (peers 1.3). */
export function assessServiceDeployment(look: FullLook, started: Started): Verdict {
  const { service, serviceDeployment } = look
  const ours = shortName(started.taskDefinition)
  const { agent: by, how } = findAgent(serviceDeployment)
  const why = look.recalled ? `we asked ECS to roll ${ours} back` : `the deployment of ${ours} failed: ${how}`
  const target = shortName(taskDefinitionOf(service))
  switch (serviceDeployment.status) {
    case 'ROLLBACK_FAILED':
      return { kind: 'rollback-failed', by, why, sentence: `${why}; the rollback of ECS failed too` }
    case 'ROLLBACK_SUCCESSFUL':
      return assessLanding(service, { by, why }, started)
    case 'ROLLBACK_REQUESTED':
    case 'ROLLBACK_IN_PROGRESS':
      return { kind: 'rolling-back', by, why, sentence: `${why}; ECS is rolling back${towards(target, ours)}` }
    case 'STOPPED':
      return assessStopped(look, started)
    case 'STOP_REQUESTED':
      return { kind: 'progressing', sentence: `the deployment of ${ours} is being stopped: ${how}` }
    case 'SUCCESSFUL':
      return isBehind(service, started) ? notSeenYet(started) : assessDeployments(look, started)
    default:
      return isOurs(service, started) ? assessDeployments(look, started) : notSeenYet(started)
  }
}

function isOurs(service: Service, started: Started): boolean {
  return findPrimary(service)?.id === started.deploymentId
}

function towards(target: string, ours: string): string {
  return target === '' || target === ours ? '' : ` to ${target}`
}

/** ECS is back when something else than ours is PRIMARY; a lagging read of the service is waited for. */
function assessLanding(service: Service, failed: { by: Agent; why: string }, started: Started): Verdict {
  const to = taskDefinitionOf(service)
  if (isOurs(service, started))
    return { kind: 'rolling-back', ...failed, sentence: `${failed.why}; ECS has rolled back` }
  return { kind: 'rolled-back', ...failed, to, sentence: `${failed.why}; ECS rolled back to ${shortName(to)}` }
}

function assessStopped({ service, serviceDeployment }: FullLook, started: Started): Verdict {
  const ours = shortName(started.taskDefinition)
  const primary = findPrimary(service)
  if (primary !== undefined && primary.id !== started.deploymentId) {
    const other = `${primary.id ?? ''}, ${shortName(primary.taskDefinition ?? '')}`
    return { kind: 'superseded', sentence: `another deployment (${other}) took over before ${ours} was deployed` }
  }
  const { agent, how } = findAgent(serviceDeployment)
  return { kind: 'failed', by: agent, sentence: `the deployment of ${ours} was stopped: ${how}` }
}

/** Who turned the deployment, with the numbers that tell why. */
function findAgent(deployment: ServiceDeployment): { agent: Agent; how: string } {
  const breaker = deployment.deploymentCircuitBreaker
  if (breaker?.status === 'TRIGGERED') {
    const count = `${breaker.failureCount ?? 0} failed tasks, threshold ${breaker.threshold ?? 0}`
    return { agent: 'circuit-breaker', how: `the deployment circuit breaker stopped it (${count})` }
  }
  const alarms = deployment.alarms?.triggeredAlarmNames ?? []
  if (alarms.length > 0) return { agent: 'alarm', how: `the alarm ${alarms.join(', ')} fired` }
  const how = deployment.statusReason?.replace(/\.$/, '') ?? 'somebody stopped it'
  return { agent: /\bhooks?\b/i.test(how) ? 'hook' : 'person', how }
}

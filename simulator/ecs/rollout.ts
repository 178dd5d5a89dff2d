import { breakerThreshold, configurationOf, endServiceDeployment } from './deployments.ts'
import { sentences, tell } from './events.ts'
import { fieldsOf, flagOf } from './input.ts'
import { isUnderWay, move } from './ladder.ts'
import type { Deployment, Service, ServiceDeployment } from './model.ts'
import { nowOf, type World } from './world.ts'

/** Why a deployment is given up, in AWS's words where they are known. */
interface Verdict {
  /** What the event says after "deployment failed: "; a person's stop makes no such event. */
  readonly event: string | undefined
  /** How `rolloutStateReason` begins. */
  readonly source: string
  readonly failure: string
  /** What follows "Service deployment rolled back because ". */
  readonly because: string
}

const VERDICTS = {
  breaker: {
    event: 'tasks failed to start',
    source: 'ECS deployment circuit breaker',
    failure: 'tasks failed to start',
    because: 'the circuit breaker threshold was exceeded',
  },
  alarm: {
    event: 'alarm detected',
    source: 'ECS deployment alarm',
    failure: 'alarm detected',
    because: 'an alarm is in the ALARM state',
  },
  person: {
    event: undefined,
    source: 'ECS deployment stop',
    failure: 'stopped by user',
    because: 'a user requested it',
  },
} as const satisfies Record<string, Verdict>

/** The deployment has done its work: everything runs and nothing else does. */
export function complete(world: World, service: Service, primary: Deployment): void {
  setRollout(world, primary, { state: 'COMPLETED', reason: `ECS deployment ${primary.id} completed.` })
  primary.proven = true
  primary.failedTasks = 0
  primary.failures = 0
  service.deployments = [primary]
  const { current } = service
  if (current?.status === 'IN_PROGRESS') endServiceDeployment(world, current, 'SUCCESSFUL')
  if (current?.status === 'ROLLBACK_IN_PROGRESS') endServiceDeployment(world, current, 'ROLLBACK_SUCCESSFUL')
  tell(world, service, sentences.completed(primary))
}

/** Triggers the circuit breaker when enough tasks have failed. */
export function checkBreaker(world: World, service: Service, primary: Deployment): void {
  const { current } = service
  if (current === undefined || !['IN_PROGRESS', 'ROLLBACK_IN_PROGRESS'].includes(current.status)) return
  const breaker = fieldsOf(configurationOf(service), 'deploymentCircuitBreaker')
  const threshold = breakerThreshold(configurationOf(service), service.desiredCount)
  if (flagOf(breaker, 'enable') !== true || primary.failures < threshold) return
  current.breakerTriggered = true
  giveUp(world, current, { verdict: VERDICTS.breaker, rollback: flagOf(breaker, 'rollback') === true })
}

/** An alarm has gone into ALARM: deployments that watch it fail. */
export function detectAlarm(world: World, name: string): void {
  for (const { current } of world.services) {
    if (current?.status !== 'IN_PROGRESS' || !current.watchedAlarms.includes(name)) continue
    current.triggeredAlarms.push(name)
    const rollback = flagOf(fieldsOf(current.configuration, 'alarms'), 'rollback') === true
    giveUp(world, current, { verdict: VERDICTS.alarm, rollback })
  }
}

/** Carries out what StopServiceDeployment asked for. */
export function obeyStop(world: World, current: ServiceDeployment): void {
  if (current.status === 'STOP_REQUESTED') giveUp(world, current, { verdict: VERDICTS.person, rollback: false })
  if (current.status === 'ROLLBACK_REQUESTED') giveUp(world, current, { verdict: VERDICTS.person, rollback: true })
}

/** The failed tasks stay until the scheduler's next look: an observer sees FAILED before they go. */
function giveUp(
  world: World,
  current: ServiceDeployment,
  { verdict, rollback }: { verdict: Verdict; rollback: boolean },
): void {
  const { service, deployment } = current
  setRollout(world, deployment, { state: 'FAILED', reason: `${verdict.source}: ${verdict.failure}.` })
  if (verdict.event !== undefined) tell(world, service, sentences.failed(deployment, verdict.event))
  if (current.status === 'ROLLBACK_IN_PROGRESS')
    endServiceDeployment(
      world,
      current,
      'ROLLBACK_FAILED',
      `Service deployment rollback failed because ${verdict.because}.`,
    )
  else if (rollback) goBack(world, current, verdict)
  else endServiceDeployment(world, current, 'STOPPED', `Service deployment stopped because ${verdict.because}.`)
  world.wake(service)
}

/** The deployment that was COMPLETED before becomes PRIMARY again, under its old id. */
function goBack(world: World, current: ServiceDeployment, verdict: Verdict): void {
  const { service, deployment: failed } = current
  const candidate = service.deployments.find((other) => other !== failed && other.proven)
  if (candidate === undefined) {
    endServiceDeployment(world, current, 'ROLLBACK_FAILED', 'No rollback candidate was found to run the rollback.')
    return
  }
  const reason = `Service deployment rolled back because ${verdict.because}.`
  move(world, current, 'ROLLBACK_IN_PROGRESS')
  current.statusReason = reason
  current.rollback = { reason, startedAt: nowOf(world), serviceRevisionArn: candidate.revision.arn }
  current.deployment = candidate
  failed.status = 'ACTIVE'
  candidate.status = 'PRIMARY'
  candidate.failedTasks = 0
  candidate.failures = 0
  setRollout(world, candidate, {
    state: 'IN_PROGRESS',
    reason: `${verdict.source}: rolling back to deploymentId ${candidate.id}.`,
  })
  service.deployments = [candidate, ...service.deployments.filter((other) => other !== candidate)]
  service.revision = candidate.revision
  service.healthySince = undefined
  service.holdUntil = 0
  tell(world, service, sentences.rollingBack(candidate))
}

/** A deleted service deploys no more. */
export function abandon(world: World, service: Service): void {
  const { current } = service
  if (current === undefined || !isUnderWay(current)) return
  endServiceDeployment(world, current, 'STOPPED', 'Service deployment stopped because the service was deleted.')
}

function setRollout(
  world: World,
  deployment: Deployment,
  { state, reason }: { state: Deployment['rolloutState']; reason: string },
): void {
  deployment.rolloutState = state
  deployment.rolloutStateReason = reason
  deployment.updatedAt = nowOf(world)
}

import { AwsError } from '../errors.ts'
import type { Deployment, Service, ServiceDeployment, ServiceDeploymentBrief } from '../model/ecs.ts'
import { shortName } from '../model/ecs.ts'
import type { EcsPort } from '../model/ports.ts'
import type { Progress } from '../model/verdict.ts'
import type { Started } from './started.ts'

/** One look at the service and at our deployment. */
export interface Observation {
  readonly service: Service | undefined
  /** Our service deployment, where it can be read and is listed already. */
  readonly serviceDeployment: ServiceDeployment | undefined
  /** Whether this look or an earlier one showed our deployment. */
  readonly seen: boolean
  /** Whether we asked ECS to roll our deployment back: then it was no other person. */
  readonly recalled: boolean
}

/** Looks at a service; remembers which service deployment is ours. */
export interface Observer {
  look(): Promise<Observation>
  /** To be told when we have asked ECS to roll the deployment back. */
  recall(): void
  /** Why service deployments cannot be read, once that is known. */
  readonly blindness: () => string | undefined
}

// ECS stamps the service deployment a moment after the deployment that UpdateService answers with, or before it.
const stampTolerance = 2_000

/**
 * `deployments[].id` and the service deployment's ARN are linked in no answer: ours is the oldest one created with our
 * deployment whose target revision holds our task definition.
 */
export function observe(ecs: EcsPort, started: Started): Observer {
  let arn: string | undefined
  let blind: string | undefined
  let seen = false
  let recalled = false

  async function findArn(): Promise<string | undefined> {
    const createdAfter = started.createdAt - stampTolerance
    const listed = await ecs.listServiceDeployments(started.name, { createdAfter })
    const candidates = listed.toReversed().filter((brief) => (brief.createdAt?.getTime() ?? 0) >= createdAfter)
    if (candidates.length === 0) return undefined
    const targets = candidates.flatMap((brief) => brief.targetServiceRevisionArn ?? [])
    const revisions = targets.length === 0 ? [] : await ecs.describeServiceRevisions([...new Set(targets)])
    const ours = new Set(
      revisions.filter((one) => one.taskDefinition === started.taskDefinition).map((one) => one.serviceRevisionArn),
    )
    const match = (brief: ServiceDeploymentBrief) => ours.has(brief.targetServiceRevisionArn)
    return candidates.find(match)?.serviceDeploymentArn
  }

  async function readServiceDeployment(): Promise<ServiceDeployment | undefined> {
    try {
      arn ??= await findArn()
      return arn === undefined ? undefined : await ecs.describeServiceDeployment(arn)
    } catch (error) {
      if (!(error instanceof AwsError)) throw error
      // deployments[] by id carries the verdict then: for this look, or for good.
      if (!isPassing(error)) blind = describeBlindness(error)
      return undefined
    }
  }

  return {
    async look() {
      // The service last: a success is only said of what runs now, however long the other read took.
      const readable = started.opened && blind === undefined
      const serviceDeployment = readable ? await readServiceDeployment() : undefined
      const service = await ecs.describeService(started.name)
      seen ||= service?.deployments?.some((deployment) => deployment.id === started.deploymentId) === true
      return { service, serviceDeployment, seen, recalled }
    },
    recall() {
      recalled = true
    },
    blindness: () => blind,
  }
}

function describeBlindness(error: AwsError): string {
  const why = isRefusal(error) ? `no permission for ecs:${error.operation}` : `${error.operation}: ${error.message}`
  return `${why}; following the deployment in DescribeServices instead`
}

/** Whether the same call may well succeed a moment later: throttled, broken on the other side, or lost. */
export function isPassing(error: AwsError): boolean {
  return error.status === 0 || error.status >= 500 || /Throttl|RequestLimitExceeded|TooManyRequests/.test(error.code)
}

/** Whether AWS said that the caller may not do this. */
function isRefusal(error: AwsError): boolean {
  return /^(AccessDenied|AccessDeniedException|UnauthorizedException|Forbidden)$/.test(error.code)
}

/** Our deployment in a look at the service, by id. */
export function findOurs(observation: Observation, started: Started): Deployment | undefined {
  return observation.service?.deployments?.find((deployment) => deployment.id === started.deploymentId)
}

/** Whether our deployment is to be seen and goes on: nobody has asked ECS to stop it. */
export function isInHand(observation: Observation, started: Started): boolean {
  const status = observation.serviceDeployment?.status ?? 'IN_PROGRESS'
  return findOurs(observation, started) !== undefined && ['PENDING', 'IN_PROGRESS'].includes(status)
}

/**
 * The failures of our deployment that ECS counts at present: its circuit breaker's number where it watches, else that of
 * the deployment.
 */
export function readCounter(observation: Observation, started: Started): number {
  const breaker = observation.serviceDeployment?.deploymentCircuitBreaker
  const watches = breaker?.status !== undefined && breaker.status !== 'DISABLED'
  return (watches ? breaker.failureCount : findOurs(observation, started)?.failedTasks) ?? 0
}

/** The counts of our deployment; zeros where it is not to be seen. */
export function measureProgress(observation: Observation, started: Started): Progress {
  const ours = findOurs(observation, started)
  const breaker = observation.serviceDeployment?.deploymentCircuitBreaker
  return {
    revision: shortName(started.taskDefinition),
    desired: ours?.desiredCount ?? observation.service?.desiredCount ?? 0,
    running: ours?.runningCount ?? 0,
    pending: ours?.pendingCount ?? 0,
    failed: Math.max(ours?.failedTasks ?? 0, breaker?.failureCount ?? 0),
  }
}

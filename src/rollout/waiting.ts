import { type Deployment, type Service, type ServiceDeployment, shortName } from '../model/ecs.ts'
import { countTasks } from './sentences.ts'

/** What is known beside the service of what its deployment waits for. */
export interface Surroundings {
  /** Whether containers of ours have a health check of their own. */
  readonly containerCheck: boolean
  /** Seconds that connections of a task that goes may last; undefined where it was not read. */
  readonly drainDelay: number | undefined
}

/** A deployment under way, as one look shows it. */
export interface UnderWay extends Surroundings {
  readonly service: Service
  readonly ours: Deployment
  readonly serviceDeployment: ServiceDeployment | undefined
  /** Events after this instant are of our deployment: ms since the epoch, by AWS's clock. */
  readonly since: number
}

/** What a deployment under way is waiting for: only what AWS says, nothing is guessed. */
export function describeWaiting(going: UnderWay): string {
  const { ours, serviceDeployment } = going
  const [running, desired] = [ours.runningCount ?? 0, ours.desiredCount ?? 0]
  const revision = shortName(ours.taskDefinition ?? '')
  if (serviceDeployment?.status === 'PENDING')
    return `${running} of ${countTasks(desired)} of ${revision} run; ECS has not begun yet (PENDING)`
  if (running < desired) return describeStart(going, revision)
  const { remaining, wanted } = countOthers(going)
  if (wanted > 0) return describeChecks(going, remaining)
  if (running > desired) return `${revision} runs; ${countTasks(running - desired)} too many still stopping`
  const draining = readDraining(going)
  if (draining !== undefined) return `${revision} runs; ${describeDraining(going, draining)}`
  if (remaining > 0) return `${revision} runs; ${countTasks(remaining)} of before still finishing`
  return `${revision} runs; ${describeEnd(serviceDeployment)}`
}

/** Whether nothing is waited for but connections of old tasks. */
export function isDraining(going: Sight): boolean {
  const { runningCount = 0, desiredCount = 0 } = going.ours
  return runningCount >= desiredCount && countOthers(going).wanted === 0 && readDraining(going) !== undefined
}

type Sight = Pick<UnderWay, 'service' | 'ours' | 'since'>

function othersOf({ service, ours }: Sight): readonly Deployment[] {
  return (service.deployments ?? []).filter((deployment) => deployment.id !== ours.id)
}

function countOthers(sight: Sight): { readonly remaining: number; readonly wanted: number } {
  const others = othersOf(sight)
  return {
    remaining: others.reduce((sum, { runningCount = 0 }) => sum + runningCount, 0),
    wanted: others.reduce((sum, { desiredCount = 0 }) => sum + desiredCount, 0),
  }
}

/** How many old tasks are losing their connections: ECS does not count them as running any more. */
function readDraining(sight: Sight): number | undefined {
  if (othersOf(sight).length === 0) return undefined
  const { service, ours } = sight
  // Such an event names its deployment: an unhealthy task of ours drains too.
  const events = (service.events ?? []).filter(({ message = '' }) => !message.includes(`taskSet ${ours.id}`))
  const tasks = newsOf({ ...sight, service: { ...service, events } }, draining, /has stopped \d+ running task/)
  return tasks === undefined ? undefined : Number(tasks)
}

function describeStart(going: UnderWay, revision: string): string {
  const { desiredCount: desired = 0, runningCount: running = 0, pendingCount: pending = 0 } = going.ours
  const missing = Math.max(0, desired - running - pending)
  const why = missing > 0 ? newsOf(going, unplaced, /has started \d+ tasks/) : undefined
  const starting = pending > 0 ? `${countTasks(pending)} starting` : ''
  const unstarted = why === undefined ? `${missing} not started yet` : `${missing} not placed: ${why}`
  const rest = [starting, missing > 0 ? unstarted : ''].filter(Boolean).join(', ')
  return `${running} of ${countTasks(desired)} of ${revision} run; ${rest}`
}

function describeChecks(going: UnderWay, remaining: number): string {
  const { service, ours, containerCheck } = going
  const balanced = (service.loadBalancers ?? []).length > 0
  const grace = service.healthCheckGracePeriodSeconds ?? 0
  const checks = [
    ...(containerCheck ? ['container health check'] : []),
    ...(balanced ? [`load balancer${grace > 0 ? `, grace period ${grace} s` : ''}`] : []),
  ]
  const how = checks.length === 0 ? '' : ` (${checks.join('; ')})`
  const complaint = newsOf(going, unhealthy)
  const ill = complaint === undefined ? '' : `; unhealthy: ${complaint}`
  const desired = countTasks(ours.desiredCount ?? 0)
  const state = `${shortName(ours.taskDefinition ?? '')} runs ${ours.runningCount ?? 0} of ${desired}`
  return `${state}, waiting until they are healthy${how}${ill}; ${countTasks(remaining)} of before still serving`
}

function describeDraining({ drainDelay }: UnderWay, tasks: number): string {
  const upTo = drainDelay === undefined ? '' : `, for up to ${drainDelay} s`
  return `connections of ${countTasks(tasks)} of before are draining${upTo}`
}

/** Everything runs, and only that: what ECS still watches. */
function describeEnd(serviceDeployment: ServiceDeployment | undefined): string {
  const watched = describeAlarms(serviceDeployment)
  if (serviceDeployment?.lifecycleStage !== 'BAKE_TIME') return watched ?? 'ECS is completing the deployment'
  const minutes = serviceDeployment.deploymentConfiguration?.bakeTimeInMinutes ?? 0
  const bake = minutes > 0 ? `it bakes for ${minutes} min` : 'it bakes'
  return watched === undefined ? bake : `${bake}, and ${watched}`
}

function describeAlarms(serviceDeployment: ServiceDeployment | undefined): string | undefined {
  const { status, alarmNames = [] } = serviceDeployment?.alarms ?? {}
  if (status !== 'MONITORING' || alarmNames.length === 0) return undefined
  return `ECS watches ${alarmNames.length === 1 ? 'the alarm' : 'the alarms'} ${alarmNames.join(', ')}`
}

const draining = /begun draining connections on (\d+) tasks?/
const unplaced = /unable to place a task(?: because|\. ?(?:The )?[Rr]eason(?: for failure)?(?: is|:))? (.+)/
const unhealthy = /is unhealthy in .{1,300}? due to \(?(?:reason )?(.+?)\)?\.?$|(failed container health checks)/

const longestQuote = 160

/** What the newest event of our time that has `shape` says; nothing once a later one says `over`. */
function newsOf({ service, since }: Sight, shape: RegExp, over?: RegExp): string | undefined {
  const events = (service.events ?? []).filter(({ createdAt }) => (createdAt?.getTime() ?? 0) > since)
  const news = events.find(({ message = '' }) => shape.test(message) || over?.test(message))?.message ?? ''
  const found = shape.exec(news)
  const words = (found?.[1] ?? found?.[2])?.replace(/ For more information, see .+$/, '').replace(/[.\s]+$/, '')
  if (words === undefined) return undefined
  return words.length <= longestQuote ? words : `${words.slice(0, longestQuote - 1)}…`
}

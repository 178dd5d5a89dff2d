import type { Fields } from '../call.ts'
import { fieldsOf, flagOf, numberOf, textsOf } from './input.ts'
import { isUnderWay, move } from './ladder.ts'
import type { Deployment, Revision, Service, ServiceDeployment, Task, TaskDefinition } from './model.ts'
import { arnOf, decimalId, nowOf, tasksOf, type World, wordId } from './world.ts'

/** The members of a service that a service revision holds. */
export const REVISION_MEMBERS = [
  'launchType',
  'capacityProviderStrategy',
  'platformVersion',
  'platformFamily',
  'loadBalancers',
  'serviceRegistries',
  'networkConfiguration',
  'serviceConnectConfiguration',
  'volumeConfigurations',
  'vpcLatticeConfigurations',
] as const

/** A service revision, remembered for DescribeServiceRevisions. */
export function createRevision(
  world: World,
  service: Service,
  content: { taskDefinition: TaskDefinition; settings: Fields },
): Revision {
  const arn = arnOf(world, `service-revision/${service.cluster.name}/${service.name}/${decimalId(world)}`)
  const revision = { arn, createdAt: nowOf(world), ...content }
  world.revisions.set(arn, revision)
  return revision
}

/** Makes a revision the PRIMARY deployment; one that is under way is stopped by it. */
export function openDeployment(world: World, service: Service, revision: Revision): ServiceDeployment {
  const sources = sourcesOf(world, service)
  supersede(world, service)
  const deployment = createDeployment(world, revision)
  for (const other of service.deployments) other.status = 'ACTIVE'
  service.deployments = [deployment, ...service.deployments]
  service.revision = revision
  service.steady = false
  service.healthySince = undefined
  service.holdUntil = 0
  const opened = createServiceDeployment(world, service, { deployment, sources })
  service.current = opened
  world.serviceDeployments.push(opened)
  world.ports.time.after(world.ports.scenario.timings.reconcile * 1000, () => begin(world, opened))
  return opened
}

function createDeployment(world: World, revision: Revision): Deployment {
  const id = `ecs-svc/${decimalId(world)}`
  const now = nowOf(world)
  return {
    id,
    status: 'PRIMARY',
    revision,
    createdAt: now,
    updatedAt: now,
    rolloutState: 'IN_PROGRESS',
    rolloutStateReason: `ECS deployment ${id} in progress.`,
    failedTasks: 0,
    failures: 0,
    proven: false,
  }
}

function createServiceDeployment(
  world: World,
  service: Service,
  { deployment, sources }: { deployment: Deployment; sources: readonly Revision[] },
): ServiceDeployment {
  const configuration = configurationOf(service)
  const now = nowOf(world)
  return {
    arn: arnOf(world, `service-deployment/${service.cluster.name}/${service.name}/${wordId(world)}`),
    service,
    createdAt: now,
    updatedAt: now,
    sources,
    target: deployment.revision,
    status: 'PENDING',
    configuration,
    watchedAlarms: watchedAlarms(world, configuration),
    triggeredAlarms: [],
    breakerTriggered: false,
    deployment,
  }
}

/** Alarms that are in ALARM when a deployment begins are not watched for it. */
function watchedAlarms(world: World, configuration: Fields): string[] {
  const alarms = fieldsOf(configuration, 'alarms')
  if (flagOf(alarms, 'enable') !== true) return []
  return textsOf(alarms, 'alarmNames').filter((name) => world.alarms.get(name) !== 'ALARM')
}

/** What a deployment replaces: the revisions that run, or the one that would run if the count were not 0. */
function sourcesOf(world: World, service: Service): Revision[] {
  const running = tasksOf(world, service)
    .filter(({ desiredStatus }) => desiredStatus === 'RUNNING')
    .flatMap(({ order }) => order.deployment?.revision ?? [])
  const primary = service.deployments.find(({ status }) => status === 'PRIMARY')?.revision
  return [...new Set(running.length === 0 && primary !== undefined ? [primary] : running)]
}

/** Stopped or superseded while PENDING, it never begins. */
function begin(world: World, opened: ServiceDeployment): void {
  if (opened.status === 'PENDING') move(world, opened, 'IN_PROGRESS')
  world.wake(opened.service)
}

/** ECS lets one service deployment be under way; the newer one wins. */
function supersede(world: World, service: Service): void {
  const { current } = service
  if (current === undefined || !isUnderWay(current)) return
  endServiceDeployment(
    world,
    current,
    'STOPPED',
    'Service deployment stopped because a newer service deployment was created.',
  )
}

/** Ends a service deployment and keeps its last counts. */
export function endServiceDeployment(
  world: World,
  ending: ServiceDeployment,
  status: 'STOPPED' | 'SUCCESSFUL' | 'ROLLBACK_SUCCESSFUL' | 'ROLLBACK_FAILED',
  reason?: string,
): void {
  ending.ended = countRevisions(world, ending)
  move(world, ending, status)
  if (reason !== undefined) ending.statusReason = reason
}

/** Requested, running and pending tasks of the revisions of a service deployment. */
export function countRevisions(world: World, deployment: ServiceDeployment): { sources: Fields[]; target: Fields } {
  const tasks = tasksOf(world, deployment.service)
  const primary = deployment.service.deployments.find(({ status }) => status === 'PRIMARY')?.revision
  const summary = (revision: Revision): Fields => {
    const mine = tasks.filter(({ order }) => order.deployment?.revision === revision)
    const requested = revision === primary ? deployment.service.desiredCount : wanted(mine)
    return { arn: revision.arn, requestedTaskCount: requested, ...counts(mine) }
  }
  return { sources: deployment.sources.map(summary), target: summary(deployment.target) }
}

function counts(tasks: readonly Task[]): Fields {
  return { runningTaskCount: runningCount(tasks), pendingTaskCount: pendingCount(tasks) }
}

/** Tasks that are to go on. */
export function wanted(tasks: readonly Task[]): number {
  return tasks.filter(({ desiredStatus }) => desiredStatus === 'RUNNING').length
}

/** RUNNING tasks as ECS counts them. */
export function runningCount(tasks: readonly Task[]): number {
  return tasks.filter(({ lastStatus }) => lastStatus === 'RUNNING').length
}

/** Tasks on their way to RUNNING. */
export function pendingCount(tasks: readonly Task[]): number {
  return tasks.filter(
    ({ lastStatus, desiredStatus }) =>
      desiredStatus === 'RUNNING' && ['PROVISIONING', 'PENDING', 'ACTIVATING'].includes(lastStatus),
  ).length
}

/** `deploymentConfiguration` with AWS's defaults. */
export function configurationOf(service: Service): Fields {
  return { maximumPercent: 200, minimumHealthyPercent: 100, ...fieldsOf(service.attributes, 'deploymentConfiguration') }
}

/**
 * The failures at which the circuit breaker triggers: half the desired count, at least 3, at most 200, unless
 * `thresholdConfiguration` says otherwise (API ThresholdConfiguration).
 */
export function breakerThreshold(configuration: Fields, desired: number): number {
  const given = fieldsOf(fieldsOf(configuration, 'deploymentCircuitBreaker'), 'thresholdConfiguration')
  const value = numberOf(given, 'value') ?? 50
  if (given['type'] === 'COUNT') return value
  const share = Math.ceil((value * desired) / 100)
  return given['type'] === 'UNBOUNDED_PERCENT' ? Math.max(1, share) : Math.min(200, Math.max(3, share))
}

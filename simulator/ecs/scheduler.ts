import { configurationOf } from './deployments.ts'
import { refusalOf, sentences, tell } from './events.ts'
import { chooseFate } from './fates.ts'
import { fieldsOf, flagOf, numberOf } from './input.ts'
import type { Deployment, Service, Task, TaskOrder } from './model.ts'
import { type Placement, place } from './placement.ts'
import { checkBreaker, complete, obeyStop } from './rollout.ts'
import { planStep } from './steps.ts'
import { drainSeconds, launch, launchRunning, stop } from './task-life.ts'
import { describeOrder } from './task-order.ts'
import { nowOf, tasksOf, type World } from './world.ts'

const MINUTE = 60_000
/** Milliseconds until the scheduler tries again where a task could not be placed. */
const PLACEMENT_PAUSE = 30_000
const LONGEST_PAUSE = 15 * MINUTE

/** Lets the services of a world be looked at after each change, until they are steady. */
export function startScheduler(world: World): void {
  const awake = new Set<Service>()
  world.wake = (service) => {
    if (awake.has(service)) return
    awake.add(service)
    world.ports.time.after(world.ports.scenario.timings.scheduler * 1000, () => {
      awake.delete(service)
      look(world, service)
      if (isRestless(service)) world.wake(service)
    })
  }
}

/** A failed deployment without a way back waits for a person. */
function isRestless(service: Service): boolean {
  const primary = primaryOf(service)
  return primary !== undefined && !service.steady && primary.rolloutState !== 'FAILED'
}

function primaryOf(service: Service): Deployment | undefined {
  return service.deployments.find(({ status }) => status === 'PRIMARY')
}

function look(world: World, service: Service): void {
  if (service.current !== undefined) obeyStop(world, service.current)
  const primary = primaryOf(service)
  if (primary === undefined || service.current?.status === 'PENDING') return
  const { minimumHealthyPercent, maximumPercent } = configurationOf(service)
  const step = planStep({
    primary,
    desired: service.desiredCount,
    minimum: Number(minimumHealthyPercent),
    maximum: Number(maximumPercent),
    tasks: tasksOf(world, service),
  })
  if (step.blocked) complain(world, service, sentences.blocked())
  if (world.ports.time.now() >= service.holdUntil) startTasks(world, service, { primary, count: step.start })
  stopTasks(world, service, { primary, tasks: step.stop })
  settle(world, service, primary)
}

function startTasks(world: World, service: Service, { primary, count }: { primary: Deployment; count: number }): void {
  const started: Task[] = []
  while (started.length < count) {
    const order = orderTask(world, service, primary)
    if (order === undefined) break
    started.push(launch(world, order))
  }
  if (started.length === 0) return
  const replaced = Math.min(service.replacing, started.length)
  service.replacing -= replaced
  tell(world, service, sentences.started(started, replaced))
}

/** The tasks with which a scenario begins: running for long. */
export function startRunning(world: World, service: Service): void {
  const primary = primaryOf(service)
  for (let started = 0; primary !== undefined && started < service.desiredCount; started++) {
    const order = orderTask(world, service, primary)
    if (order !== undefined) launchRunning(world, order)
  }
  if (primary !== undefined) settle(world, service, primary)
}

function orderTask(world: World, service: Service, deployment: Deployment): TaskOrder | undefined {
  const { taskDefinition, settings } = deployment.revision
  const placement = place(world, service.cluster, { taskDefinition, settings })
  if ('reason' in placement) return refusePlace(world, service, sentences.noInstance(placement.reason))
  const group = `service:${service.name}`
  const otherwise = { kind: 'healthy' } as const
  const fate =
    world.age > 0 ? undefined : chooseFate(world, { taskDefinition, service: service.name, group, otherwise })
  const refusal = refusalOf(fate?.outcome)
  if (refusal !== undefined) {
    countFailure(world, service, deployment)
    return refusePlace(world, service, refusal)
  }
  return describeOrder(world, {
    service,
    deployment,
    placement: placement satisfies Placement,
    fate,
    report: (task, news) => hear(world, service, { task, news }),
  })
}

function refusePlace(world: World, service: Service, message: string): undefined {
  service.holdUntil = world.ports.time.now() + PLACEMENT_PAUSE
  complain(world, service, message)
}

/** Such events are not repeated within a minute. */
function complain(world: World, service: Service, message: string): void {
  const now = world.ports.time.now()
  if (now - service.complainedAt < MINUTE) return
  service.complainedAt = now
  tell(world, service, message)
}

function stopTasks(
  world: World,
  service: Service,
  { primary, tasks }: { primary: Deployment; tasks: readonly Task[] },
): void {
  const reason = `Scaling activity initiated by (deployment ${primary.id})`
  const ran = tasks.filter(({ lastStatus }) => lastStatus === 'RUNNING')
  const pending = tasks.filter(({ lastStatus }) => lastStatus !== 'RUNNING')
  if (pending.length > 0) tell(world, service, sentences.stoppedPending(pending))
  announceStop(world, service, ran)
  for (const task of tasks) stop(world, task, { code: 'ServiceSchedulerInitiated', reason })
}

/** Draining begins now, the containers stop when it is over. */
function announceStop(world: World, service: Service, tasks: readonly Task[]): void {
  const [first] = tasks
  if (first === undefined) return
  const groups = new Set(first.order.targets.map(({ groupArn }) => groupArn))
  if (groups.size > 0 && first.order.deployment !== undefined)
    tell(world, service, sentences.draining(first.order.deployment, tasks.length))
  for (const group of groups) tell(world, service, sentences.deregistered(group, tasks.length))
  world.ports.time.after(drainSeconds(first) * 1000, () => tell(world, service, sentences.stopped(tasks)))
}

/** Is everything as it should be? Then the deployment is complete and the service steady. */
function settle(world: World, service: Service, primary: Deployment): void {
  if (!isDone(world, service, primary)) {
    service.steady = false
    service.healthySince = undefined
    return
  }
  service.healthySince ??= world.ports.time.now()
  if (isBaking(world, service)) return
  if (service.status === 'DRAINING') {
    bury(service)
    return
  }
  if (primary.rolloutState === 'IN_PROGRESS') complete(world, service, primary)
  if (!service.steady) tell(world, service, sentences.steady())
  service.steady = true
}

function isDone(world: World, service: Service, primary: Deployment): boolean {
  if (primary.rolloutState === 'FAILED' && service.status === 'ACTIVE') return false
  const tasks = tasksOf(world, service).filter(({ lastStatus }) => lastStatus !== 'DEPROVISIONING')
  return (
    tasks.length === service.desiredCount &&
    tasks.every(({ healthy, order }) => healthy && order.deployment === primary)
  )
}

/** Deployment alarms are watched a little longer; going back takes at least one more look. */
function isBaking(world: World, service: Service): boolean {
  const { current, healthySince = 0 } = service
  const { bake, scheduler } = world.ports.scenario.timings
  if (current?.rollback !== undefined && current.status === 'ROLLBACK_IN_PROGRESS')
    return nowOf(world) - current.rollback.startedAt < scheduler
  if (current?.status !== 'IN_PROGRESS' || flagOf(fieldsOf(current.configuration, 'alarms'), 'enable') !== true)
    return false
  return world.ports.time.now() - healthySince < bake * 1000
}

function bury(service: Service): void {
  service.status = 'INACTIVE'
  service.deployments = []
  service.steady = true
}

function hear(world: World, service: Service, { task, news }: { task: Task; news: string }): void {
  const { deployment } = task.order
  if (news === 'running') register(world, service, task)
  if (news === 'healthy' && deployment !== undefined) recover(service, deployment)
  if (news === 'unhealthy') watchGrace(world, service, task)
  if (news === 'failed' && deployment !== undefined) {
    if (task.startedAt === undefined) complain(world, service, sentences.notPlaced(`${task.stoppedReason}.`))
    countFailure(world, service, deployment)
  }
  world.wake(service)
}

function register(world: World, service: Service, task: Task): void {
  for (const group of new Set(task.order.targets.map(({ groupArn }) => groupArn)))
    tell(world, service, sentences.registered(group, 1))
}

/** A healthy task lets the counts begin anew; the circuit breaker's only unless it is told not to (`resetOnHealthyTask`). */
function recover(service: Service, deployment: Deployment): void {
  deployment.failedTasks = 0
  if (flagOf(fieldsOf(configurationOf(service), 'deploymentCircuitBreaker'), 'resetOnHealthyTask') === false) return
  deployment.failures = 0
  service.holdUntil = 0
}

/** Within the grace period the scheduler ignores unhealthy checks. */
function watchGrace(world: World, service: Service, task: Task): void {
  const grace = numberOf(service.attributes, 'healthCheckGracePeriodSeconds') ?? 0
  const { time, scenario } = world.ports
  const over = Math.max(time.now(), ((task.startedAt ?? 0) + grace) * 1000)
  time.at(over + scenario.timings.scheduler * 1000, () => {
    if (task.unhealthy && task.desiredStatus === 'RUNNING') replaceUnhealthy(world, service, task)
  })
}

function replaceUnhealthy(world: World, service: Service, task: Task): void {
  const target = task.order.targets.find(({ state }) => state === 'unhealthy')
  tell(
    world,
    service,
    target === undefined ? sentences.containerUnhealthy(task) : sentences.targetUnhealthy(task, target),
  )
  const reason =
    target === undefined
      ? 'Task failed container health checks'
      : `Task failed ELB health checks in (target-group ${target.groupArn})`
  announceStop(world, service, [task])
  stop(world, task, { code: 'ServiceSchedulerInitiated', reason })
  service.replacing += 1
  if (task.order.deployment !== undefined) countFailure(world, service, task.order.deployment)
  world.wake(service)
}

/** Counts for the circuit breaker and slows down a service that cannot start its tasks. */
function countFailure(world: World, service: Service, deployment: Deployment): void {
  deployment.failures += 1
  if (deployment.rolloutState === 'IN_PROGRESS') deployment.failedTasks += 1
  deployment.updatedAt = nowOf(world)
  if (deployment.status !== 'PRIMARY') return
  const rounds = Math.floor(deployment.failures / Math.max(1, service.desiredCount))
  if (rounds >= 3)
    service.holdUntil = world.ports.time.now() + Math.min(LONGEST_PAUSE, PLACEMENT_PAUSE * 2 ** (rounds - 3))
  if (deployment.failures === Math.max(3, service.desiredCount)) tell(world, service, sentences.inconsistent())
  checkBreaker(world, service, deployment)
}

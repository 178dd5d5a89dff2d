import { fieldsListOf } from './input.ts'
import type { StopCause, Task, TaskNews, TaskOrder, TaskStatus } from './model.ts'
import { beginConduct, type Ending, end, terminate } from './task-conduct.ts'
import { startHealthChecks } from './task-health.ts'
import { arnOf, hexadecimalId, nowOf, type World } from './world.ts'

/** Seconds for which a stopped task can still be described. */
const REMEMBERED = 3600
const SIGTERM = 143
const ESSENTIAL = 'EssentialContainerExited'

/** Starts a task; it goes on by itself as time moves and as its fate says. */
export function launch(world: World, order: TaskOrder): Task {
  const task = create(world, order)
  later(world, task, timings(world).provisioning, () => pull(world, task))
  return task
}

/** A task that has been running healthily since `nowOf(world)`: what a scenario begins with. */
export function launchRunning(world: World, order: TaskOrder): Task {
  const task = create(world, order)
  const now = nowOf(world)
  task.lastStatus = 'RUNNING'
  Object.assign(task, { pullStartedAt: now, pullStoppedAt: now, startedAt: now, healthy: true })
  for (const container of task.containers) {
    container.lastStatus = 'RUNNING'
    if (container.definition.hasHealthCheck) container.healthStatus = 'HEALTHY'
  }
  for (const target of order.targets) target.state = 'healthy'
  return task
}

/** Seconds from the decision to stop a task until its containers get their signal. */
export function drainSeconds(task: Task): number {
  if (task.lastStatus !== 'RUNNING') return 0
  return Math.max(0, ...task.order.targets.map(({ group }) => group.deregistrationDelay ?? 300))
}

/** Stops a task as ECS does: drain its targets, signal its containers, take down its network. */
export function stop(world: World, task: Task, cause: StopCause): void {
  if (task.desiredStatus === 'STOPPED') return
  const ran = task.lastStatus === 'RUNNING'
  const delay = drainSeconds(task)
  turn(world, task, cause)
  drainTargets(world, task)
  if (!ran) {
    windDown(world, task)
    return
  }
  task.lastStatus = delay > 0 ? 'DEACTIVATING' : 'STOPPING'
  later(world, task, { exactly: delay }, () => signal(world, task))
}

/** The containers end by themselves, or never began; those that run beside one that has ended get their signal. */
function fail(world: World, task: Task, cause: StopCause): void {
  turn(world, task, cause)
  drainTargets(world, task)
  if (cause.code === ESSENTIAL && task.containers.some(({ lastStatus }) => lastStatus === 'RUNNING')) {
    task.order.report(task, newsOf(task, cause))
    signal(world, task)
    return
  }
  task.executionStoppedAt = nowOf(world)
  for (const container of task.containers) end(container, container.lastStatus === 'RUNNING' ? SIGTERM : undefined)
  task.order.report(task, newsOf(task, cause))
  windDown(world, task)
}

/** What ECS makes of a task that ended: interruptions are no failures, and exits may be overlooked. */
function newsOf({ order }: Task, { code }: StopCause): TaskNews {
  if (code === 'SpotInterruption') return 'interrupted'
  const { outcome } = order.fate
  return outcome.kind === 'exit' && outcome.overlooked === true ? 'exited' : 'failed'
}

/** One container ends; an essential one takes the task with it. */
function exit(world: World, task: Task, ending: Ending): void {
  end(ending.container, ending.code)
  if (ending.reason !== undefined) ending.container.reason = ending.reason
  if (!ending.container.definition.essential) return
  fail(world, task, { code: ESSENTIAL, reason: 'Essential container in task exited' })
}

function create(world: World, order: TaskOrder): Task {
  const id = hexadecimalId(world)
  const byte = () => Math.floor(world.ports.random() * 254) + 1
  const task: Task = {
    id,
    arn: arnOf(world, `task/${order.cluster.name}/${id}`),
    order,
    address: `10.0.${byte()}.${byte()}`,
    containers: order.taskDefinition.containers.map((definition) => ({
      definition,
      arn: arnOf(world, `container/${order.cluster.name}/${id}/${hexadecimalId(world)}`),
      runtimeId: `${id}-${decimal(world)}`,
      lastStatus: 'PENDING',
      healthStatus: 'UNKNOWN',
    })),
    lastStatus: 'PROVISIONING',
    desiredStatus: 'RUNNING',
    healthy: false,
    unhealthy: false,
    createdAt: nowOf(world),
    turn: 0,
  }
  world.tasks.set(task.arn, task)
  world.tags.set(task.arn, fieldsListOf(order.shown, 'tags'))
  return task
}

function pull(world: World, task: Task): void {
  task.lastStatus = 'PENDING'
  task.pullStartedAt = nowOf(world)
  const { outcome, container } = task.order.fate
  if (outcome.kind === 'stuck') return
  later(world, task, timings(world).pending, () => {
    if (outcome.kind === 'initialization-error')
      return fail(world, task, { code: 'TaskFailedToStart', reason: outcome.reason })
    if (outcome.kind === 'cannot-start') {
      const culprit = task.containers.find(({ definition }) => definition === container)
      if (culprit !== undefined) culprit.reason = outcome.reason
      return fail(world, task, {
        code: 'TaskFailedToStart',
        reason: outcome.stoppedReason ?? usual(task, outcome.reason),
      })
    }
    activate(world, task)
  })
}

/** Fargate repeats the container's reason, the EC2 agent does not. */
function usual(task: Task, reason: string): string {
  return task.order.launchType === 'EC2' ? 'Task failed to start' : reason
}

/** Pulled; the network and the service registries are attached now. */
function activate(world: World, task: Task): void {
  task.lastStatus = 'ACTIVATING'
  task.pullStoppedAt = nowOf(world)
  later(world, task, timings(world).activating, () => run(world, task))
}

function run(world: World, task: Task): void {
  task.lastStatus = 'RUNNING'
  task.startedAt = nowOf(world)
  for (const container of task.containers) container.lastStatus = 'RUNNING'
  task.order.report(task, 'running')
  meetFate(world, task)
  startHealthChecks(world, task, (seconds, action) => later(world, task, seconds, action))
}

function meetFate(world: World, task: Task): void {
  const { outcome } = task.order.fate
  beginConduct(world, task, {
    plan: (seconds, action) => later(world, task, { exactly: seconds }, action),
    exit: (ending) => exit(world, task, ending),
  })
  if (outcome.kind === 'interrupted') {
    const cause = { code: 'SpotInterruption', reason: 'Your Spot Task was interrupted.' }
    later(world, task, { exactly: outcome.after }, () => fail(world, task, cause))
  }
}

function signal(world: World, task: Task): void {
  task.lastStatus = 'STOPPING'
  const usual = milliseconds(world, timings(world).stopping) / 1000
  const plan = (seconds: number, action: () => void) => later(world, task, { exactly: seconds }, action)
  const seconds = terminate(world, task, { plan, usual })
  later(world, task, { exactly: seconds }, () => {
    task.executionStoppedAt = nowOf(world)
    windDown(world, task)
  })
}

function windDown(world: World, task: Task): void {
  task.lastStatus = 'DEPROVISIONING'
  for (const container of task.containers) end(container, undefined)
  later(world, task, timings(world).deprovisioning, () => {
    task.lastStatus = 'STOPPED' satisfies TaskStatus
    task.stoppedAt = nowOf(world)
    task.order.report(task, 'gone')
    world.ports.time.after(REMEMBERED * 1000, () => forget(world, task))
  })
}

function forget(world: World, task: Task): void {
  world.tasks.delete(task.arn)
  world.tags.delete(task.arn)
}

/** From here on the task is on its way out: nothing that was planned for it happens. */
function turn(world: World, task: Task, cause: StopCause): void {
  task.turn += 1
  task.desiredStatus = 'STOPPED'
  task.healthy = false
  task.stopCode = cause.code
  task.stoppedReason = cause.reason
  task.stoppingAt = nowOf(world)
}

function drainTargets(world: World, task: Task): void {
  for (const target of task.order.targets) {
    if (target.state === 'gone') continue
    Object.assign(target, {
      state: 'draining',
      reason: 'Target.DeregistrationInProgress',
      description: 'Target deregistration is in progress',
    })
    world.ports.time.after((target.group.deregistrationDelay ?? 300) * 1000, () => {
      target.state = 'gone'
    })
  }
}

/** Seconds that vary by the scenario's jitter, or exactly so many. */
type Delay = number | { readonly exactly: number }

function later(world: World, task: Task, delay: Delay, action: () => void): void {
  const { turn: planned } = task
  world.ports.time.after(milliseconds(world, delay), () => {
    if (task.turn === planned) action()
  })
}

function milliseconds(world: World, delay: Delay): number {
  if (typeof delay !== 'number') return Math.round(delay.exactly * 1000)
  return Math.round(delay * 1000 * (1 + timings(world).jitter * (2 * world.ports.random() - 1)))
}

function timings(world: World) {
  return world.ports.scenario.timings
}

function decimal(world: World): string {
  return String(Math.floor(world.ports.random() * 1e10)).padStart(10, '0')
}

import type { Evidence } from '../model/diagnosis.ts'
import { type Container, shortName, type Task } from '../model/ecs.ts'

/** What a stopped task says about itself, the container's own words first. */
export function readTask(task: Task): readonly Evidence[] {
  const id = taskId(task)
  const at = task.stoppedAt ?? task.stoppingAt
  const common = { task: id, ...(at === undefined ? {} : { at: at.getTime() }) }
  const containers = (task.containers ?? []).flatMap((container) =>
    readContainer(container).map((one) => ({ ...one, ...common })),
  )
  if (task.stoppedReason === undefined) return containers
  const stopCode = task.stopCode === undefined ? {} : { stopCode: task.stopCode }
  return [...containers, { source: 'stoppedReason', message: task.stoppedReason, ...stopCode, ...common }]
}

/** Whether the scheduler or a person ended the task for reasons of their own: a scale-in is no failure. */
export function isScaledIn(task: Task): boolean {
  return task.stopCode === 'UserInitiated' || /^Scaling activity initiated by/i.test(task.stoppedReason ?? '')
}

/** Whether the task ended because of what it is, and not because somebody, its host or the deployment ended it. */
export function diedByItself({ stopCode, stoppedReason = '' }: Task): boolean {
  switch (stopCode) {
    case 'UserInitiated':
    case 'SpotInterruption':
    case 'TerminationNotice':
    case 'InfrastructureHealth':
      return false
    case 'ServiceSchedulerInitiated':
      return failedCheck.test(stoppedReason)
    default:
      return !endedFromOutside.test(stoppedReason)
  }
}

/** The one reason for which the scheduler stops a task that is the task's own doing. */
const failedCheck = /health ?checks?|unhealthy/i

/** Hosts that go, scale-ins, maintenance, people: agents do not always send the stop code. */
const endedFromOutside =
  /^Scaling activity initiated by|\bHost EC2 \(?instance|container instance .{0,60}(?:deregist|terminat|drain|stopp)|deregistration forced|Spot (?:Task|Instance)|undergoing maintenance|performing maintenance|(?:stopped|requested) by (?:the |a )?user/i

/** Containers whose log may tell something, worst first: those that failed, else all that ran. */
export function failedContainers(task: Task): readonly Container[] {
  // Without an exit code the process never ran and wrote nothing.
  const ran = (task.containers ?? []).filter((container) => container.exitCode !== undefined)
  const failed = ran.filter((container) => container.exitCode !== 0 || container.healthStatus === 'UNHEALTHY')
  return failed.length === 0 ? ran : failed
}

/** Id of a task: the last part of its ARN. */
export function taskId(task: Task): string {
  return shortName(task.taskArn ?? '')
}

function readContainer(container: Container): readonly Evidence[] {
  const named = container.name === undefined ? {} : { container: container.name }
  const { exitCode, reason } = container
  const evidence: Evidence[] = []
  if (reason !== undefined && reason !== '') evidence.push({ source: 'containerReason', message: reason, ...named })
  if (container.healthStatus === 'UNHEALTHY') evidence.push({ source: 'health', message: 'UNHEALTHY', ...named })
  if (exitCode !== undefined && exitCode !== 0) {
    evidence.push({
      source: 'exitCode',
      message: `container ${container.name ?? ''} exited with code ${exitCode}`,
      exitCode,
      ...named,
    })
  }
  return evidence
}

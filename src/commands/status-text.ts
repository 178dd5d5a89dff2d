import { type Deployment, type Service, shortName, type TaskSet } from '../model/ecs.ts'

/** What `status` shows besides the service itself. */
export interface StatusDetails {
  /** Lines that follow the deployments: auto scaling, target groups, failures. */
  readonly sections: readonly string[]
  /** How many events. */
  readonly events: number
}

/** The layout of ecspresso's status (specification 5.1 B2), times in UTC. */
export function describeStatus(service: Service, { sections, events }: StatusDetails): string {
  const { status = 'ACTIVE', deployments = [], taskSets = [] } = service
  const lines = [
    `Service: ${service.serviceName ?? ''}`,
    `Cluster: ${shortName(service.clusterArn ?? '')}`,
    ...(status === 'ACTIVE' ? [] : [`Status: ${status}`]),
    `TaskDefinition: ${shortName(service.taskDefinition ?? '')}`,
    ...section('Deployments:', deployments.map(describeDeployment)),
    ...section('TaskSets:', taskSets.map(describeTaskSet)),
    ...sections,
    'Events:',
    ...(service.events ?? []).slice(0, Math.max(0, events)).toReversed().map(describeEvent),
  ]
  return `${lines.join('\n')}\n`
}

/** A heading with its lines; nothing where there are none. */
export function section(heading: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [heading, ...lines]
}

/** `api:2: 1 of 2 tasks running` for each deployment or task set. */
export function describeCounts(service: Service): string {
  const { deployments = [], taskSets = [], taskDefinition = '' } = service
  if (service.status === 'DRAINING') {
    return `the service is being deleted (DRAINING), tasks still running: ${service.runningCount ?? 0}`
  }
  const counts = [
    ...deployments.map((one) => [one.taskDefinition, one.runningCount, one.desiredCount] as const),
    ...taskSets.map((one) => [one.taskDefinition, one.runningCount, one.computedDesiredCount] as const),
  ].map(([name = '', running = 0, desired = 0]) => `${shortName(name)}: ${running} of ${desired} tasks running`)
  return counts.join('; ') || `${shortName(taskDefinition)}: no deployment`
}

function describeDeployment(deployment: Deployment): string {
  const { status: state = '', taskDefinition = '', rolloutState = '', rolloutStateReason = '' } = deployment
  const { desiredCount = 0, pendingCount = 0, runningCount = 0 } = deployment
  const counts = `desired:${desiredCount} pending:${pendingCount} running:${runningCount}`
  // CODE_DEPLOY and EXTERNAL services have no rollout state.
  const rollout = rolloutState === '' ? '' : ` ${rolloutState}(${rolloutStateReason})`
  return `  ${state.padStart(8)} ${shortName(taskDefinition)} ${counts}${rollout}`
}

function describeTaskSet(taskSet: TaskSet): string {
  const { status: state = '', taskDefinition = '', stabilityStatus = '' } = taskSet
  const { computedDesiredCount = 0, pendingCount = 0, runningCount = 0 } = taskSet
  const counts = `desired:${computedDesiredCount} pending:${pendingCount} running:${runningCount}`
  return `  ${state.padStart(8)} ${shortName(taskDefinition)} ${counts} ${stabilityStatus}`
}

function describeEvent({ createdAt, message = '' }: NonNullable<Service['events']>[number]): string {
  return `${formatEventTime(createdAt)} ${message}`
}

/** `2026/01/15 09:00:00`, UTC, as ecspresso writes the times of events. */
export function formatEventTime(at: Date | undefined): string {
  return at?.toISOString().slice(0, 19).replaceAll('-', '/').replace('T', ' ') ?? ''
}

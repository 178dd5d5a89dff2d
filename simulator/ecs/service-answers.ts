import type { Fields } from '../call.ts'
import { breakerThreshold, countRevisions, pendingCount, runningCount, wanted } from './deployments.ts'
import { fieldsListOf, fieldsOf, flagOf, pick, textOf, textsOf } from './input.ts'
import { isUnderWay } from './ladder.ts'
import type { Deployment, Revision, Service, ServiceDeployment, Task } from './model.ts'
import { tasksOf, type World } from './world.ts'

/** A service as CreateService, UpdateService and DescribeServices show it. */
export function describeService(world: World, service: Service): Fields {
  const tasks = tasksOf(world, service)
  const settings = service.revision?.settings ?? {}
  const ours = service.controller === 'ECS'
  return {
    serviceArn: service.arn,
    serviceName: service.name,
    clusterArn: service.cluster.arn,
    status: service.status,
    desiredCount: service.desiredCount,
    runningCount: runningCount(tasks),
    pendingCount: pendingCount(tasks),
    loadBalancers: fieldsListOf(settings, 'loadBalancers'),
    serviceRegistries: fieldsListOf(settings, 'serviceRegistries'),
    ...pick(settings, [
      'launchType',
      'capacityProviderStrategy',
      'platformVersion',
      'platformFamily',
      'networkConfiguration',
    ]),
    ...(service.revision !== undefined && { taskDefinition: service.revision.taskDefinition.arn }),
    ...service.attributes,
    deployments: ours ? service.deployments.map((deployment) => describeDeployment(service, deployment, tasks)) : [],
    ...(!ours && { taskSets: taskSetsOf(service, tasks) }),
    events: service.events.map((event) => ({ ...event })),
    createdAt: service.createdAt,
    createdBy: service.createdBy,
    deploymentController: { type: service.controller },
    ...(ours && currentOf(world, service)),
  }
}

/** Revisions with tasks, and the one that is wanted although it has none yet. */
function currentOf(world: World, service: Service): Fields {
  if (service.current === undefined || service.status === 'INACTIVE') return {}
  const { sources, target } = countRevisions(world, service.current)
  const running = [target, ...sources].filter((summary) => summary['arn'] === service.revision?.arn || alive(summary))
  const unique = running.filter((summary, index) => running.findIndex(({ arn }) => arn === summary['arn']) === index)
  return { currentServiceDeployment: service.current.arn, currentServiceRevisions: unique }
}

function alive(summary: Fields): boolean {
  return Number(summary['runningTaskCount']) + Number(summary['pendingTaskCount']) > 0
}

function describeDeployment(service: Service, deployment: Deployment, all: readonly Task[]): Fields {
  const tasks = all.filter(({ order }) => order.deployment === deployment)
  const { settings, taskDefinition } = deployment.revision
  return {
    id: deployment.id,
    status: deployment.status,
    taskDefinition: taskDefinition.arn,
    desiredCount: deployment.status === 'PRIMARY' ? service.desiredCount : wanted(tasks),
    pendingCount: pendingCount(tasks),
    runningCount: runningCount(tasks),
    failedTasks: deployment.failedTasks,
    createdAt: deployment.createdAt,
    updatedAt: deployment.updatedAt,
    ...pick(settings, [
      'launchType',
      'capacityProviderStrategy',
      'platformVersion',
      'platformFamily',
      'networkConfiguration',
      'serviceConnectConfiguration',
      'volumeConfigurations',
      'vpcLatticeConfigurations',
    ]),
    rolloutState: deployment.rolloutState,
    rolloutStateReason: deployment.rolloutStateReason,
  }
}

/** Under CODE_DEPLOY a service has task sets instead of deployments. */
function taskSetsOf(service: Service, tasks: readonly Task[]): Fields[] {
  return service.deployments.map(({ id, revision, createdAt, updatedAt }) => ({
    id,
    taskSetArn: service.arn.replace(':service/', ':task-set/').concat('/', id),
    serviceArn: service.arn,
    clusterArn: service.cluster.arn,
    status: 'PRIMARY',
    taskDefinition: revision.taskDefinition.arn,
    computedDesiredCount: service.desiredCount,
    pendingCount: pendingCount(tasks),
    runningCount: runningCount(tasks),
    createdAt,
    updatedAt,
    scale: { value: 100, unit: 'PERCENT' },
    stabilityStatus: service.steady ? 'STEADY_STATE' : 'STABILIZING',
    loadBalancers: fieldsListOf(revision.settings, 'loadBalancers'),
  }))
}

/** A service deployment as DescribeServiceDeployments shows it. */
export function describeServiceDeployment(world: World, deployment: ServiceDeployment): Fields {
  const { service, configuration } = deployment
  const { sources, target } = deployment.ended ?? countRevisions(world, deployment)
  return {
    serviceDeploymentArn: deployment.arn,
    serviceArn: service.arn,
    clusterArn: service.cluster.arn,
    ...pick(
      { ...instants(deployment), statusReason: deployment.statusReason, rollback: deployment.rollback },
      OPTIONAL,
    ),
    createdAt: deployment.createdAt,
    updatedAt: deployment.updatedAt,
    sourceServiceRevisions: sources,
    targetServiceRevision: target,
    status: deployment.status,
    ...(isUnderWay(deployment) && { lifecycleStage: stageOf(deployment, sources) }),
    deploymentConfiguration: configuration,
    deploymentCircuitBreaker: breakerOf(deployment),
    alarms: alarmsOf(deployment),
  }
}

const OPTIONAL = ['startedAt', 'finishedAt', 'stoppedAt', 'statusReason', 'rollback']

function instants({ startedAt, finishedAt, stoppedAt }: ServiceDeployment): Fields {
  return { startedAt, finishedAt, stoppedAt }
}

/** ROLLING has no traffic to shift: it scales up until only old tasks remain to be cleaned up. */
function stageOf({ status, deployment }: ServiceDeployment, sources: readonly Fields[]): string {
  if (status === 'PENDING') return 'RECONCILE_SERVICE'
  const old = sources.filter(({ arn }) => arn !== deployment.revision.arn)
  return old.some((summary) => Number(summary['requestedTaskCount']) > 0) ? 'SCALE_UP' : 'CLEAN_UP'
}

/** `MONITORING` while it may still trigger, `MONITORING_COMPLETE` when it did not. */
function monitor(deployment: ServiceDeployment, enabled: boolean, triggered: boolean): string {
  if (!enabled) return 'DISABLED'
  if (triggered) return 'TRIGGERED'
  return isUnderWay(deployment) ? 'MONITORING' : 'MONITORING_COMPLETE'
}

function breakerOf(deployment: ServiceDeployment): Fields {
  const breaker = fieldsOf(deployment.configuration, 'deploymentCircuitBreaker')
  const threshold = breakerThreshold(deployment.configuration, deployment.service.desiredCount)
  const failed = deployment.breakerTriggered ? threshold : deployment.deployment.failures
  return {
    status: monitor(deployment, flagOf(breaker, 'enable') === true, deployment.breakerTriggered),
    failureCount: isUnderWay(deployment) || deployment.breakerTriggered ? failed : 0,
    threshold,
  }
}

function alarmsOf(deployment: ServiceDeployment): Fields {
  const alarms = fieldsOf(deployment.configuration, 'alarms')
  const triggered = deployment.triggeredAlarms
  return {
    status: monitor(deployment, flagOf(alarms, 'enable') === true, triggered.length > 0),
    alarmNames: textsOf(alarms, 'alarmNames'),
    ...(triggered.length > 0 && { triggeredAlarmNames: [...triggered] }),
  }
}

/** A service deployment as ListServiceDeployments shows it. */
export function summariseServiceDeployment(deployment: ServiceDeployment): Fields {
  return {
    serviceDeploymentArn: deployment.arn,
    serviceArn: deployment.service.arn,
    clusterArn: deployment.service.cluster.arn,
    createdAt: deployment.createdAt,
    ...pick({ ...instants(deployment), statusReason: deployment.statusReason }, [
      'startedAt',
      'finishedAt',
      'statusReason',
    ]),
    targetServiceRevisionArn: deployment.target.arn,
    status: deployment.status,
  }
}

/** A service revision as DescribeServiceRevisions shows it. */
export function describeRevision(service: Service, revision: Revision): Fields {
  return {
    serviceRevisionArn: revision.arn,
    serviceArn: service.arn,
    clusterArn: service.cluster.arn,
    taskDefinition: revision.taskDefinition.arn,
    ...revision.settings,
    containerImages: revision.taskDefinition.containers.map(({ name, image }) => ({ containerName: name, image })),
    guardDutyEnabled: false,
    createdAt: revision.createdAt,
    ...(textOf(revision.settings, 'platformVersion') === 'LATEST' && { platformVersion: '1.4.0' }),
  }
}

import type { Fields } from '../call.ts'
import { fieldsListOf, fieldsOf, flagOf, pick, textsOf } from './input.ts'
import type { Container, Task } from './model.ts'
import { healthStatus } from './task-health.ts'

const INSTANTS = [
  'pullStartedAt',
  'pullStoppedAt',
  'startedAt',
  'stoppingAt',
  'executionStoppedAt',
  'stoppedAt',
] as const

/** A task as DescribeTasks, RunTask and StopTask show it. */
export function describeTask(task: Task): Fields {
  const { order } = task
  const { taskDefinition, shown } = order
  const overrides = fieldsOf(shown, 'overrides')
  return {
    taskArn: task.arn,
    clusterArn: order.cluster.arn,
    taskDefinitionArn: taskDefinition.arn,
    group: order.group,
    ...(order.startedBy !== undefined && { startedBy: order.startedBy }),
    ...pick(shown, ['capacityProviderName', 'platformVersion', 'platformFamily']),
    launchType: order.launchType,
    ...(order.instance !== undefined && { containerInstanceArn: order.instance.arn }),
    availabilityZone: zoneOf(task),
    lastStatus: task.lastStatus,
    desiredStatus: task.desiredStatus,
    healthStatus: healthStatus(task),
    ...(task.startedAt !== undefined && { connectivity: 'CONNECTED', connectivityAt: task.pullStartedAt }),
    createdAt: task.createdAt,
    ...Object.fromEntries(INSTANTS.filter((key) => task[key] !== undefined).map((key) => [key, task[key]])),
    ...(task.stopCode !== undefined && { stopCode: task.stopCode, stoppedReason: task.stoppedReason }),
    cpu: String(taskDefinition.cpu),
    memory: String(taskDefinition.memory),
    enableExecuteCommand: flagOf(shown, 'enableExecuteCommand') ?? false,
    attachments: taskDefinition.networkMode === 'awsvpc' ? [interfaceOf(task)] : [],
    attributes: [{ name: 'ecs.cpu-architecture', value: 'x86_64' }],
    containers: task.containers.map((container) => describeContainer(task, container)),
    overrides: {
      inferenceAcceleratorOverrides: [],
      containerOverrides: containerOverrides(task, overrides),
      ...rest(overrides),
    },
    tags: [],
    version: task.turn + 1,
  }
}

function containerOverrides(task: Task, overrides: Fields): Fields[] {
  const given = fieldsListOf(overrides, 'containerOverrides')
  return task.containers.map(
    ({ definition }) => given.find(({ name }) => name === definition.name) ?? { name: definition.name },
  )
}

function rest({ containerOverrides: _, ...others }: Fields): Fields {
  return others
}

function describeContainer(task: Task, container: Container): Fields {
  const { definition } = container
  return {
    containerArn: container.arn,
    taskArn: task.arn,
    name: definition.name,
    image: definition.image,
    lastStatus: container.lastStatus,
    healthStatus:
      definition.hasHealthCheck || container.healthStatus === 'UNHEALTHY' ? container.healthStatus : 'UNKNOWN',
    ...(task.startedAt !== undefined && { runtimeId: container.runtimeId }),
    ...(container.exitCode !== undefined && { exitCode: container.exitCode }),
    ...(container.reason !== undefined && { reason: container.reason }),
    cpu: String(definition.cpu),
    ...(definition.memory > 0 && { memory: String(definition.memory) }),
    networkBindings: [],
    networkInterfaces:
      task.order.taskDefinition.networkMode === 'awsvpc'
        ? [{ attachmentId: attachmentId(task), privateIpv4Address: task.address }]
        : [],
  }
}

function attachmentId(task: Task): string {
  return `${task.id.slice(0, 8)}-${task.id.slice(8, 12)}-4${task.id.slice(13, 16)}-a${task.id.slice(17, 20)}-${task.id.slice(20)}`
}

function interfaceOf(task: Task): Fields {
  const subnets = textsOf(
    fieldsOf(fieldsOf(task.order.shown, 'networkConfiguration'), 'awsvpcConfiguration'),
    'subnets',
  )
  return {
    id: attachmentId(task),
    type: 'ElasticNetworkInterface',
    status: attachmentStatus(task),
    details: [
      { name: 'subnetId', value: subnets[0] ?? '' },
      { name: 'networkInterfaceId', value: `eni-0${task.id.slice(0, 16)}` },
      { name: 'privateIPv4Address', value: task.address },
    ],
  }
}

function attachmentStatus({ lastStatus }: Task): string {
  if (lastStatus === 'PROVISIONING') return 'PRECREATED'
  return lastStatus === 'STOPPED' || lastStatus === 'DEPROVISIONING' ? 'DELETED' : 'ATTACHED'
}

/** The zone that a task's address decides. */
function zoneOf({ arn, address }: Task): string {
  const [, , , region = ''] = arn.split(':')
  return `${region}${Number(address.split('.')[3]) % 2 === 0 ? 'a' : 'b'}`
}

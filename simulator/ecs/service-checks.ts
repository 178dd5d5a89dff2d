import type { Fields } from '../call.ts'
import { targetGroupArn } from '../scenario.ts'
import { choiceOf, fieldsListOf, fieldsOf, invalid, numberOf, textOf, textsOf } from './input.ts'
import type { Cluster, TaskDefinition } from './model.ts'
import type { World } from './world.ts'

/** What a service is to be, before it is. */
export interface ServiceDraft {
  readonly cluster: Cluster
  readonly taskDefinition: TaskDefinition
  /** The members of the request over those that the service has. */
  readonly settings: Fields
}

/** Refuses what CreateService and UpdateService refuse. Throws InvalidParameterException. */
export function checkService(world: World, draft: ServiceDraft): void {
  checkWords(draft.settings)
  checkCapacity(draft)
  checkNetwork(draft)
  checkPercentages(fieldsOf(draft.settings, 'deploymentConfiguration'))
  const balancers = fieldsListOf(draft.settings, 'loadBalancers')
  for (const balancer of balancers) checkBalancer(world, draft, balancer)
  if (balancers.length === 0 && numberOf(draft.settings, 'healthCheckGracePeriodSeconds'))
    throw invalid('Health check grace period is only valid for services configured to use load balancers')
}

function checkWords(settings: Fields): void {
  choiceOf(settings, 'launchType', ['EC2', 'FARGATE', 'EXTERNAL', 'MANAGED_INSTANCES'])
  choiceOf(settings, 'schedulingStrategy', ['REPLICA', 'DAEMON'])
  choiceOf(settings, 'propagateTags', ['TASK_DEFINITION', 'SERVICE', 'NONE'])
  choiceOf(fieldsOf(settings, 'deploymentController'), 'type', ['ECS', 'CODE_DEPLOY', 'EXTERNAL'])
  choiceOf(fieldsOf(settings, 'deploymentConfiguration'), 'strategy', ['ROLLING', 'BLUE_GREEN', 'LINEAR', 'CANARY'])
}

function checkCapacity({ cluster, taskDefinition, settings }: ServiceDraft): void {
  const launchType = textOf(settings, 'launchType')
  const strategy = fieldsListOf(settings, 'capacityProviderStrategy')
  if (launchType !== undefined && strategy.length > 0)
    throw invalid('Specify either Launch Type or Capacity Provider Strategy, but not both.')
  const known = ['FARGATE', 'FARGATE_SPOT', ...textsOf(cluster.settings, 'capacityProviders')]
  const unknown = strategy.map((item) => textOf(item, 'capacityProvider') ?? '').find((name) => !known.includes(name))
  if (unknown !== undefined)
    throw invalid(
      `The specified capacity provider '${unknown}' was not found. Specify a valid name or ARN and try again.`,
    )
  if (launchType !== undefined && !taskDefinition.compatibilities.includes(launchType))
    throw invalid(`Task definition does not support launch_type ${launchType}.`)
}

function checkNetwork({ taskDefinition, settings }: ServiceDraft): void {
  const network = fieldsOf(fieldsOf(settings, 'networkConfiguration'), 'awsvpcConfiguration')
  const given = settings['networkConfiguration'] !== undefined
  if (taskDefinition.networkMode === 'awsvpc' && !given)
    throw invalid("Network Configuration must be provided when networkMode 'awsvpc' is specified.")
  if (taskDefinition.networkMode !== 'awsvpc' && given)
    throw invalid('Network Configuration is not valid for the given networkMode of this task definition.')
  if (given && textsOf(network, 'subnets').length === 0) throw invalid('subnets can not be empty.')
  choiceOf(network, 'assignPublicIp', ['ENABLED', 'DISABLED'])
}

function checkPercentages(configuration: Fields): void {
  const maximum = numberOf(configuration, 'maximumPercent') ?? 200
  const minimum = numberOf(configuration, 'minimumHealthyPercent') ?? 100
  if (maximum === 100 && minimum === 100)
    throw invalid('Both maximumPercent and minimumHealthyPercent cannot be 100 as this will block deployments.')
  if (maximum < minimum) throw invalid('maximumPercent cannot be less than minimumHealthyPercent.')
}

/** Existing group, used by a listener, of the right target type; container and port of the task definition. */
function checkBalancer(world: World, { taskDefinition }: ServiceDraft, balancer: Fields): void {
  const arn = textOf(balancer, 'targetGroupArn')
  const group = world.ports.scenario.targetGroups.find((known) => targetGroupArn(world.ports, known) === arn)
  if (arn !== undefined && group === undefined)
    throw invalid(`The target group with targetGroupArn ${arn} does not exist.`)
  if (group?.unattached)
    throw invalid(`The target group with targetGroupArn ${arn} does not have an associated load balancer.`)
  if (group?.targetType === 'instance' && taskDefinition.networkMode === 'awsvpc')
    throw invalid(
      `The provided target group ${arn} has target type instance, which is incompatible with the awsvpc network mode specified in the task definition.`,
    )
  const name = textOf(balancer, 'containerName')
  if (!name) throw invalid('Container Name can not be blank.')
  const container = taskDefinition.containers.find((candidate) => candidate.name === name)
  if (container === undefined) throw invalid(`The container ${name} does not exist in the task definition.`)
  const port = numberOf(balancer, 'containerPort')
  if (port === undefined || !container.ports.includes(port))
    throw invalid(`The container ${name} did not have a container port ${port} defined.`)
}

import { ApiError, type Call, type Fields, type Operations } from '../call.ts'
import { createRevision, openDeployment } from './deployments.ts'
import {
  choiceOf,
  fieldsListOf,
  fieldsOf,
  flagOf,
  invalid,
  numberOf,
  requiredText,
  same,
  textOf,
  textsOf,
} from './input.ts'
import type { Cluster, Service } from './model.ts'
import { page } from './paging.ts'
import { abandon } from './rollout.ts'
import { describeService } from './service-answers.ts'
import { checkService } from './service-checks.ts'
import { attributesIn, revisionSettingsIn } from './service-settings.ts'
import { updateService } from './service-update.ts'
import { readTags, tagsFor } from './tags.ts'
import {
  arnOf,
  findCluster,
  findService,
  findTaskDefinition,
  lookUpService,
  nameIn,
  nowOf,
  type World,
} from './world.ts'

/** The operations on services. */
export function serviceOperations(world: World): Operations {
  return {
    CreateService: (input, call) => {
      const service = createService(world, input, call)
      return { service: { ...describeService(world, service), tags: world.tags.get(service.arn) ?? [] } }
    },
    UpdateService: (input) => ({ service: describeService(world, updateService(world, input)) }),
    DeleteService: (input) => ({ service: describeService(world, deleteService(world, input)) }),
    DescribeServices: (input) => describeServices(world, input),
    ListServices: (input) => listServices(world, input),
  }
}

/** Makes a service and opens its first deployment. */
export function createService(world: World, input: Fields, call: Pick<Call, 'principal'>): Service {
  const cluster = findCluster(world, textOf(input, 'cluster'))
  if (cluster.status !== 'ACTIVE')
    throw new ApiError('ClusterNotFoundException', 'The referenced cluster was inactive.')
  const existing = checkName(world, cluster, input)
  if (existing !== undefined) return existing
  const controller =
    choiceOf(fieldsOf(input, 'deploymentController'), 'type', ['ECS', 'CODE_DEPLOY', 'EXTERNAL']) ?? 'ECS'
  const wants =
    controller === 'EXTERNAL' && input['taskDefinition'] === undefined
      ? undefined
      : requiredText(input, 'taskDefinition')
  const taskDefinition = wants === undefined ? undefined : findTaskDefinition(world, wants)
  const settings = withCapacity(cluster, input)
  if (taskDefinition !== undefined)
    checkService(world, { cluster, taskDefinition, settings: { ...input, ...settings } })
  const tags = readTags(input)
  const name = requiredText(input, 'serviceName')
  const service: Service = {
    ...blankService(world, cluster, name),
    desiredCount: desiredCount(cluster, input),
    attributes: initialAttributes(input),
    createdBy: call.principal,
    controller,
    created: input,
  }
  world.services.push(service)
  world.tags.set(service.arn, tags)
  if (taskDefinition !== undefined)
    openDeployment(world, service, createRevision(world, service, { taskDefinition, settings }))
  world.wake(service)
  return service
}

/** The same request again gets the service that there is; another one is refused. */
function checkName(world: World, cluster: Cluster, input: Fields): Service | undefined {
  const name = requiredText(input, 'serviceName')
  if (!/^[a-zA-Z0-9_-]{1,255}$/.test(name)) throw invalid('Service name contains invalid characters.')
  const existing = lookUpService(world, cluster, name)
  if (existing?.status === 'DRAINING') throw invalid('Unable to Start a service that is still Draining.')
  if (existing?.status !== 'ACTIVE') return undefined
  if (!same(existing.created, input)) throw invalid('Creation of service was not idempotent.')
  return existing
}

function blankService(world: World, cluster: Cluster, name: string) {
  return {
    arn: arnOf(world, `service/${cluster.name}/${name}`),
    name,
    cluster,
    status: 'ACTIVE' as const,
    revision: undefined,
    createdAt: nowOf(world),
    deployments: [],
    events: [],
    current: undefined,
    steady: false,
    holdUntil: 0,
    healthySince: undefined,
    replacing: 0,
    complainedAt: 0,
  }
}

function desiredCount(cluster: Cluster, input: Fields): number {
  const given = numberOf(input, 'desiredCount')
  if (textOf(input, 'schedulingStrategy') === 'DAEMON') {
    if (given !== undefined)
      throw invalid(
        'The daemon scheduling strategy does not support a desired count for services. Remove a value from the desired count parameter and try again.',
      )
    return cluster.instances.length
  }
  if (given === undefined) throw invalid('Desired count must be specified when the scheduling strategy is REPLICA.')
  if (given < 0) throw invalid('Desired count can not be negative.')
  return given
}

/** Without launch type and strategy the cluster's default strategy counts, else EC2. */
function withCapacity(cluster: Cluster, input: Fields): Fields {
  const settings = revisionSettingsIn(input)
  if (settings['launchType'] !== undefined || settings['capacityProviderStrategy'] !== undefined)
    return withPlatform(settings)
  const usual = fieldsListOf(cluster.settings, 'defaultCapacityProviderStrategy')
  return withPlatform({
    ...settings,
    ...(usual.length > 0 ? { capacityProviderStrategy: usual } : { launchType: 'EC2' }),
  })
}

function withPlatform(settings: Fields): Fields {
  const [provider] = fieldsListOf(settings, 'capacityProviderStrategy')
  const fargate = settings['launchType'] === 'FARGATE' || String(provider?.['capacityProvider']).startsWith('FARGATE')
  return fargate ? { platformVersion: 'LATEST', platformFamily: 'Linux', ...settings } : settings
}

function initialAttributes(input: Fields): Fields {
  const usual = {
    schedulingStrategy: input['schedulingStrategy'] ?? 'REPLICA',
    placementConstraints: [],
    placementStrategy: [],
    enableECSManagedTags: false,
    propagateTags: 'NONE',
    enableExecuteCommand: false,
    availabilityZoneRebalancing: 'ENABLED',
    ...(fieldsListOf(input, 'loadBalancers').length > 0 && { healthCheckGracePeriodSeconds: 0 }),
    ...(input['role'] !== undefined && { roleArn: input['role'] }),
  }
  return attributesIn(input, usual)
}

function deleteService(world: World, input: Fields): Service {
  const service = findService(world, findCluster(world, textOf(input, 'cluster')), requiredText(input, 'service'))
  if (service.status === 'INACTIVE') throw new ApiError('ServiceNotActiveException', 'Service was not ACTIVE.')
  if (service.desiredCount > 0 && flagOf(input, 'force') !== true)
    throw invalid('The service cannot be stopped while it is scaled above 0.')
  service.status = 'DRAINING'
  abandon(world, service)
  service.desiredCount = 0
  service.steady = false
  world.wake(service)
  return service
}

function describeServices(world: World, input: Fields): Fields {
  const cluster = findCluster(world, textOf(input, 'cluster'))
  const names = textsOf(input, 'services')
  if (names.length === 0) throw invalid('Services cannot be empty.')
  if (names.length > 10) throw invalid('Services cannot be greater than 10.')
  const found = [...new Set(names)].map((name) => ({ name, service: lookUpService(world, cluster, name) }))
  return {
    services: found.flatMap(({ service }) =>
      service === undefined ? [] : [{ ...describeService(world, service), ...tagsFor(world, input, service.arn) }],
    ),
    failures: found
      .filter(({ service }) => service === undefined)
      .map(({ name }) => ({ arn: arnOf(world, `service/${cluster.name}/${nameIn(name)}`), reason: 'MISSING' })),
  }
}

function listServices(world: World, input: Fields): Fields {
  const cluster = findCluster(world, textOf(input, 'cluster'))
  const launchType = textOf(input, 'launchType')
  const strategy = textOf(input, 'schedulingStrategy')
  const services = world.services.filter(
    (service) =>
      service.cluster === cluster &&
      service.status !== 'INACTIVE' &&
      (launchType === undefined || service.revision?.settings['launchType'] === launchType) &&
      (strategy === undefined || service.attributes['schedulingStrategy'] === strategy),
  )
  const { items, more } = page(input, services, { usual: 10, most: 100 })
  return { serviceArns: items.map(({ arn }) => arn), ...more }
}

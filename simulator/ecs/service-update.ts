import { ApiError, type Fields } from '../call.ts'
import { createRevision, openDeployment } from './deployments.ts'
import { flagOf, invalid, numberOf, requiredText, textOf } from './input.ts'
import type { Revision, Service } from './model.ts'
import { checkService } from './service-checks.ts'
import { attributesIn, differ, revisionSettingsIn } from './service-settings.ts'
import { findCluster, findService, findTaskDefinition, type World } from './world.ts'

/** What another deployment controller owns, and how UpdateService calls it. */
const NOT_OURS: Readonly<Record<string, string>> = {
  taskDefinition: 'task definition',
  networkConfiguration: 'network parameters',
  loadBalancers: 'load balancers',
  platformVersion: 'platform version',
  capacityProviderStrategy: 'capacity provider strategy',
  serviceRegistries: 'service registries',
}

/**
 * UpdateService. A new deployment begins only when what a service revision holds changes, or `forceNewDeployment` is
 * set; counts, grace period, deployment configuration, tags and placement change in place.
 */
export function updateService(world: World, input: Fields): Service {
  const service = findService(world, findCluster(world, textOf(input, 'cluster')), requiredText(input, 'service'))
  if (service.status !== 'ACTIVE') throw new ApiError('ServiceNotActiveException', 'Service was not ACTIVE.')
  checkController(service, input)
  const next = nextRevision(world, service, input)
  const desired = checkDesired(service, input)
  service.attributes = attributesIn(input, service.attributes)
  if (desired !== undefined && desired !== service.desiredCount) {
    service.desiredCount = desired
    service.steady = false
  }
  if (next !== undefined) openDeployment(world, service, createRevision(world, service, next))
  world.wake(service)
  return service
}

function checkController(service: Service, input: Fields): void {
  if (service.controller === 'ECS') return
  const tail = `on services with a ${service.controller} deployment controller.${
    service.controller === 'CODE_DEPLOY' ? ' Use AWS CodeDeploy to trigger a new deployment.' : ''
  }`
  if (flagOf(input, 'forceNewDeployment') === true) throw invalid(`Cannot force a new deployment ${tail}`)
  const member = Object.keys(NOT_OURS).find((key) => input[key] !== undefined)
  if (member !== undefined) throw invalid(`Unable to update ${NOT_OURS[member]} ${tail}`)
}

function nextRevision(
  world: World,
  service: Service,
  input: Fields,
): Pick<Revision, 'taskDefinition' | 'settings'> | undefined {
  const { revision } = service
  if (revision === undefined) return undefined
  const reference = textOf(input, 'taskDefinition')
  const taskDefinition = reference === undefined ? revision.taskDefinition : findTaskDefinition(world, reference)
  const settings = merge(revision.settings, revisionSettingsIn(input))
  checkService(world, {
    cluster: service.cluster,
    taskDefinition,
    settings: { ...attributesIn(input, service.attributes), ...settings },
  })
  const changed = taskDefinition !== revision.taskDefinition || differ(settings, revision.settings)
  const forced = flagOf(input, 'forceNewDeployment') === true
  if (changed && !forced && changesCapacity(settings, revision.settings))
    throw invalid(
      'When switching from launch type to capacity provider strategy on an existing service, or making a change to a capacity provider strategy on a service that is already using one, you must force a new deployment.',
    )
  return changed || forced ? { taskDefinition, settings } : undefined
}

/** A strategy takes the place of the launch type. */
function merge(old: Fields, given: Fields): Fields {
  const { launchType, ...rest } = old
  const keeps = given['capacityProviderStrategy'] === undefined && launchType !== undefined
  return { ...rest, ...(keeps && { launchType }), ...given }
}

function changesCapacity(left: Fields, right: Fields): boolean {
  const only = ({ capacityProviderStrategy, launchType }: Fields): Fields => ({ capacityProviderStrategy, launchType })
  return differ(only(left), only(right))
}

function checkDesired(service: Service, input: Fields): number | undefined {
  const desired = numberOf(input, 'desiredCount')
  if (desired === undefined) return undefined
  if (service.attributes['schedulingStrategy'] === 'DAEMON')
    throw invalid(
      'The daemon scheduling strategy does not support a desired count for services. Remove a value from the desired count parameter and try again.',
    )
  if (desired < 0 || !Number.isInteger(desired)) throw invalid('Desired count can not be negative.')
  return desired
}

import { AwsError, UserError } from '../errors.ts'
import type { Definition } from '../model/definition.ts'
import { parseTaskDefinitionName, type Service } from '../model/ecs.ts'
import { textAt } from '../model/json.ts'
import type { EcsPort, RegisteredTaskDefinition } from '../model/ports.ts'
import { type Project, serviceName } from '../model/project.ts'
import { booleanFlag, type Context, requireService } from './context.ts'

/** The service as it is now; undefined where there is none: never created, or deleted (INACTIVE). */
export async function readService(ecs: EcsPort, project: Project): Promise<Service | undefined> {
  const service = await lookUpService(ecs, project)
  return service?.status === 'INACTIVE' ? undefined : service
}

/** The same; AWS shows a deleted service for a while. */
async function lookUpService(ecs: EcsPort, project: Project): Promise<Service | undefined> {
  const name = serviceName(project.config)
  return name && ecs.describeService(name).catch((error: unknown) => refuseCluster(error, project))
}

/** AWS says that there is no such cluster, and neither which nor who wrote it. */
function refuseCluster(error: unknown, { config }: Project): never {
  if (!(error instanceof AwsError) || error.code !== 'ClusterNotFoundException') throw error
  throw new UserError(`the cluster ${config.cluster} does not exist in ${config.region || 'this region'}`, {
    hint: 'check the name, the region and the account',
    location: config.locate('cluster'),
    category: 'config/reference',
    cause: error,
  })
}

/** The service, which must exist. @throws UserError where it does not */
export async function requireLiveService(context: Context): Promise<Service> {
  const service = await lookUpService(context.aws.ecs, context.project)
  if (service === undefined) return refuseMissingService(context)
  if (service.status !== 'INACTIVE') return service
  const { service: name, cluster } = requireService(context.project)
  throw new UserError(`service ${name} of the cluster ${cluster} is INACTIVE: it was deleted`, {
    hint: '`deploy` creates it anew',
    location: context.project.config.locate('service'),
    category: 'conflict/service-inactive',
  })
}

/** Says that there is no such service: for commands that create none. */
export function refuseMissingService({ project }: Context): never {
  const { service: name, cluster } = requireService(project)
  throw new UserError(`service ${name} is not found in the cluster ${cluster}`, {
    hint: 'check service, cluster, region and account; `deploy` creates a service',
    location: project.config.locate('service'),
    category: 'config/reference',
  })
}

/** The service definition, where the config has one and a service. */
export async function readServiceDefinition(project: Project): Promise<Definition | undefined> {
  const { service, serviceDefinition } = project.config
  return service === undefined || serviceDefinition === undefined ? undefined : project.serviceDefinition()
}

/** The service definition, where the line applies it: not with `--no-update-service`. */
export async function readAppliedDefinition(context: Context): Promise<Definition | undefined> {
  return booleanFlag(context, 'update-service', true) ? readServiceDefinition(context.project) : undefined
}

/**
 * What a task definition is compared with: what the service runs, else the newest revision of its family
 * (specification 5.11); undefined where neither exists.
 */
export async function readLiveTaskDefinition(
  ecs: EcsPort,
  service: Service | undefined,
  local: Definition,
): Promise<RegisteredTaskDefinition | undefined> {
  if (service?.taskDefinition !== undefined) return ecs.describeTaskDefinition(service.taskDefinition)
  const family = textAt(local.document, ['family'])
  const [newest] = family === undefined ? [] : await ecs.listTaskDefinitions(family, 1)
  return newest === undefined ? undefined : ecs.describeTaskDefinition(newest)
}

/** The family that a service's task definitions belong to, else that of the file. */
export async function findFamily(project: Project, service: Service | undefined): Promise<string> {
  if (service?.taskDefinition !== undefined) return parseTaskDefinitionName(service.taskDefinition).family
  return findLocalFamily(project)
}

/** The family that the file names. */
export async function findLocalFamily(project: Project): Promise<string> {
  return textAt((await project.taskDefinition()).document, ['family']) ?? ''
}

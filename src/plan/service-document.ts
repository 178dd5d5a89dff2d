import type { Service } from '../model/ecs.ts'
import { type JsonObject, objectsAt, textAt } from '../model/json.ts'
import { onlyKeys, withoutKeys } from './field-rules.ts'
import { toJsonObject } from './plain-json.ts'

/** What DescribeServices answers and no call takes, and what the config decides instead (specification 4.2). */
const serviceOutputs: ReadonlySet<string> = new Set([
  'cluster',
  'clusterArn',
  'createdAt',
  'createdBy',
  'currentServiceDeployment',
  'currentServiceRevisions',
  'deployments',
  'events',
  'pendingCount',
  'platformFamily',
  'resourceManagementType',
  'role',
  'roleArn',
  'runningCount',
  'service',
  'serviceArn',
  'serviceName',
  'status',
  'taskDefinition',
  'taskSets',
])

/** Only CreateService takes them from us (specification 5.3.4). */
export const creationAttributes = ['launchType', 'schedulingStrategy', 'deploymentController'] as const

/** Attributes that open a deployment when they change (API_UpdateService, "triggers a new service deployment"). */
export const deploymentTriggers = [
  'loadBalancers',
  'networkConfiguration',
  'platformVersion',
  'serviceConnectConfiguration',
  'serviceRegistries',
  'volumeConfigurations',
  'vpcLatticeConfigurations',
] as const

/** Where a service has them, DescribeServices answers them with its PRIMARY deployment (specification 4.7). */
const deploymentAttributes = ['serviceConnectConfiguration', 'volumeConfigurations', 'vpcLatticeConfigurations']

/** The document of a service definition without what belongs to the config or to ECS. */
export function definitionDocument(document: JsonObject): JsonObject {
  return withoutKeys(document, serviceOutputs)
}

/** A running service as a service definition would say it. */
export function serviceDocument(service: Service): JsonObject {
  const answer = toJsonObject(service)
  const primary = objectsAt(answer, ['deployments']).find((deployment) => deployment['status'] === 'PRIMARY')
  return definitionDocument({ ...onlyKeys(primary ?? {}, deploymentAttributes), ...answer })
}

/** What kind of service it is; decided once for both sides, so that both are read alike. */
export interface ServiceKind {
  readonly codeDeploy: boolean
  readonly daemon: boolean
  /** ECS itself looks after its deployments and load balancers (Express mode). */
  readonly express: boolean
  readonly fargate: boolean
}

/** The kind of a service from what runs and, where nothing can be read there, from what the file says. */
export function kindOf(remote: Service | undefined, local: JsonObject): ServiceKind {
  const live = remote === undefined ? {} : serviceDocument(remote)
  return {
    codeDeploy: controllerOf(remote, local) === 'CODE_DEPLOY',
    daemon: (textAt(live, ['schedulingStrategy']) ?? textAt(local, ['schedulingStrategy'])) === 'DAEMON',
    express: remote?.resourceManagementType === 'ECS',
    fargate: isFargate(live) || isFargate(local),
  }
}

/** Type of the deployment controller; what runs decides, `ECS` where nobody says (specification 5.1, 6.1). */
export function controllerOf(remote: Service | undefined, local: JsonObject): string {
  if (remote !== undefined) return remote.deploymentController?.type ?? 'ECS'
  return textAt(local, ['deploymentController', 'type']) ?? 'ECS'
}

function isFargate(document: JsonObject): boolean {
  const providers = objectsAt(document, ['capacityProviderStrategy']).map((item) => item['capacityProvider'])
  return document['launchType'] === 'FARGATE' || providers.some((one) => one === 'FARGATE' || one === 'FARGATE_SPOT')
}

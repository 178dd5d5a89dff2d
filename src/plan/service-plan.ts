import { UserError } from '../errors.ts'
import type { Definition } from '../model/definition.ts'
import { type Service, type ServiceName, shortName } from '../model/ecs.ts'
import type { Json, JsonObject } from '../model/json.ts'
import { canonicalise, sameValue } from './canonical.ts'
import { applyRules, onlyKeys, withoutKeys } from './field-rules.ts'
import { alignNamespaces, normaliseService } from './normalise-service.ts'
import { taskDefinitionOutputs } from './normalise-task-definition.ts'
import { fillDefaults, withoutNeedless } from './service-defaults.ts'
import {
  controllerOf,
  creationAttributes,
  definitionDocument,
  deploymentTriggers,
  kindOf,
  type ServiceKind,
  serviceDocument,
} from './service-document.ts'
import { keepManaged, planTags, type TagChange } from './tags.ts'

/** The `--tasks` of a command: a negative number means the definition's count, `unchanged` that of the service. */
export type DesiredCount = number | 'unchanged'

/** What decides about the count of an existing service. */
export interface CountRequest {
  readonly remote: Service
  /** The service definition, where the config has one. */
  readonly local?: Definition | undefined
  readonly desiredCount: DesiredCount
  /** `--update-service`: whether attributes and tags of the definition are applied. */
  readonly updateService: boolean
}

/** What is decided about an existing service. */
export interface UpdateRequest extends CountRequest {
  readonly name: ServiceName
  /** Absent: the service keeps the one it runs. */
  readonly taskDefinitionArn?: string | undefined
  readonly forceNewDeployment: boolean
  readonly ignoreTags: readonly string[]
}

/** The calls that bring a service to what its definition says. */
export interface UpdatePlan {
  /** Input of the one UpdateService. */
  readonly input: JsonObject
  readonly tags: TagChange
  /** Whether `input` holds attributes of the service definition besides its count. */
  readonly changesService: boolean
}

/**
 * The update of an existing service as ecspresso ≥ 2.8.1 makes it: one UpdateService with everything (specification
 * 5.3.3, 5.3.4). Attributes are sent only when one of them differs, and then all that the definition says, lists in
 * their original order; what it leaves out is sent only where the service has something else than the default, so that
 * load balancers, volumes, VPC Lattice and Service Connect that the file no longer names are detached. The count is
 * left out where it would be the service's own.
 *
 * @throws UserError when the service has an external deployment controller.
 */
export function planUpdate(request: UpdateRequest): UpdatePlan {
  const { remote, name } = request
  const written = request.updateService ? request.local?.document : undefined
  const kind = supportedKind(remote, written ?? {})
  const attributes = written === undefined ? {} : differingAttributes(written, remote, kind)
  const input = {
    ...attributes,
    ...optional('taskDefinition', kind.codeDeploy ? undefined : request.taskDefinitionArn),
    ...optional('desiredCount', plannedCount(request)),
    ...optional('forceNewDeployment', request.forceNewDeployment && !kind.codeDeploy ? true : undefined),
    cluster: name.cluster,
    service: name.service,
  }
  return {
    input,
    tags:
      written === undefined
        ? { add: [], remove: [] }
        : planTags(serviceDocument(remote)['tags'], written['tags'], request.ignoreTags),
    changesService: Object.keys(attributes).length > 0,
  }
}

/** The desired count that an update sends; undefined where the service keeps its own (specification 5.1 B7). */
export function plannedCount(request: CountRequest): number | undefined {
  const written = request.updateService ? request.local?.document : undefined
  const { daemon } = supportedKind(request.remote, written ?? {})
  return daemon ? undefined : countOf(request.desiredCount, written)
}

/** What is decided about a service that does not exist. */
export interface CreationRequest {
  readonly name: ServiceName
  readonly local: Definition
  readonly taskDefinitionArn: string
  readonly desiredCount: DesiredCount
  readonly ignoreTags: readonly string[]
}

/**
 * Input of CreateService: the definition as it is written, nothing sorted or assumed (specification 5.4). An explicit
 * REPLICA service without a count begins with 0 tasks.
 *
 * @throws UserError when the definition asks for an external deployment controller.
 */
export function planCreate(request: CreationRequest): JsonObject {
  const { document } = request.local
  const kind = supportedKind(undefined, document)
  const count = kind.daemon ? undefined : countOf(request.desiredCount, document)
  const isReplica = document['schedulingStrategy'] === 'REPLICA'
  return {
    ...withoutKeys(managedDocument(definitionDocument(document), request.ignoreTags), new Set(['desiredCount'])),
    ...optional('desiredCount', count ?? (isReplica ? 0 : undefined)),
    cluster: request.name.cluster,
    serviceName: request.name.service,
    taskDefinition: request.taskDefinitionArn,
  }
}

/** Input of RegisterTaskDefinition: the file without empty lists, ignored tags and members of the describe answer. */
export function registrationInput(document: JsonObject, ignoreTags: readonly string[]): JsonObject {
  return withoutKeys(managedDocument(canonicalise(document), ignoreTags), taskDefinitionOutputs)
}

/**
 * Whether an UpdateService starts a new deployment of `remote`: another task definition, an attribute of which the API
 * page says so, or force. CodeDeploy starts its deployments itself.
 */
export function opensDeployment(input: JsonObject, remote: Service): boolean {
  if (controllerOf(remote, {}) === 'CODE_DEPLOY') return false
  if (input['forceNewDeployment'] === true) return true
  const wanted = input['taskDefinition']
  if (typeof wanted === 'string' && shortName(wanted) !== shortName(remote.taskDefinition ?? '')) return true
  const sides = normaliseService(onlyKeys(input, deploymentTriggers), remote, [])
  const { before = {}, after } = alignNamespaces(sides)
  return deploymentTriggers.some((key) => input[key] !== undefined && !sameValue(before[key], after[key]))
}

/** Attributes that CodeDeploy takes from the AppSpec and UpdateService refuses for its services. */
const codeDeployAttributes = [
  'capacityProviderStrategy',
  'loadBalancers',
  'networkConfiguration',
  'platformVersion',
  'serviceRegistries',
] as const

function differingAttributes(written: JsonObject, remote: Service, kind: ServiceKind): JsonObject {
  const { before, after } = normaliseService(written, remote, [])
  const uncounted = new Set(['desiredCount', 'tags'])
  if (sameValue(before && withoutKeys(before, uncounted), withoutKeys(after, uncounted))) return {}
  const local = definitionDocument(written)
  const wanted = withoutNeedless(fillDefaults(local, kind), local, fillDefaults(serviceDocument(remote), kind))
  return withoutKeys(wanted, new Set([...uncounted, ...creationAttributes, ...refusedAttributes(kind)]))
}

function refusedAttributes({ codeDeploy, daemon, express }: ServiceKind): readonly string[] {
  return [
    ...(codeDeploy ? codeDeployAttributes : []),
    ...(daemon ? ['placementStrategy'] : []),
    ...(express ? ['deploymentConfiguration', 'loadBalancers'] : []),
  ]
}

function supportedKind(remote: Service | undefined, local: JsonObject): ServiceKind {
  const controller = controllerOf(remote, local)
  if (controller === 'EXTERNAL') {
    throw new UserError(`unsupported deployment controller type: ${controller}`, {
      hint: 'Deploy this service through its task sets, or create it with the deployment controller ECS.',
    })
  }
  return kindOf(remote, local)
}

function countOf(option: DesiredCount, local: JsonObject | undefined): number | undefined {
  if (option === 'unchanged') return undefined
  if (option >= 0) return option
  const count = local?.['desiredCount']
  return typeof count === 'number' ? count : undefined
}

function managedDocument(document: JsonObject, ignoreTags: readonly string[]): JsonObject {
  return applyRules(document, { tags: keepManaged(ignoreTags) })
}

function optional(key: string, value: Json | undefined): JsonObject {
  return value === undefined ? {} : { [key]: value }
}

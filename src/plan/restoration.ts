import type { Service, ServiceName } from '../model/ecs.ts'
import { isObject, type Json, type JsonObject } from '../model/json.ts'
import { sameValue } from './canonical.ts'
import { applyRules, onlyKeys } from './field-rules.ts'
import { fillDefaults } from './service-defaults.ts'
import { kindOf, serviceDocument } from './service-document.ts'
import type { TagChange } from './tags.ts'

/** What our update did to a service, and what the service was before. */
export interface UpdateDone {
  readonly name: ServiceName
  readonly before: Service
  /** Input of our UpdateService. */
  readonly sent: JsonObject
  /** Whether auto scaling looks after the desired count: then it is not ours to put back. */
  readonly scalingTarget: boolean
}

/**
 * Attributes that a service revision does not hold (ServiceRevision of the API), so that going back to one leaves them
 * as our update made them.
 */
const outsideRevisions = [
  'availabilityZoneRebalancing',
  'deploymentConfiguration',
  'enableECSManagedTags',
  'enableExecuteCommand',
  'healthCheckGracePeriodSeconds',
  'placementConstraints',
  'placementStrategy',
  'propagateTags',
] as const

/** Attributes that a service revision holds. */
const insideRevisions = [
  'capacityProviderStrategy',
  'loadBalancers',
  'networkConfiguration',
  'platformVersion',
  'serviceConnectConfiguration',
  'serviceRegistries',
  'volumeConfigurations',
  'vpcLatticeConfigurations',
] as const

/** How to say that a service has none of an attribute; what is not named here cannot be taken back. */
const absent: JsonObject = {
  capacityProviderStrategy: [],
  healthCheckGracePeriodSeconds: 0,
  placementConstraints: [],
  placementStrategy: [],
  propagateTags: 'NONE',
  serviceRegistries: [],
}

/** The same for the parts of a deployment configuration. */
const absentParts: JsonObject = {
  alarms: { alarmNames: [], enable: false, rollback: false },
  earlySuccessCriteria: { enable: false },
  lifecycleHooks: [],
}

/**
 * The UpdateService that puts back what our update changed and ECS does not put back when it returns to a service
 * revision; undefined where there is nothing of it. The desired count is put back only if we changed it and nothing
 * scales the service.
 */
export function planRestore(done: UpdateDone): JsonObject | undefined {
  const attributes = { ...previousAttributes(done, outsideRevisions), ...previousCount(done) }
  return Object.keys(attributes).length === 0 ? undefined : { ...named(done.name), ...attributes }
}

/** The UpdateService that goes back to `taskDefinition`, an ARN, with every attribute that our update changed. */
export function planReturn(done: UpdateDone & { readonly taskDefinition: string }): JsonObject {
  return {
    ...named(done.name),
    taskDefinition: done.taskDefinition,
    ...previousAttributes(done, [...insideRevisions, ...outsideRevisions]),
    ...previousCount(done),
  }
}

/** The tag calls that take ours back. */
export function planTagReturn(before: Service, sent: TagChange): TagChange {
  const touched = new Set([...sent.add.map(({ key }) => key), ...sent.remove])
  const old = (before.tags ?? []).filter(({ key }) => touched.has(key))
  const kept = new Set(old.map(({ key }) => key))
  return { add: old, remove: sent.add.flatMap(({ key }) => (key === undefined || kept.has(key) ? [] : [key])) }
}

function previousAttributes({ before, sent }: UpdateDone, attributes: readonly string[]): JsonObject {
  const document = { ...absent, ...fillDefaults(serviceDocument(before), kindOf(before, {})) }
  const changed = attributes.filter((key) => sent[key] !== undefined && !isPart(sent[key], document[key]))
  return applyRules(onlyKeys(document, changed), {
    deploymentConfiguration: (previous) => withAbsentParts(previous, sent['deploymentConfiguration']),
  })
}

// An update leaves out what the service has anyway, so what was sent is compared as a part of what was.
function isPart(sent: Json | undefined, before: Json | undefined): boolean {
  if (!(isObject(sent) && isObject(before))) return sameValue(sent, before)
  return Object.entries(sent).every(([key, value]) => isPart(value, before[key]))
}

function withAbsentParts(previous: Json, sent: Json | undefined): Json {
  if (!(isObject(previous) && isObject(sent))) return previous
  return { ...onlyKeys(absentParts, Object.keys(sent)), ...previous }
}

function previousCount({ before, sent, scalingTarget }: UpdateDone): JsonObject {
  const count = before.desiredCount
  const changed = sent['desiredCount'] !== undefined && sent['desiredCount'] !== count
  return changed && count !== undefined && !scalingTarget ? { desiredCount: count } : {}
}

function named({ cluster, service }: ServiceName): JsonObject {
  return { cluster, service }
}

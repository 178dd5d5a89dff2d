import type { Service } from '../model/ecs.ts'
import { isObject, type JsonObject, textAt } from '../model/json.ts'
import { canonicalise } from './canonical.ts'
import {
  applyRules,
  drop,
  dropZero,
  type FieldRule,
  inEach,
  inside,
  inTurn,
  sortBy,
  sortByText,
  withoutKeys,
} from './field-rules.ts'
import { fillDefaults } from './service-defaults.ts'
import {
  creationAttributes,
  definitionDocument,
  kindOf,
  type ServiceKind,
  serviceDocument,
} from './service-document.ts'
import { keepManaged } from './tags.ts'

/** A service and its definition in the form in which they are equal when they mean the same (specification 5.11). */
export interface NormalisedService {
  /** Absent: nothing runs. */
  readonly before?: JsonObject
  readonly after: JsonObject
}

/**
 * Puts a service definition beside what runs. What only the creation of a service can set is left out, unless nothing
 * runs; the desired count too, where the file does not manage it.
 */
export function normaliseService(
  local: JsonObject,
  remote: Service | undefined,
  ignoreTags: readonly string[],
): NormalisedService {
  const kind = kindOf(remote, local)
  const wanted = definitionDocument(local)
  if (remote === undefined) return { after: normaliseDocument(wanted, serviceRules(kind, ignoreTags)) }
  const rules = serviceRules(kind, ignoreTags)
  const unmanaged = new Set<string>(creationAttributes)
  if (kind.daemon || wanted['desiredCount'] === undefined) unmanaged.add('desiredCount')
  const normalise = (document: JsonObject) =>
    normaliseDocument(withoutKeys(fillDefaults(document, kind), unmanaged), rules)
  return { before: normalise(serviceDocument(remote)), after: normalise(wanted) }
}

/**
 * Gives the Service Connect namespace of `after` the spelling of `before` where one is an ARN and the other a name: ECS
 * answers with the ARN whatever was written, and the ARN does not hold the name.
 */
export function alignNamespaces({ before, after }: NormalisedService): NormalisedService {
  const live = textAt(before, ['serviceConnectConfiguration', 'namespace'])
  const wanted = textAt(after, ['serviceConnectConfiguration', 'namespace'])
  if (before === undefined || live === undefined || wanted === undefined || isArn(live) === isArn(wanted)) {
    return { ...(before === undefined ? {} : { before }), after }
  }
  return { before, after: applyRules(after, { serviceConnectConfiguration: inside({ namespace: () => live }) }) }
}

function isArn(text: string): boolean {
  return text.startsWith('arn:')
}

function normaliseDocument(document: JsonObject, rules: Readonly<Record<string, FieldRule>>): JsonObject {
  return canonicalise(applyRules(canonicalise(document), rules))
}

function serviceRules(kind: ServiceKind, ignoreTags: readonly string[]): Readonly<Record<string, FieldRule>> {
  return {
    capacityProviderStrategy: inEach({ base: dropZero, weight: dropZero }),
    networkConfiguration: inside({ awsvpcConfiguration: inside({ securityGroups: sortByText, subnets: sortByText }) }),
    placementConstraints: sortByText,
    serviceConnectConfiguration: forgetDisabled,
    tags: inTurn(keepManaged(ignoreTags), sortBy('key')),
    volumeConfigurations: sortBy('name'),
    vpcLatticeConfigurations: sortBy('portName'),
    // CodeDeploy swaps the target groups with every deployment.
    ...(kind.codeDeploy ? { loadBalancers: inEach({ targetGroupArn: drop }) } : {}),
    ...(kind.daemon ? { placementStrategy: drop } : {}),
    ...(kind.express ? { deploymentConfiguration: drop, loadBalancers: drop } : {}),
  }
}

// Service Connect that is switched off may keep its namespace; it means nothing.
const forgetDisabled: FieldRule = (value) =>
  isObject(value) && value['enabled'] === false ? { enabled: false } : value

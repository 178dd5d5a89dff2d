import { isList, isObject, type Json, type JsonObject } from '../model/json.ts'
import { sameValue } from './canonical.ts'
import { applyRules, type FieldRule, inside } from './field-rules.ts'
import type { ServiceKind } from './service-document.ts'

/**
 * The document with what ECS or ecspresso assumes where it says nothing (specification 4.5). An absent list that can be
 * detached is empty, an absent Service Connect is switched off (5.3.4, since ecspresso 2.6).
 */
export function fillDefaults(document: JsonObject, kind: ServiceKind): JsonObject {
  const defaults: JsonObject = {
    ...(kind.fargate ? { platformVersion: 'LATEST' } : {}),
    availabilityZoneRebalancing: 'DISABLED',
    deploymentConfiguration: {},
    enableECSManagedTags: false,
    enableExecuteCommand: false,
    loadBalancers: [],
    serviceConnectConfiguration: {},
    volumeConfigurations: [],
    vpcLatticeConfigurations: [],
  }
  return applyRules({ ...defaults, ...document }, fillingRules(kind))
}

/** Members without which the API refuses the object around them. */
const required: ReadonlySet<string> = new Set(['enable', 'enabled', 'rollback'])

/**
 * What of `filled` has to be said to a service that is `live`: a default that the file does not spell out is left away
 * where the service has it anyway. Both `filled` and `live` have their defaults.
 */
export function withoutNeedless(filled: JsonObject, written: JsonObject, live: JsonObject): JsonObject {
  const isNeeded = ([key, value]: [string, Json]) =>
    written[key] !== undefined || required.has(key) || !sameValue(value, live[key])
  return Object.fromEntries(
    Object.entries(filled)
      .filter(isNeeded)
      .map(([key, value]) => [key, needed(value, written[key], live[key])]),
  )
}

// A list replaces the service's list as a whole, and ECS assumes the same defaults in its items as we do.
function needed(filled: Json, written: Json | undefined, live: Json | undefined): Json {
  if (!isObject(filled)) return written ?? filled
  return withoutNeedless(filled, isObject(written) ? written : {}, isObject(live) ? live : {})
}

function fillingRules(kind: ServiceKind): Readonly<Record<string, FieldRule>> {
  return {
    deploymentConfiguration: (value) => (isObject(value) ? fillDeploymentConfiguration(value, kind) : value),
    networkConfiguration: inside({ awsvpcConfiguration: fill({ assignPublicIp: 'DISABLED' }) }),
    serviceConnectConfiguration: fill({ enabled: false }),
  }
}

function fillDeploymentConfiguration(configuration: JsonObject, kind: ServiceKind): JsonObject {
  const percentages = kind.daemon
    ? { maximumPercent: 100, minimumHealthyPercent: 0 }
    : { maximumPercent: 200, minimumHealthyPercent: 100 }
  const defaults = { bakeTimeInMinutes: 0, deploymentCircuitBreaker: {}, strategy: 'ROLLING', ...percentages }
  return applyRules(
    { ...defaults, ...configuration },
    {
      alarms: fill({ enable: false, rollback: false }),
      deploymentCircuitBreaker: fill({
        enable: false,
        resetOnHealthyTask: true,
        rollback: false,
        thresholdConfiguration: { type: 'BOUNDED_PERCENT', value: 50 },
      }),
      earlySuccessCriteria: fill({ healthyPercent: 100, sourceServiceRevisionCleanup: 'BLOCKING' }),
      lifecycleHooks: inEachHook,
    },
  )
}

function fill(defaults: JsonObject): FieldRule {
  return (value) => (isObject(value) ? { ...defaults, ...value } : value)
}

const fillHook = fill({
  targetType: 'AWS_LAMBDA',
  timeoutConfiguration: { action: 'ROLLBACK', timeoutInMinutes: 1440 },
})

const inEachHook: FieldRule = (hooks) =>
  isList(hooks) ? hooks.map(fillHook).filter((hook) => hook !== undefined) : hooks

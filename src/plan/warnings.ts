import type { Change } from '../model/comparison.ts'
import type { Service } from '../model/ecs.ts'
import { type Json, type JsonObject, numberAt, objectsAt, textAt, valueAt } from '../model/json.ts'
import { sameValue } from './canonical.ts'
import type { ComparedDocuments } from './effects.ts'
import { creationAttributes, serviceDocument } from './service-document.ts'

/** What the warnings are read from. */
export interface WarningSources extends ComparedDocuments {
  /** What runs. */
  readonly live: Service | undefined
  /** The service definition as written. */
  readonly written: JsonObject | undefined
}

/** What a reviewer must see before the change is made; a comment shows it outside every fold. */
export function listWarnings(sources: WarningSources): readonly string[] {
  const { service, taskDefinition } = sources
  return [
    ...(service?.before === undefined ? [] : warnOfService(sources, service.before, service.after)),
    ...(taskDefinition?.before === undefined ? [] : warnOfTasks(taskDefinition.before, taskDefinition.after)),
  ]
}

function warnOfService({ live, written, service }: WarningSources, before: JsonObject, after: JsonObject) {
  const changed = (path: string) => service?.changes.some((change) => isWithin(change, path)) ?? false
  return [
    ...warnOfCount(numberAt(after, ['desiredCount']), live),
    ...warnOfBreaker(before, after),
    ...(changed('networkConfiguration') ? ['the network configuration of the service changes'] : []),
    ...warnOfDetached(before, after),
    ...warnOfTags(before, after),
    ...warnOfKept(before, written ?? {}),
    ...(live === undefined ? [] : warnOfFixed(serviceDocument(live), written ?? {})),
  ]
}

function isWithin({ path }: Change, key: string): boolean {
  return path === key || path.startsWith(`${key}.`) || path.startsWith(`${key}[`)
}

function warnOfCount(wanted: number | undefined, live: Service | undefined): readonly string[] {
  if (wanted === undefined || live === undefined) return []
  const { desiredCount = 0, runningCount = 0 } = live
  if (wanted < desiredCount) return [`capacity drops from ${desiredCount} to ${wanted} tasks`]
  if (wanted < runningCount) return [`the desired count ${wanted} is below the ${runningCount} tasks that run now`]
  return []
}

function warnOfBreaker(before: JsonObject, after: JsonObject): readonly string[] {
  const at = (document: JsonObject, key: string) =>
    valueAt(document, ['deploymentConfiguration', 'deploymentCircuitBreaker', key]) === true
  if (at(before, 'enable') && !at(after, 'enable')) return ['the deployment circuit breaker will be switched off']
  if (at(before, 'rollback') && !at(after, 'rollback')) {
    return ['the deployment circuit breaker will no longer roll back']
  }
  return []
}

function warnOfDetached(before: JsonObject, after: JsonObject): readonly string[] {
  const targets = (document: JsonObject) =>
    objectsAt(document, ['loadBalancers']).flatMap((one) => textAt(one, ['targetGroupArn']) ?? [])
  const kept = new Set(targets(after))
  return targets(before)
    .filter((target) => !kept.has(target))
    .map((target) => `the service will be detached from the target group ${target}`)
}

function warnOfTags(before: JsonObject, after: JsonObject): readonly string[] {
  const keys = objectsAt(before, ['tags']).flatMap((tag) => textAt(tag, ['key']) ?? [])
  if (keys.length === 0 || after['tags'] !== undefined) return []
  return [
    `the tags ${keys.join(', ')} will be removed, because the service definition has none; ` +
      'to keep them, write them down or name them under ignore.tags',
  ]
}

/** Lists that stay when the file leaves them out; an empty list in the file removes them. */
const keptLists = [
  'capacityProviderStrategy',
  'placementConstraints',
  'placementStrategy',
  'serviceRegistries',
] as const

function warnOfKept(before: JsonObject, written: JsonObject): readonly string[] {
  return keptLists
    .filter((key) => before[key] !== undefined && (written[key] ?? null) === null)
    .map((key) => `${key} is not removed by leaving it out; only an empty list in the service definition removes it`)
}

function warnOfFixed(live: JsonObject, written: JsonObject): readonly string[] {
  return creationAttributes
    .filter((key) => isSet(written[key]) && !sameValue(written[key], live[key]) && !isDefault(key, written, live))
    .map((key) => `${key} cannot be changed by a deploy: the service keeps ${describeFixed(live[key])}`)
}

function isSet(value: Json | undefined): boolean {
  return value !== undefined && value !== null && value !== ''
}

// DescribeServices leaves the default out.
function isDefault(key: string, written: JsonObject, live: JsonObject): boolean {
  if (live[key] !== undefined) return false
  return ['ECS', 'REPLICA'].includes(textAt(written, [key, 'type']) ?? textAt(written, [key]) ?? '')
}

function describeFixed(value: Json | undefined): string {
  if (value === undefined) return 'what it has'
  return textAt(value, ['type']) ?? (typeof value === 'string' ? value : JSON.stringify(value))
}

function warnOfTasks(before: JsonObject, after: JsonObject): readonly string[] {
  return [
    ...warnOfLess(before, after, ''),
    ...['networkMode', 'taskRoleArn', 'executionRoleArn'].flatMap((key) => warnOfOther(before, after, key)),
    ...objectsAt(before, ['containerDefinitions']).flatMap((container) => warnOfContainer(container, after)),
  ]
}

function warnOfContainer(before: JsonObject, taskDefinition: JsonObject): readonly string[] {
  const name = textAt(before, ['name']) ?? ''
  const after = objectsAt(taskDefinition, ['containerDefinitions']).find((one) => one['name'] === before['name'])
  if (after === undefined) return [`the container ${name} will be removed`]
  return [...warnOfLess(before, after, ` of the container ${name}`), ...warnOfLost(before, after, name)]
}

function warnOfLess(before: JsonObject, after: JsonObject, where: string): readonly string[] {
  return ['cpu', 'memory', 'memoryReservation'].flatMap((key) => {
    const [old, wanted] = [amountOf(before[key]), amountOf(after[key])]
    return wanted < old ? [`${key}${where} drops from ${old} to ${wanted}`] : []
  })
}

// NaN, which is below nothing, where there is no number.
function amountOf(value: Json | undefined): number {
  return typeof value === 'string' || typeof value === 'number' ? Number(value) : Number.NaN
}

function warnOfOther(before: JsonObject, after: JsonObject, key: string): readonly string[] {
  if (sameValue(before[key], after[key])) return []
  const [old, wanted] = [before, after].map((document) => textAt(document, [key]) ?? 'none')
  return [`${key} changes from ${old} to ${wanted}`]
}

// A name that moved from the environment to the secrets, or back, is not lost.
function warnOfLost(before: JsonObject, after: JsonObject, container: string): readonly string[] {
  const names = (document: JsonObject, key: string) =>
    objectsAt(document, [key]).flatMap((item) => textAt(item, ['name']) ?? [])
  const kept = new Set([...names(after, 'environment'), ...names(after, 'secrets')])
  const lost = (key: string, noun: string) =>
    names(before, key)
      .filter((name) => !kept.has(name))
      .map((name) => `the ${noun} ${name} of the container ${container} will be removed`)
  return [...lost('environment', 'environment variable'), ...lost('secrets', 'secret')]
}

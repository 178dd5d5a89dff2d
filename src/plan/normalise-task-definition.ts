import { isObject, type Json, type JsonObject, textAt } from '../model/json.ts'
import type { RegisteredTaskDefinition } from '../model/ports.ts'
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
import { toJsonObject } from './plain-json.ts'
import { keepManaged } from './tags.ts'

/** Members of DescribeTaskDefinition's answer that RegisterTaskDefinition does not take. */
export const taskDefinitionOutputs: ReadonlySet<string> = new Set([
  'compatibilities',
  'deleteRequestedAt',
  'deregisteredAt',
  'registeredAt',
  'registeredBy',
  'requiresAttributes',
  'revision',
  'status',
  'taskDefinitionArn',
])

/** A registered task definition as a definition file would say it: every registrable field, and the tags. */
export function taskDefinitionDocument(registered: RegisteredTaskDefinition): JsonObject {
  const document = withoutKeys(toJsonObject(registered.definition), taskDefinitionOutputs)
  const { tags } = toJsonObject({ tags: registered.tags })
  return tags === undefined ? document : { ...document, tags }
}

/** The form in which two task definitions that mean the same are equal (specification 5.11). */
export function normaliseTaskDefinition(document: JsonObject, ignoreTags: readonly string[]): JsonObject {
  const known = withoutKeys(canonicalise(document), taskDefinitionOutputs)
  return canonicalise(
    applyRules(known, {
      containerDefinitions: inTurn(inEach(containerRules(known)), sortBy('name')),
      cpu: (value) => (typeof value === 'string' ? normaliseCpu(value) : value),
      memory: (value) => (typeof value === 'string' ? normaliseMemory(value) : value),
      placementConstraints: sortByText,
      proxyConfiguration: inside({ properties: sortBy('name') }),
      requiresCompatibilities: sortByText,
      tags: inTurn(keepManaged(ignoreTags), sortBy('key')),
      volumes: inTurn(inEach({ host: dropEmpty }), sortByText),
    }),
  )
}

/** `0.25 vCPU` is `256`; undefined where the number cannot be read (specification 9.1). */
export function normaliseCpu(cpu: string): string | undefined {
  return /vcpu/i.test(cpu) ? multiply(cpu.replace(/vcpu/i, '')) : cpu
}

/** `0.5 GB` is `512`; the unit is case-sensitive (specification 9.1). */
export function normaliseMemory(memory: string): string | undefined {
  return memory.includes('GB') ? multiply(memory.replace('GB', '')) : memory
}

function multiply(text: string): string | undefined {
  const amount = text.trim() === '' ? Number.NaN : Number(text)
  return Number.isFinite(amount) ? String(Math.trunc(amount * 1024)) : undefined
}

function containerRules(taskDefinition: JsonObject): Readonly<Record<string, FieldRule>> {
  const portMappings =
    textAt(taskDefinition, ['networkMode']) === 'awsvpc' ? inTurn(inEachMapping, sortByText) : sortByText
  return {
    cpu: dropZero,
    environment: sortBy('name'),
    secrets: sortBy('name'),
    mountPoints: sortByText,
    portMappings,
    volumesFrom: sortByText,
  }
}

// Under awsvpc a task has an interface of its own: the host's port can only be the container's.
const inEachMapping: FieldRule = (mappings) => (Array.isArray(mappings) ? mappings.map(fillHostPort) : mappings)

function fillHostPort(mapping: Json): Json {
  if (!isObject(mapping) || mapping['containerPort'] === undefined) return mapping
  return { hostPort: mapping['containerPort'], ...mapping }
}

// ECS answers `host: {}` for a volume of which the file says only the name.
const dropEmpty: FieldRule = (host) => (isObject(host) && Object.keys(host).length === 0 ? drop(host) : host)

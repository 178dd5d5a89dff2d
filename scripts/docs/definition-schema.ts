import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import * as sdk from '@aws-sdk/client-ecs'

const exported: ReadonlyMap<string, unknown> = new Map(Object.entries(sdk))

/** Members of the requests that the config or the command line decide: in a service definition they are unknown. */
const decidedElsewhere = ['clientToken', 'cluster', 'forceNewDeployment', 'role', 'service']

/** The SDK has one type for all numbers. These are the API's doubles (pages of the API reference by these names). */
const doubles: ReadonlySet<string> = new Set(['CanaryConfiguration.canaryPercent', 'LinearConfiguration.stepPercent'])

type Members = ReadonlyMap<string, unknown>

/** The text of src/config/schema/tables.ts, read off the schemas and the enums of the SDK. */
export function renderDefinitionSchema(): string {
  const [register, create, update] = ['RegisterTaskDefinition', 'CreateService', 'UpdateService'].map(requestOf)
  const [taskDefinition, service] = [membersOf('TaskDefinition'), membersOf('Service')]
  if (register === undefined || create === undefined || update === undefined) throw new Error('a request is missing')
  const requested = new Map([...create, ...update])
  for (const name of [...decidedElsewhere, 'serviceName', 'taskDefinition']) requested.delete(name)
  const tables = createTables()
  tables.add('TaskDefinitionFile', register)
  tables.add('ServiceFile', requested)
  return [
    '// Written by `npm run docs` from the schemas that @aws-sdk/client-ecs exports (scripts/docs/definition-schema.ts).',
    '',
    '/**',
    ' * Members and types of the shapes that definition files are made of; `[]` is a list, `{}` a map with free keys. The',
    ' * two files are those of RegisterTaskDefinition, and of CreateService and UpdateService.',
    ' */',
    'export const shapes: Readonly<Record<string, Readonly<Record<string, string>>>> = {',
    ...tables.shapes(),
    '}',
    '',
    '/** Values of the enums, as far as they are known: ECS learns new ones. */',
    'export const enums: Readonly<Record<string, string>> = {',
    ...tables.enums(),
    '}',
    '',
    '/** What DescribeTaskDefinition and DescribeServices answer on top of what can be set. */',
    'export const describedKeys: Readonly<Record<string, string>> = {',
    ...lines([
      ['TaskDefinitionFile', without(taskDefinition, register)],
      ['ServiceFile', without(service, requested)],
    ]),
    '}',
    '',
  ].join('\n')
}

/** Collects a shape with all that it leads to. */
function createTables() {
  const found = new Map<string, readonly (readonly [string, string])[]>()
  const named = new Set<string>()
  const types = readMemberTypes()

  function add(shape: string, members: Members): void {
    if (found.has(shape)) return
    // Reserved first: a shape may hold itself.
    found.set(shape, [])
    const rows = [...members].map(
      ([name, type]) => [name, typeOf(type, types.get(`${shape}.${name}`), shape, name)] as const,
    )
    found.set(shape, rows)
  }

  function typeOf(reference: unknown, declared: string | undefined, shape: string, member: string): string {
    const schema = resolve(reference)
    const inner = (item: unknown) => typeOf(item, declared, shape, member)
    if (typeof schema === 'number') {
      if (schema & listOf) return `${inner(schema & ~listOf)}[]`
      if (schema & mapOf) return `${inner(schema & ~mapOf)}{}`
      return scalarOf(schema, declared, `${shape}.${member}`)
    }
    const [kind, , name, , first, second] = schema
    if (kind === 1) return `${inner(first)}[]`
    if (kind === 2) return `${inner(second)}{}`
    // A union (4) is an object of which one member is written.
    if ((kind !== 3 && kind !== 4) || typeof name !== 'string') throw new Error(`no type for ${shape}.${member}`)
    add(name, membersOf(name))
    return name
  }

  function scalarOf(code: number, declared: string | undefined, path: string): string {
    if (code === 0 && declared !== undefined && valuesOf(declared) !== undefined) {
      named.add(declared)
      return declared
    }
    if (code === 1) return doubles.has(path) ? 'number' : 'integer'
    const name = scalars.get(code)
    if (name === undefined) throw new Error(`no type ${code} of ${path}`)
    return name
  }

  return {
    add,
    shapes: () =>
      byName(found).flatMap(([name, rows]) => [`  ${name}: {`, ...lines(rows).map((line) => `  ${line}`), '  },']),
    enums: () => lines([...named].sort().map((name) => [name, (valuesOf(name) ?? []).join(' ')])),
  }
}

// Codes of the schemas of @smithy/core.
const listOf = 64
const mapOf = 128
const scalars: ReadonlyMap<number, string> = new Map([
  [0, 'string'],
  [2, 'boolean'],
  [15, 'json'],
])

/** A code of a scalar, or a schema; members may be wrapped with their traits and are often functions. */
function resolve(reference: unknown): number | readonly unknown[] {
  if (typeof reference === 'function') return resolve(reference())
  if (typeof reference === 'number') return reference
  if (!Array.isArray(reference)) throw new Error(`no schema: ${String(reference)}`)
  if (reference.length === 2) return resolve(reference[0])
  return reference[0] === 0 ? resolve(reference[4]) : reference
}

function requestOf(operation: string): Members {
  return membersOf(`${operation}Request`)
}

function membersOf(shape: string): Members {
  const schema = exported.get(`${shape}$`)
  const [, , , , names, types] = Array.isArray(schema) ? schema : []
  if (!Array.isArray(names) || !Array.isArray(types)) throw new Error(`the SDK exports no ${shape}`)
  return new Map(names.map((name: string, index) => [name, types[index]]))
}

/** The values of an enum of the SDK; undefined where the name is no enum's. */
function valuesOf(name: string): readonly string[] | undefined {
  const constant = exported.get(name)
  if (typeof constant !== 'object' || constant === null || Array.isArray(constant)) return undefined
  const values: unknown[] = Object.values(constant)
  return values.every((value) => typeof value === 'string') ? values.sort() : undefined
}

/** Declared types by `Shape.member`, without the sign of a list: only they tell which texts are enums. */
function readMemberTypes(): ReadonlyMap<string, string> {
  const declarations = ['models_0', 'models_1'].map((name) => {
    const types = `../dist-types/models/${name}.d.ts`
    return readFileSync(fileURLToPath(new URL(types, import.meta.resolve('@aws-sdk/client-ecs'))), 'utf8')
  })
  const code = declarations.join('\n').replaceAll(/\/\*[\s\S]*?\*\//g, '')
  const found = new Map<string, string>()
  for (const [, shape, body = ''] of code.matchAll(/export interface (\w+) \{([^}]*)\}/g)) {
    for (const [, member, type = ''] of body.matchAll(/(\w+)\??: (\w+)(?:\[\])? \| undefined;/g))
      found.set(`${shape}.${member}`, type)
  }
  // A request declares what its file is made of.
  for (const [path, type] of [...found]) {
    found.set(path.replace(/^RegisterTaskDefinitionRequest/, 'TaskDefinitionFile'), type)
    found.set(path.replace(/^(?:Create|Update)ServiceRequest/, 'ServiceFile'), type)
  }
  return found
}

function without(all: Members, others: Members): string {
  return [...all.keys()].filter((name) => !others.has(name)).join(' ')
}

function byName<T>(entries: Iterable<readonly [string, T]>): readonly (readonly [string, T])[] {
  return [...entries].sort(([one], [other]) => (one < other ? -1 : 1))
}

/** Entries as the formatter wants them. */
function lines(entries: readonly (readonly [string, string])[]): readonly string[] {
  return entries.map(([name, text]) => {
    const line = `  ${name}: '${text}',`
    return line.length <= 120 ? line : `  ${name}:\n    '${text}',`
  })
}

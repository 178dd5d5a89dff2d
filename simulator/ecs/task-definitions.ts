import type { Call, Fields, Operations } from '../call.ts'
import {
  choiceOf,
  clientError,
  fieldsListOf,
  fieldsOf,
  flagOf,
  numberOf,
  pick,
  requiredText,
  textOf,
  textsOf,
} from './input.ts'
import type { ContainerDefinition, TaskDefinition } from './model.ts'
import { page } from './paging.ts'
import { readTags, tagsFor } from './tags.ts'
import { CHECKS, type Draft, draftOf } from './task-definition-checks.ts'
import { isFargateSize } from './task-size.ts'
import { arnOf, lookUpTaskDefinition, nowOf, splitReference, type World } from './world.ts'

const KEPT = [
  'family',
  'taskRoleArn',
  'executionRoleArn',
  'networkMode',
  'requiresCompatibilities',
  'runtimePlatform',
  'pidMode',
  'ipcMode',
  'proxyConfiguration',
  'inferenceAccelerators',
  'ephemeralStorage',
  'enableFaultInjection',
] as const

/** Registers the next revision of a family. Throws ClientException with the first thing that is wrong. */
export function register(
  world: World,
  input: Fields,
  by: { principal: string; revision?: number | undefined },
): TaskDefinition {
  const draft = draftOf(input)
  for (const check of CHECKS) {
    const problem = check(draft)
    if (problem) throw clientError(problem)
  }
  const tags = readTags(input)
  const family = requiredText(input, 'family')
  const all = world.families.get(family) ?? []
  const revision = by.revision ?? (all.at(-1)?.revision ?? 0) + 1
  const arn = arnOf(world, `task-definition/${family}:${revision}`)
  const definition = build(draft, { arn, revision, registeredAt: nowOf(world), registeredBy: by.principal })
  world.families.set(family, [...all, definition])
  world.tags.set(arn, tags)
  return definition
}

interface Registration {
  readonly arn: string
  readonly revision: number
  readonly registeredAt: number
  readonly registeredBy: string
}

function build(draft: Draft, { arn, revision, registeredAt, registeredBy }: Registration): TaskDefinition {
  const { input, containers, cpu, memory, networkMode } = draft
  const shown = containers.map((container) => withDefaults(container, networkMode))
  const parsed = shown.map(parseContainer)
  return {
    arn,
    family: textOf(input, 'family') ?? '',
    revision,
    status: 'ACTIVE',
    containers: parsed,
    networkMode,
    compatibilities: compatibilitiesOf(draft),
    cpu: cpu ?? total(parsed, 'cpu'),
    memory: memory ?? total(parsed, 'memory'),
    document: {
      taskDefinitionArn: arn,
      ...pick(input, KEPT),
      containerDefinitions: shown,
      revision,
      volumes: fieldsListOf(input, 'volumes'),
      placementConstraints: fieldsListOf(input, 'placementConstraints'),
      requiresAttributes: requiredAttributes(draft),
      ...(cpu !== undefined && { cpu: String(cpu) }),
      ...(memory !== undefined && { memory: String(memory) }),
      registeredAt,
      registeredBy,
    },
  }
}

function compatibilitiesOf({ networkMode, cpu = 0, memory = 0 }: Draft): string[] {
  if (networkMode !== 'awsvpc') return ['EXTERNAL', 'EC2']
  return isFargateSize(cpu, memory) ? ['EC2', 'FARGATE'] : ['EC2']
}

function withDefaults(container: Fields, networkMode: string): Fields {
  const portMappings = fieldsListOf(container, 'portMappings').map((mapping) => ({
    ...mapping,
    ...(networkMode === 'awsvpc' && mapping['hostPort'] === undefined && { hostPort: mapping['containerPort'] }),
    protocol: mapping['protocol'] ?? 'tcp',
  }))
  const empty = { environment: [], mountPoints: [], volumesFrom: [], systemControls: [] }
  return { cpu: 0, essential: true, ...empty, ...container, portMappings }
}

function parseContainer(container: Fields): ContainerDefinition {
  const log = fieldsOf(container, 'logConfiguration')
  const options = fieldsOf(log, 'options')
  const group = textOf(options, 'awslogs-group')
  return {
    name: textOf(container, 'name') ?? '',
    image: textOf(container, 'image') ?? '',
    essential: flagOf(container, 'essential') ?? true,
    hasHealthCheck: container['healthCheck'] !== undefined,
    cpu: numberOf(container, 'cpu') ?? 0,
    memory: numberOf(container, 'memoryReservation') ?? numberOf(container, 'memory') ?? 0,
    ports: fieldsListOf(container, 'portMappings').flatMap((mapping) => numberOf(mapping, 'containerPort') ?? []),
    stopTimeout: numberOf(container, 'stopTimeout') ?? 30,
    log:
      log['logDriver'] === 'awslogs' && group !== undefined
        ? { group, prefix: textOf(options, 'awslogs-stream-prefix') ?? 'ecs' }
        : undefined,
  }
}

function total(containers: readonly ContainerDefinition[], key: 'cpu' | 'memory'): number {
  return containers.reduce((sum, container) => sum + container[key], 0)
}

function requiredAttributes({ input, containers }: Draft): Fields[] {
  const names = [
    ...(textOf(input, 'networkMode') === 'awsvpc' ? ['ecs.capability.task-eni'] : []),
    ...(input['taskRoleArn'] !== undefined ? ['com.amazonaws.ecs.capability.task-iam-role'] : []),
    ...(containers.some((one) => fieldsOf(one, 'logConfiguration')['logDriver'] === 'awslogs')
      ? ['com.amazonaws.ecs.capability.logging-driver.awslogs']
      : []),
  ]
  return names.map((name) => ({ name }))
}

/** What the API shows of a task definition. */
function describeTaskDefinition(definition: TaskDefinition): Fields {
  return {
    ...definition.document,
    status: definition.status,
    compatibilities: [...definition.compatibilities],
    ...pick({ deregisteredAt: definition.deregisteredAt, deleteRequestedAt: definition.deleteRequestedAt }, [
      'deregisteredAt',
      'deleteRequestedAt',
    ]),
  }
}

/** The operations on task definitions. */
export function taskDefinitionOperations(world: World): Operations {
  return {
    RegisterTaskDefinition: (input, call: Call) => {
      const definition = register(world, input, call)
      const tags = world.tags.get(definition.arn) ?? []
      return { taskDefinition: describeTaskDefinition(definition), ...(tags.length > 0 && { tags }) }
    },
    DescribeTaskDefinition: (input) => {
      const definition = find(world, requiredText(input, 'taskDefinition'))
      return { taskDefinition: describeTaskDefinition(definition), ...tagsFor(world, input, definition.arn) }
    },
    DeregisterTaskDefinition: (input) => {
      const reference = requiredText(input, 'taskDefinition')
      if (splitReference(reference)[1] === undefined) throw clientError('Revision is missing.')
      const definition = find(world, reference)
      if (definition.status === 'ACTIVE') definition.deregisteredAt = nowOf(world)
      if (definition.status === 'ACTIVE') definition.status = 'INACTIVE'
      return { taskDefinition: describeTaskDefinition(definition) }
    },
    DeleteTaskDefinitions: (input) => deleteTaskDefinitions(world, input),
    ListTaskDefinitions: (input) => listTaskDefinitions(world, input),
    ListTaskDefinitionFamilies: (input) => listFamilies(world, input),
  }
}

function find(world: World, reference: string): TaskDefinition {
  const [, revision] = splitReference(reference)
  if (revision !== undefined && !/^\d+$/.test(revision))
    throw clientError(`Invalid revision number. Number: ${revision}`)
  const found = lookUpTaskDefinition(world, reference)
  if (found === undefined) throw clientError('Unable to describe task definition.')
  return found
}

function deleteTaskDefinitions(world: World, input: Fields): Fields {
  const references = textsOf(input, 'taskDefinitions')
  if (references.length === 0 || references.length > 10)
    throw clientError('taskDefinitions must contain 1 to 10 items.')
  const taskDefinitions: Fields[] = []
  const failures: Fields[] = []
  for (const reference of references) {
    if (splitReference(reference)[1] === undefined) throw clientError('Revision is missing.')
    const definition = lookUpTaskDefinition(world, reference)
    const arn = definition?.arn ?? arnOf(world, `task-definition/${splitReference(reference).join(':')}`)
    if (definition === undefined)
      failures.push({
        arn,
        reason:
          'The specified task definition does not exist. Specify a valid account, family, revision and try again.',
      })
    else if (definition.status === 'ACTIVE')
      failures.push({
        arn,
        reason: 'The specified task definition is still in ACTIVE status. Please deregister the target and try again.',
      })
    else {
      definition.status = 'DELETE_IN_PROGRESS'
      definition.deleteRequestedAt = nowOf(world)
      taskDefinitions.push(describeTaskDefinition(definition))
    }
  }
  return { taskDefinitions, failures }
}

/** Families in the order of their names, revisions in the order of their numbers; `familyPrefix` is the whole name. */
function listTaskDefinitions(world: World, input: Fields): Fields {
  const family = textOf(input, 'familyPrefix')
  const status = choiceOf(input, 'status', ['ACTIVE', 'INACTIVE', 'DELETE_IN_PROGRESS']) ?? 'ACTIVE'
  const descending = choiceOf(input, 'sort', ['ASC', 'DESC']) === 'DESC'
  const all = [...world.families.keys()]
    .filter((name) => family === undefined || name === family)
    .sort()
    .flatMap((name) => world.families.get(name) ?? [])
    .filter((definition) => definition.status === status)
  const { items, more } = page(input, descending ? all.reverse() : all, { usual: 100, most: 100 })
  return { taskDefinitionArns: items.map(({ arn }) => arn), ...more }
}

function listFamilies(world: World, input: Fields): Fields {
  const prefix = textOf(input, 'familyPrefix') ?? ''
  const status = choiceOf(input, 'status', ['ACTIVE', 'INACTIVE', 'ALL']) ?? 'ALL'
  const families = [...world.families.entries()]
    .filter(([name, all]) => {
      const active = all.some((definition) => definition.status === 'ACTIVE')
      return name.startsWith(prefix) && (status === 'ALL' || active === (status === 'ACTIVE'))
    })
    .map(([name]) => name)
    .sort()
  const { items, more } = page(input, families, { usual: 100, most: 100 })
  return { families: items, ...more }
}

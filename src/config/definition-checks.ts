import type { JsonPath } from '../model/json.ts'
import { describeTree, memberOf, type Tree } from './tree.ts'

/** A value of the wrong type. */
export interface TypeMistake {
  readonly path: JsonPath
  readonly message: string
  readonly hint: string
  readonly offset: number
}

type ScalarType = 'string' | 'number' | 'boolean'

interface TypeRule {
  /** Keys from the root; `*` goes through the items of a list. */
  readonly path: readonly string[]
  readonly type: ScalarType
}

function rules(type: ScalarType, paths: readonly string[]): readonly TypeRule[] {
  return paths.map((path) => ({ path: path.split('.'), type }))
}

/** Types that people mix up most; a container's sizes are numbers, the task's are texts. */
const taskRules: readonly TypeRule[] = [
  ...rules('string', [
    'family',
    'cpu',
    'memory',
    'containerDefinitions.*.name',
    'containerDefinitions.*.image',
    'containerDefinitions.*.environment.*.name',
    'containerDefinitions.*.environment.*.value',
    'containerDefinitions.*.secrets.*.name',
    'containerDefinitions.*.secrets.*.valueFrom',
    'containerDefinitions.*.command.*',
    'containerDefinitions.*.entryPoint.*',
    'tags.*.key',
    'tags.*.value',
  ]),
  ...rules('number', [
    'containerDefinitions.*.cpu',
    'containerDefinitions.*.memory',
    'containerDefinitions.*.memoryReservation',
    'containerDefinitions.*.portMappings.*.containerPort',
    'containerDefinitions.*.portMappings.*.hostPort',
    'containerDefinitions.*.startTimeout',
    'containerDefinitions.*.stopTimeout',
    'ephemeralStorage.sizeInGiB',
  ]),
  ...rules('boolean', ['containerDefinitions.*.essential', 'containerDefinitions.*.readonlyRootFilesystem']),
]

const serviceRules: readonly TypeRule[] = [
  ...rules('string', [
    'launchType',
    'platformVersion',
    'loadBalancers.*.containerName',
    'loadBalancers.*.targetGroupArn',
    'tags.*.key',
    'tags.*.value',
  ]),
  ...rules('number', [
    'desiredCount',
    'healthCheckGracePeriodSeconds',
    'deploymentConfiguration.maximumPercent',
    'deploymentConfiguration.minimumHealthyPercent',
    'loadBalancers.*.containerPort',
  ]),
  ...rules('boolean', ['enableECSManagedTags', 'enableExecuteCommand']),
]

/** The first value whose type ECS would not take; undefined when none is found. */
export function findTypeMistake(tree: Tree, kind: 'service' | 'task'): TypeMistake | undefined {
  const found = (kind === 'task' ? taskRules : serviceRules).flatMap((rule) => mistakesOf(tree, rule))
  return found.reduce<TypeMistake | undefined>(
    (first, mistake) => (first === undefined || mistake.offset < first.offset ? mistake : first),
    undefined,
  )
}

function mistakesOf(tree: Tree, rule: TypeRule): readonly TypeMistake[] {
  return valuesAt(tree, rule.path, []).flatMap(({ value, path }) => {
    if (value.kind === 'scalar' && (value.value === null || typeof value.value === rule.type)) return []
    const key = path.findLast((step) => typeof step === 'string') ?? ''
    return [
      { path, offset: value.offset, message: describeMistake(value, rule.type), hint: fixOf(value, rule.type, key) },
    ]
  })
}

interface PlacedValue {
  readonly value: Tree
  readonly path: JsonPath
}

function valuesAt(tree: Tree, [step, ...rest]: readonly string[], path: JsonPath): readonly PlacedValue[] {
  if (step === undefined) return [{ value: tree, path }]
  if (step === '*') {
    const items = tree.kind === 'list' ? tree.items : []
    return items.flatMap((item, index) => valuesAt(item, rest, [...path, index]))
  }
  const member = memberOf(tree, step)
  return member === undefined ? [] : valuesAt(member.value, rest, [...path, step])
}

function describeMistake(value: Tree, type: ScalarType): string {
  return `must be a ${type}, found ${describeTree(value)}`
}

function fixOf(value: Tree, type: ScalarType, key: string | number): string {
  if (value.kind !== 'scalar') return `write a ${type}`
  if (type === 'string') return `put it in quotes: "${key}": ${JSON.stringify(String(value.value))}`
  const isPlain = typeof value.value === 'string' && isLiteral(value.value, type)
  return isPlain ? `remove the quotes: "${key}": ${value.value}` : `write a ${type}`
}

function isLiteral(text: string, type: ScalarType): boolean {
  return type === 'number' ? /^-?\d+$/.test(text) : text === 'true' || text === 'false'
}

import type { Fields } from '../call.ts'
import { fieldsListOf, fieldsOf, flagOf, numberOf, textOf, textsOf } from './input.ts'
import { isFargateSize, readCpu, readMemory } from './task-size.ts'

/** What RegisterTaskDefinition is asked to keep, with what the checks need of it. */
export interface Draft {
  readonly input: Fields
  readonly containers: readonly Fields[]
  readonly fargate: boolean
  readonly networkMode: string
  /** CPU units and MiB of the whole task; NaN when unreadable. */
  readonly cpu: number | undefined
  readonly memory: number | undefined
}

/** Reads what the checks need. */
export function draftOf(input: Fields): Draft {
  const cpu = textOf(input, 'cpu')
  const memory = textOf(input, 'memory')
  const fargate = textsOf(input, 'requiresCompatibilities').includes('FARGATE')
  return {
    input,
    containers: fieldsListOf(input, 'containerDefinitions'),
    fargate,
    networkMode: textOf(input, 'networkMode') ?? 'bridge',
    cpu: cpu === undefined ? undefined : readCpu(cpu),
    memory: memory === undefined ? undefined : readMemory(memory),
  }
}

type Check = (draft: Draft) => string | false | undefined

/** A check of each container; `name` is for the message. */
function ofEach(check: (container: Fields, draft: Draft, name: string) => string | false | undefined): Check {
  return (draft) =>
    draft.containers.map((container) => check(container, draft, textOf(container, 'name') ?? '')).find(Boolean)
}

const NAME = /^[a-zA-Z0-9_-]{1,255}$/
const IMAGE = /^[a-zA-Z0-9\-_:/.#@]+$/
const DRIVERS = ['json-file', 'syslog', 'journald', 'gelf', 'fluentd', 'awslogs', 'splunk', 'awsfirelens']
const FARGATE_DRIVERS = ['awslogs', 'splunk', 'awsfirelens']
const CONDITIONS = ['START', 'COMPLETE', 'SUCCESS', 'HEALTHY']

/**
 * Why RegisterTaskDefinition refuses a draft with ClientException, first reason first; the sentences are the API's
 * where they are known.
 */
export const CHECKS: readonly Check[] = [
  ({ input }) => !textOf(input, 'family') && 'Family can not be blank.',
  ({ input }) => !NAME.test(textOf(input, 'family') ?? '') && 'Family contains invalid characters.',
  ({ containers }) => containers.length === 0 && 'Container list cannot be empty.',
  ({ containers }) => containers.length > 10 && 'Container list cannot contain more than 10 containers.',
  ofEach((_, __, name) => name === '' && 'Container.name should not be null or empty.'),
  ofEach((_, __, name) => !NAME.test(name) && 'Container.name contains invalid characters.'),
  ofEach((container) => !textOf(container, 'image') && 'Container.image should not be null or empty.'),
  ofEach(
    (container) => !IMAGE.test(textOf(container, 'image') ?? '') && 'Container.image contains invalid characters.',
  ),
  ({ containers }) => hasTwice(containers.map((one) => textOf(one, 'name'))) && 'Container names must be unique.',
  ({ containers }) =>
    containers.every((one) => flagOf(one, 'essential') === false) &&
    'Invalid container definitions: at least one container must be essential.',
  ({ input }) => unknownWord(input, 'networkMode', ['bridge', 'host', 'awsvpc', 'none']),
  ({ input }) =>
    textsOf(input, 'requiresCompatibilities')
      .map((value) => unknownWord({ value }, 'value', ['EC2', 'FARGATE', 'EXTERNAL', 'MANAGED_INSTANCES']))
      .find(Boolean),
  ({ cpu, memory }) =>
    (Number.isNaN(cpu) || Number.isNaN(memory)) && "Invalid setting: 'cpu' and 'memory' of the task must be numbers.",
  ({ fargate, networkMode }) => fargate && networkMode !== 'awsvpc' && 'Fargate only supports network mode ‘awsvpc’.',
  ({ fargate, cpu }) => fargate && cpu === undefined && "Fargate requires that 'cpu' be defined at the task level.",
  ({ fargate, memory }) =>
    fargate && memory === undefined && "Fargate requires that 'memory' be defined at the task level.",
  ({ fargate, cpu = 0, memory = 0 }) =>
    fargate &&
    !isFargateSize(cpu, memory) &&
    `No Fargate configuration exists for given values: ${cpu} CPU, ${memory} memory. See the Amazon ECS documentation for the valid values.`,
  ofEach(
    (container, { memory }, name) =>
      memory === undefined &&
      numberOf(container, 'memory') === undefined &&
      numberOf(container, 'memoryReservation') === undefined &&
      `Invalid setting for container '${name}'. At least one of 'memory' or 'memoryReservation' must be specified.`,
  ),
  ofEach(
    (container, _, name) =>
      (numberOf(container, 'memory') ?? Number.POSITIVE_INFINITY) < (numberOf(container, 'memoryReservation') ?? 0) &&
      `Invalid setting for container '${name}'. 'memory' must be greater than 'memoryReservation'.`,
  ),
  ({ containers, cpu }) =>
    cpu !== undefined &&
    sum(containers, 'cpu') > cpu &&
    "The sum of all container 'cpu' values cannot be greater than the value of the task 'cpu'.",
  ofEach(
    (container, { memory }, name) =>
      memory !== undefined &&
      (numberOf(container, 'memory') ?? 0) > memory &&
      `Invalid setting for container '${name}'. The container 'memory' cannot be greater than the value of the task 'memory'.`,
  ),
  ofEach((container, draft) => badPort(container, draft)),
  ofEach(
    (container, { networkMode }) =>
      networkMode === 'awsvpc' &&
      container['hostname'] !== undefined &&
      'hostname is not supported on container when networkMode=awsvpc.',
  ),
  ofEach(
    (container, { networkMode }) =>
      networkMode === 'awsvpc' &&
      textsOf(container, 'links').length > 0 &&
      'Links are not supported when networkMode=awsvpc.',
  ),
  ({ input, fargate }) =>
    fargate &&
    textOf(input, 'pidMode') === 'host' &&
    "Tasks using the Fargate launch type do not support pidMode 'host'. The supported value for pidMode is 'task'.",
  ofEach(
    (container, { fargate }) =>
      fargate &&
      flagOf(container, 'privileged') === true &&
      'Tasks using the Fargate launch type do not support privileged containers.',
  ),
  ({ input }) => badRole(textOf(input, 'executionRoleArn')) || badRole(textOf(input, 'taskRoleArn')),
  ofEach((container, draft) => badLogging(container, draft)),
  ofEach((container, draft) => badSecrets(container, draft)),
  ofEach(
    (container, { fargate, input }) =>
      fargate &&
      !textOf(input, 'executionRoleArn') &&
      /\.dkr\.ecr\.[a-z0-9-]+\.amazonaws\.com/.test(textOf(container, 'image') ?? '') &&
      'Fargate requires task definition to have execution role ARN to support ECR images.',
  ),
  ofEach((container, draft) => badMount(container, draft)),
  ofEach((container, draft, name) => badDependency(container, draft, name)),
  ({ containers }) => hasCycle(containers) && 'Container dependencies contain a cycle.',
  ({ input }) => Array.isArray(input['tags']) && input['tags'].length === 0 && 'Tags can not be empty.',
]

function badPort(container: Fields, { networkMode }: Draft): string | undefined {
  const bad = `Invalid 'containerPort' setting for container '${textOf(container, 'name')}'.`
  return fieldsListOf(container, 'portMappings')
    .map((mapping) => badMapping(mapping, networkMode, bad))
    .find(Boolean)
}

function badMapping(mapping: Fields, networkMode: string, bad: string): string | undefined {
  const port = numberOf(mapping, 'containerPort')
  if (port === undefined && textOf(mapping, 'containerPortRange') === undefined) return bad
  if (port !== undefined && (port < 0 || port > 65535)) return bad
  if (networkMode === 'awsvpc' && (numberOf(mapping, 'hostPort') ?? port) !== port)
    return 'When networkMode=awsvpc, the host ports and container ports in port mappings must match.'
  return unknownWord(mapping, 'protocol', ['tcp', 'udp'])
}

function badLogging(container: Fields, { fargate, input }: Draft): string | undefined {
  const configuration = fieldsOf(container, 'logConfiguration')
  const driver = textOf(configuration, 'logDriver')
  if (driver === undefined) return undefined
  if (!DRIVERS.includes(driver)) return unknownWord(configuration, 'logDriver', DRIVERS)
  if (fargate && !FARGATE_DRIVERS.includes(driver)) return `Log driver ${driver} is not supported by Fargate.`
  if (driver !== 'awslogs') return undefined
  const options = fieldsOf(configuration, 'options')
  const needed = ['awslogs-region', 'awslogs-group', ...(fargate ? ['awslogs-stream-prefix'] : [])]
  const missing = needed.filter((option) => !options[option])
  if (missing.length > 0) return `Log driver awslogs requires options: ${missing.join(', ')}`
  if (fargate && !textOf(input, 'executionRoleArn'))
    return 'Fargate requires task definition to have execution role ARN to support log driver awslogs.'
  return undefined
}

function badSecrets(container: Fields, { input }: Draft): string | undefined {
  const secrets = fieldsListOf(container, 'secrets')
  if (secrets.length > 0 && !textOf(input, 'executionRoleArn'))
    return "When you are specifying container secrets, you must also specify a value for 'executionRoleArn'."
  const names = fieldsListOf(container, 'environment').map((entry) => textOf(entry, 'name'))
  for (const secret of secrets) {
    const name = textOf(secret, 'name')
    if (!textOf(secret, 'valueFrom')) return 'Secret valueFrom can not be blank.'
    if (names.includes(name))
      return `The secret name must be unique and not shared with any new or existing environment variables set on the container, such as '${name}'.`
    names.push(name)
  }
  return undefined
}

function badMount(container: Fields, { input }: Draft): string | undefined {
  const volumes = fieldsListOf(input, 'volumes').map((volume) => textOf(volume, 'name'))
  const mounts = fieldsListOf(container, 'mountPoints').map((mount) => textOf(mount, 'sourceVolume'))
  const unknown = mounts.find((mount) => !volumes.includes(mount))
  return unknown === undefined ? undefined : `Unknown volume '${unknown}'.`
}

function badDependency(container: Fields, { containers }: Draft, name: string): string | undefined {
  return fieldsListOf(container, 'dependsOn')
    .map((dependency) => badWait(dependency, containers, name))
    .find(Boolean)
}

function badWait(dependency: Fields, containers: readonly Fields[], name: string): string | undefined {
  const wanted = textOf(dependency, 'containerName')
  const condition = textOf(dependency, 'condition') ?? ''
  const other = containers.find((candidate) => textOf(candidate, 'name') === wanted)
  if (wanted === name) return `Container '${name}' cannot depend on itself.`
  if (other === undefined) return `Container '${name}' depends on container '${wanted}' that does not exist.`
  if (['COMPLETE', 'SUCCESS'].includes(condition) && flagOf(other, 'essential') !== false)
    return 'A dependency container with SUCCESS or COMPLETE condition cannot be an essential container'
  if (condition === 'HEALTHY' && other['healthCheck'] === undefined)
    return `Container '${wanted}' needs a health check: container '${name}' depends on it with condition HEALTHY.`
  return unknownWord({ condition }, 'condition', CONDITIONS)
}

function hasCycle(containers: readonly Fields[]): boolean {
  const open = new Map(
    containers.map((one) => [
      textOf(one, 'name'),
      fieldsListOf(one, 'dependsOn').map((on) => textOf(on, 'containerName')),
    ]),
  )
  for (let size = -1; size !== open.size; ) {
    size = open.size
    for (const [name, on] of open) if (on.every((other) => !open.has(other))) open.delete(name)
  }
  return open.size > 0
}

function badRole(arn: string | undefined): string | undefined {
  return arn === undefined || /^(arn:aws[a-z-]*:iam::\d{12}:role\/.+|[\w+=,.@-]+)$/.test(arn)
    ? undefined
    : 'Role is not valid'
}

function unknownWord(holder: Fields, key: string, words: readonly string[]): string | undefined {
  const value = textOf(holder, key)
  if (value === undefined || words.includes(value)) return undefined
  return `1 validation error detected: Value '${value}' at '${key}' failed to satisfy constraint: Member must satisfy enum value set: [${words.join(', ')}]`
}

function sum(containers: readonly Fields[], key: string): number {
  return containers.reduce((total, container) => total + (numberOf(container, key) ?? 0), 0)
}

function hasTwice(names: readonly (string | undefined)[]): boolean {
  return new Set(names).size < names.length
}

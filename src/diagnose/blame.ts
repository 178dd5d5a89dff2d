import type { Definition } from '../model/definition.ts'
import { isObject, type JsonObject, type JsonPath, objectsAt, valueAt } from '../model/json.ts'
import type { Location } from '../model/location.ts'
import type { Recognition } from './recognise.ts'

/** The definitions of the deployment that failed; absent where none was rendered. */
export interface DiagnosisContext {
  readonly taskDefinition?: Definition | undefined
  readonly serviceDefinition?: Definition | undefined
}

/** Keys to look for, most specific first: inside the container at fault, then at the document's root. */
interface Blame {
  readonly container?: readonly string[]
  readonly task?: readonly string[]
  readonly service?: readonly string[]
}

const image: Blame = { container: ['repositoryCredentials', 'image'] }
const secrets: Blame = { container: ['secrets'] }
const executionRole: Blame = { task: ['executionRoleArn'] }
const size: Blame = { task: ['memory', 'cpu'] }
const loadBalancers: Blame = { service: ['loadBalancers'] }
const network: Blame = { service: ['networkConfiguration'] }

/** By label or by category: the line of the definition that a user has to change or to look at. */
const blames: Readonly<Record<string, Blame>> = {
  image: { container: ['image'] },
  'image/auth': image,
  'image/arch': { task: ['runtimePlatform'], container: ['image'] },
  secret: secrets,
  'permission/secret-read': secrets,
  'permission/kms': secrets,
  'permission/ecr-pull': executionRole,
  'permission/logs': executionRole,
  'permission/s3': { container: ['environmentFiles'] },
  'permission/execution-role-missing': executionRole,
  'permission/assume-role': { task: ['taskRoleArn', 'executionRoleArn'] },
  'permission/pass-role': { task: ['taskRoleArn', 'executionRoleArn'] },
  'permission/efs': { task: ['volumes'] },
  'config/task-size': size,
  'config/logging': { container: ['logConfiguration'] },
  'config/env-file': { container: ['environmentFiles'] },
  'config/volume': { task: ['volumes'] },
  'config/load-balancer': loadBalancers,
  'config/network': network,
  'config/service-discovery': { service: ['serviceConnectConfiguration', 'serviceRegistries'] },
  'config/capacity-provider': { service: ['capacityProviderStrategy', 'launchType'] },
  'config/platform': { task: ['runtimePlatform', 'requiresCompatibilities'], service: ['platformVersion'] },
  'container/entrypoint': { container: ['entryPoint', 'command', 'image'] },
  'container/oom': { container: ['memory', 'memoryReservation'], task: ['memory'] },
  'container/dependency': { container: ['dependsOn'] },
  'healthcheck/container': { container: ['healthCheck'] },
  'healthcheck/elb': { container: ['portMappings'], ...loadBalancers },
  'network/efs': { task: ['volumes'] },
  'network/logs': { container: ['logConfiguration'] },
  'network/s3': { container: ['environmentFiles'] },
  'network/secrets': { ...network, ...secrets },
  'network/registry': { ...network, container: ['image'] },
  'resource/memory': size,
  'resource/cpu': { task: ['cpu'] },
  'resource/port': { container: ['portMappings'] },
  'resource/gpu': { container: ['resourceRequirements'] },
  'resource/ip': network,
  'resource/placement-constraint': { service: ['placementConstraints'], task: ['placementConstraints'] },
}

/** Where the definition line stands that the diagnosis is about; absent where no line is at fault. */
export function locateFault({ rule, facts }: Recognition, definitions: DiagnosisContext): Location | undefined {
  const blame = blames[rule.label] ?? blames[rule.label.slice(0, rule.label.indexOf('/'))]
  if (blame === undefined) return undefined
  const { taskDefinition, serviceDefinition } = definitions
  const inTask = taskDefinition && locateInTask(taskDefinition, blame, facts)
  const first = blame.service?.find((key) => valueAt(serviceDefinition?.document, [key]) !== undefined)
  // A load balancer's setting is looked for in the service definition before the port in the task definition.
  return first !== undefined && serviceDefinition !== undefined ? serviceDefinition.locate([first]) : inTask
}

function locateInTask(definition: Definition, blame: Blame, facts: Recognition['facts']): Location | undefined {
  const { document } = definition
  const index = containerIndex(document, facts)
  const container = valueAt(document, ['containerDefinitions', index])
  const own = blame.container?.find((key) => isObject(container) && container[key] !== undefined)
  if (own !== undefined) {
    const path = ['containerDefinitions', index, own]
    return definition.locate(own === 'secrets' ? secretPath(document, path, facts.secret) : path)
  }
  const key = blame.task?.find((candidate) => document[candidate] !== undefined)
  return key === undefined ? undefined : definition.locate([key])
}

/** By name, by image, by secret; the first essential container where nothing tells. */
function containerIndex(document: JsonObject, { container, image: named, secret }: Recognition['facts']): number {
  const containers = objectsAt(document, ['containerDefinitions'])
  const tests: readonly ((one: JsonObject) => boolean)[] = [
    (one) => container !== undefined && one['name'] === container,
    (one) => named !== undefined && one['image'] === named,
    (one) => secret !== undefined && objectsAt(one, ['secrets']).some((entry) => refersTo(entry, secret)),
    (one) => one['essential'] !== false,
  ]
  const found = tests.map((test) => containers.findIndex(test)).find((index) => index >= 0)
  return found ?? 0
}

function secretPath(document: JsonObject, path: JsonPath, secret: string | undefined): JsonPath {
  const index = objectsAt(document, path).findIndex((entry) => secret !== undefined && refersTo(entry, secret))
  return index < 0 ? path : [...path, index, 'valueFrom']
}

/** `valueFrom` may be longer (a JSON key), shorter (no random suffix) or the bare name of what the message names. */
function refersTo(entry: JsonObject, secrets: string): boolean {
  const from = entry['valueFrom']
  if (typeof from !== 'string' || from === '') return false
  return secrets.split(', ').some((secret) => {
    if (from.startsWith(secret)) return true
    return secret.startsWith(from)
      ? /^(?:-\w{6})?$/.test(secret.slice(from.length))
      : secret.endsWith(`:parameter/${from}`)
  })
}

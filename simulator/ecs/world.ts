import type { Fields } from '../call.ts'
import { ApiError } from '../call.ts'
import { partitionOf } from '../scenario.ts'
import { clientError } from './input.ts'
import type { Cluster, Revision, Service, ServiceDeployment, Task, TaskDefinition } from './model.ts'
import type { AlarmState, EcsPorts } from './ports.ts'

/** Everything that exists in the simulated ECS. */
export interface World {
  readonly ports: EcsPorts
  /** Seconds before the scenario's start while the scenario is being set up, 0 afterwards. */
  age: number
  readonly clusters: Map<string, Cluster>
  readonly families: Map<string, TaskDefinition[]>
  /** In the order of their creation, INACTIVE ones too. */
  readonly services: Service[]
  readonly serviceDeployments: ServiceDeployment[]
  readonly revisions: Map<string, Revision>
  /** By ARN; a stopped task stays for an hour. */
  readonly tasks: Map<string, Task>
  readonly tags: Map<string, Fields[]>
  readonly alarms: Map<string, AlarmState>
  /** How many tasks an owner has started of a task definition. */
  readonly attempts: Map<string, number>
  /** By `clientToken`: what RunTask was asked, as JSON, and what it started. */
  readonly runs: Map<string, { readonly input: string; readonly tasks: readonly Task[] }>
  /** Has the service looked at soon. */
  wake: (service: Service) => void
}

/** A world without anything. */
export function createWorld(ports: EcsPorts): World {
  return {
    ports,
    age: 0,
    clusters: new Map(),
    families: new Map(),
    services: [],
    serviceDeployments: [],
    revisions: new Map(),
    tasks: new Map(),
    tags: new Map(),
    alarms: new Map(),
    attempts: new Map(),
    runs: new Map(),
    wake: () => {},
  }
}

/** Epoch seconds, to the millisecond. */
export function nowOf(world: World): number {
  return world.ports.time.now() / 1000 - world.age
}

/** `arn:aws:ecs:<region>:<account>:<resource>`, in the region's partition. */
export function arnOf(world: World, resource: string): string {
  return `arn:${partitionOf(world.ports.region)}:ecs:${world.ports.region}:${world.ports.account}:${resource}`
}

const HEXADECIMAL = '0123456789abcdef'
const DECIMAL = '0123456789'
const WORD = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'

/** 32 hexadecimal digits: the id of a task. */
export function hexadecimalId(world: World, length = 32): string {
  return letters(world, HEXADECIMAL, length)
}

/** 19 digits, the first not 0: the id of a deployment. */
export function decimalId(world: World): string {
  return letters(world, DECIMAL.slice(1), 1) + letters(world, DECIMAL, 18)
}

/** 21 letters and digits: the id of a service deployment. */
export function wordId(world: World): string {
  return letters(world, WORD, 21)
}

function letters(world: World, alphabet: string, length: number): string {
  return Array.from({ length }, () => alphabet[Math.floor(world.ports.random() * alphabet.length)]).join('')
}

/** The last part of an ARN, or the name itself. */
export function nameIn(reference: string): string {
  return reference.slice(reference.lastIndexOf('/') + 1)
}

/** The cluster that a request names, `default` when it names none. Throws ClusterNotFoundException. */
export function findCluster(world: World, reference: string | undefined): Cluster {
  const cluster = world.clusters.get(nameIn(reference ?? 'default'))
  if (cluster === undefined) throw new ApiError('ClusterNotFoundException', 'Cluster not found.')
  return cluster
}

/** The newest service of that name, whatever its status. */
export function lookUpService(world: World, cluster: Cluster, reference: string): Service | undefined {
  const name = nameIn(reference)
  return world.services.findLast((service) => service.cluster === cluster && service.name === name)
}

/** The service that a request names. Throws ServiceNotFoundException. */
export function findService(world: World, cluster: Cluster, reference: string): Service {
  const service = lookUpService(world, cluster, reference)
  if (service === undefined) throw new ApiError('ServiceNotFoundException', 'Service not found.')
  return service
}

/** A revision by ARN, `family:revision`, or the newest ACTIVE one of a family. */
export function lookUpTaskDefinition(world: World, reference: string): TaskDefinition | undefined {
  const [family, revision] = splitReference(reference)
  const all = world.families.get(family) ?? []
  if (revision === undefined) return all.findLast(({ status }) => status === 'ACTIVE')
  return all.find((candidate) => String(candidate.revision) === revision)
}

/** The ACTIVE task definition that a service or a task is to run. Throws ClientException. */
export function findTaskDefinition(world: World, reference: string): TaskDefinition {
  const found = lookUpTaskDefinition(world, reference)
  if (found === undefined) throw clientError('TaskDefinition not found.')
  if (found.status !== 'ACTIVE') throw clientError('TaskDefinition is inactive')
  return found
}

/** `[family, revision]` of an ARN, of `family:revision` or of a family alone. */
export function splitReference(reference: string): [string, string | undefined] {
  const [family = '', revision] = nameIn(reference).split(':')
  return [family, revision]
}

/** The tasks of a service that have not stopped. */
export function tasksOf(world: World, service: Service): Task[] {
  return [...world.tasks.values()].filter(
    ({ order, lastStatus }) =>
      order.group === `service:${service.name}` && order.cluster === service.cluster && lastStatus !== 'STOPPED',
  )
}

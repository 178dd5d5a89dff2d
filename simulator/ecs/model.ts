import type { Fields } from '../call.ts'
import type { TargetGroup } from '../scenario.ts'
import type { ChosenFate } from './chosen-fate.ts'

/** A cluster with its EC2 instances; none means that only Fargate places tasks. */
export interface Cluster {
  readonly arn: string
  readonly name: string
  status: 'ACTIVE' | 'INACTIVE'
  readonly instances: readonly Instance[]
  /** Settings, capacity providers, … as CreateCluster was given them. */
  readonly settings: Fields
}

/** An EC2 instance: CPU units and MiB. */
export interface Instance {
  readonly id: string
  readonly arn: string
  readonly cpu: number
  readonly memory: number
}

/** One container of a task definition, what the simulation needs of it. */
export interface ContainerDefinition {
  readonly name: string
  readonly image: string
  readonly essential: boolean
  readonly hasHealthCheck: boolean
  /** CPU units. */
  readonly cpu: number
  /** MiB. */
  readonly memory: number
  readonly ports: readonly number[]
  /** Seconds from SIGTERM to SIGKILL. */
  readonly stopTimeout: number
  /** Where `awslogs` writes. */
  readonly log: { readonly group: string; readonly prefix: string } | undefined
}

/** A revision of a family. */
export interface TaskDefinition {
  readonly arn: string
  readonly family: string
  readonly revision: number
  status: 'ACTIVE' | 'INACTIVE' | 'DELETE_IN_PROGRESS'
  /** What DescribeTaskDefinition answers, the status apart. */
  readonly document: Fields
  readonly containers: readonly ContainerDefinition[]
  readonly networkMode: string
  readonly compatibilities: readonly string[]
  /** CPU units. */
  readonly cpu: number
  /** MiB. */
  readonly memory: number
  deregisteredAt?: number
  deleteRequestedAt?: number
}

/** A service revision: what a rollback can bring back; no count, no deployment configuration, no tags. */
export interface Revision {
  readonly arn: string
  /** Epoch seconds. */
  readonly createdAt: number
  readonly taskDefinition: TaskDefinition
  /** Network, load balancers, capacity, … by the API's names. */
  readonly settings: Fields
}

/** An entry of `services[].deployments[]`. */
export interface Deployment {
  /** `ecs-svc/<19 digits>`, what its tasks carry in `startedBy`. */
  readonly id: string
  status: 'PRIMARY' | 'ACTIVE'
  readonly revision: Revision
  readonly createdAt: number
  updatedAt: number
  rolloutState: 'IN_PROGRESS' | 'COMPLETED' | 'FAILED'
  rolloutStateReason: string
  /** Failed since a task became healthy (API: consecutively failed). */
  failedTasks: number
  /** Failed since a task became healthy: what the circuit breaker counts. */
  failures: number
  /** Has it ever been COMPLETED: then one can go back to it. */
  proven: boolean
}

/** The statuses of a service deployment; which follows which is in `ladder.ts`. */
export type ServiceDeploymentStatus =
  | 'PENDING'
  | 'IN_PROGRESS'
  | 'STOP_REQUESTED'
  | 'STOPPED'
  | 'ROLLBACK_REQUESTED'
  | 'ROLLBACK_IN_PROGRESS'
  | 'ROLLBACK_SUCCESSFUL'
  | 'ROLLBACK_FAILED'
  | 'SUCCESSFUL'

/** A service deployment; instants are epoch seconds. */
export interface ServiceDeployment {
  readonly arn: string
  readonly service: Service
  readonly createdAt: number
  startedAt?: number
  finishedAt?: number
  stoppedAt?: number
  updatedAt: number
  readonly sources: readonly Revision[]
  readonly target: Revision
  status: ServiceDeploymentStatus
  statusReason?: string
  rollback?: { readonly reason: string; readonly startedAt: number; readonly serviceRevisionArn: string }
  /** The service's configuration when the deployment began. */
  readonly configuration: Fields
  /** Alarms that were OK when it began; only they are watched. */
  readonly watchedAlarms: readonly string[]
  triggeredAlarms: string[]
  breakerTriggered: boolean
  /** The counts when it ended; they are not counted any more. */
  ended?: { readonly sources: Fields[]; readonly target: Fields }
  /** The deployment that it drives at the moment: the new one, or the one that it goes back to. */
  deployment: Deployment
}

/** A service. */
export interface Service {
  readonly arn: string
  readonly name: string
  readonly cluster: Cluster
  status: 'ACTIVE' | 'DRAINING' | 'INACTIVE'
  desiredCount: number
  /** The members of DescribeServices that only echo what was given. */
  attributes: Fields
  revision: Revision | undefined
  readonly createdAt: number
  readonly createdBy: string
  readonly controller: 'ECS' | 'CODE_DEPLOY' | 'EXTERNAL'
  /** What CreateService was given: the same again is answered, another is refused. */
  readonly created: Fields
  /** Newest first. */
  deployments: Deployment[]
  /** Newest first, at most 100. */
  events: ServiceEvent[]
  current: ServiceDeployment | undefined
  /** Nothing to do until something changes. */
  steady: boolean
  /** Milliseconds; no task is started before. */
  holdUntil: number
  /** Milliseconds; when all tasks of the newest deployment had become healthy. */
  healthySince: number | undefined
  /** Unhealthy tasks that are to be replaced. */
  replacing: number
  /** Milliseconds; the last "unable to place" and its like, which are not repeated within a minute. */
  complainedAt: number
}

interface ServiceEvent {
  readonly id: string
  /** Epoch seconds. */
  readonly createdAt: number
  readonly message: string
}

/** One container of a task. */
export interface Container {
  readonly definition: ContainerDefinition
  readonly arn: string
  readonly runtimeId: string
  lastStatus: 'PENDING' | 'RUNNING' | 'STOPPED'
  healthStatus: 'HEALTHY' | 'UNHEALTHY' | 'UNKNOWN'
  exitCode?: number
  reason?: string
}

/** `lastStatus` of a task, in the order of its life. */
export type TaskStatus =
  | 'PROVISIONING'
  | 'PENDING'
  | 'ACTIVATING'
  | 'RUNNING'
  | 'DEACTIVATING'
  | 'STOPPING'
  | 'DEPROVISIONING'
  | 'STOPPED'

/** A task's place in a target group. */
export interface Target {
  readonly group: TargetGroup
  readonly groupArn: string
  readonly port: number
  state: 'initial' | 'healthy' | 'unhealthy' | 'draining' | 'gone'
  reason?: string
  description?: string
}

/** Why a task stops. */
export interface StopCause {
  readonly code: string
  readonly reason: string
}

/** What a task's owner hears of it. */
export type TaskNews = 'running' | 'healthy' | 'unhealthy' | 'failed' | 'exited' | 'interrupted' | 'gone'

/** What is asked of the cluster: one task. */
export interface TaskOrder {
  readonly cluster: Cluster
  readonly taskDefinition: TaskDefinition
  readonly launchType: string
  readonly group: string
  readonly startedBy: string | undefined
  readonly deployment: Deployment | undefined
  readonly instance: Instance | undefined
  readonly targets: readonly Target[]
  readonly fate: ChosenFate
  /** platformVersion, overrides, tags, capacityProviderName, … as the task shows them. */
  readonly shown: Fields
  readonly report: (task: Task, news: TaskNews) => void
}

/** A task; instants are epoch seconds. */
export interface Task {
  readonly arn: string
  readonly id: string
  readonly order: TaskOrder
  /** `10.0.…` */
  readonly address: string
  readonly containers: readonly Container[]
  lastStatus: TaskStatus
  desiredStatus: 'RUNNING' | 'STOPPED'
  /** Has run long enough, with its health checks passed. */
  healthy: boolean
  /** The load balancer or a container health check says no. */
  unhealthy: boolean
  readonly createdAt: number
  pullStartedAt?: number
  pullStoppedAt?: number
  startedAt?: number
  stoppingAt?: number
  executionStoppedAt?: number
  stoppedAt?: number
  stopCode?: string
  stoppedReason?: string
  /** Grows with each turn of its life: what was planned before a turn does not happen. */
  turn: number
}

import type {
  Cluster,
  Service,
  ServiceDeployment,
  ServiceDeploymentBrief,
  ServiceName,
  ServiceRevision,
  Tag,
  Task,
  TaskDefinition,
} from './ecs.ts'
import type { JsonObject } from './json.ts'
import type { ScalingChange, ScalingLimits, ScalingPolicy } from './scaling.ts'
import type { LogStreamPort, TaskRunPort } from './task-run-ports.ts'

/** The only source of time and the only way to wait. */
export interface Clock {
  /** ms since the epoch. */
  now(): number
  /** Resolves after `ms`; rejects with the signal's reason when it aborts before. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>
}

/** A task definition as ECS holds it, with its tags. */
export interface RegisteredTaskDefinition {
  readonly arn: string
  readonly definition: TaskDefinition
  readonly tags: readonly Tag[]
  /** Just registered, and an earlier attempt got no answer: there may be one more revision of it. */
  readonly repeated?: boolean
}

/** What we ask of ECS and tell it. Every method throws AwsError when refused. */
export interface EcsPort {
  /** A fresh look, tags included; undefined when the service does not exist or is INACTIVE is returned as it is. */
  describeService(name: ServiceName): Promise<Service | undefined>
  describeCluster(cluster: string): Promise<Cluster | undefined>
  /** By ARN, `family:revision` or family (newest ACTIVE); undefined when there is none. Read once a run. */
  describeTaskDefinition(name: string): Promise<RegisteredTaskDefinition | undefined>
  /** ARNs of the family's ACTIVE revisions, newest first; at most `limit`. */
  listTaskDefinitions(family: string, limit?: number): Promise<readonly string[]>
  registerTaskDefinition(input: JsonObject): Promise<RegisteredTaskDefinition>
  deregisterTaskDefinition(arn: string): Promise<void>
  /** Deletes deregistered revisions, ten at most; answers those that AWS did not take, and why. */
  deleteTaskDefinitions(arns: readonly string[]): Promise<readonly Refused[]>
  createService(input: JsonObject): Promise<Service>
  updateService(input: JsonObject): Promise<Service>
  /** `force` also where tasks are wanted; answers the service, which drains then. */
  deleteService(name: ServiceName, force: boolean): Promise<Service>
  tagResource(arn: string, tags: readonly Tag[]): Promise<void>
  untagResource(arn: string, keys: readonly string[]): Promise<void>
  /** Newest first. `createdAfter`: ms since the epoch. */
  listServiceDeployments(
    name: ServiceName,
    filter: { readonly createdAfter?: number },
  ): Promise<readonly ServiceDeploymentBrief[]>
  describeServiceDeployment(arn: string): Promise<ServiceDeployment | undefined>
  describeServiceRevisions(arns: readonly string[]): Promise<readonly ServiceRevision[]>
  /** Asks ECS to go back to the last successful service revision. */
  stopServiceDeployment(arn: string): Promise<void>
  /** Stopped tasks of the service that a deployment of `startedBy` started; AWS keeps them about an hour. */
  listStoppedTasks(name: ServiceName, startedBy: ReadonlySet<string>): Promise<readonly Task[]>
  /** The running and the stopped tasks of a service or of a family, with their tags; read anew each time. */
  listTasks(scope: TaskScope): Promise<readonly Task[]>
  stopTask(cluster: string, task: string, reason: string): Promise<void>
}

/** Whose tasks are meant. */
export type TaskScope =
  | { readonly cluster: string; readonly service: string }
  | { readonly cluster: string; readonly family: string }

/** What a call that answered well did not do. */
export interface Refused {
  readonly arn: string
  readonly reason: string
}

/** What an image reference points to. */
export type ImageLookup =
  | { readonly kind: 'found'; readonly digest: string }
  | { readonly kind: 'absent'; readonly message: string }
  /** Not an ECR image: nobody was asked. */
  | { readonly kind: 'elsewhere' }

/** Images in ECR. */
export interface ImagePort {
  findImage(reference: string): Promise<ImageLookup>
}

/** The end of a log stream, in the region of its group. */
export interface LogTail {
  readonly group: string
  readonly stream: string
  readonly region: string
  readonly limit: number
}

/** CloudWatch Logs. */
export interface LogPort {
  hasGroup(group: string, region: string): Promise<boolean>
  /** The last lines of a stream, oldest first; empty when the stream does not exist. */
  readLastLines(stream: LogTail): Promise<readonly string[]>
}

/** Parameter Store and Secrets Manager, as the `secrets` of a container name them. */
export interface SecretPort {
  /** Reads the value behind `valueFrom` and says whether it can be used; the value itself never leaves. */
  checkSecret(
    valueFrom: string,
  ): Promise<{ readonly usable: true } | { readonly usable: false; readonly message: string }>
}

/** Health of a load balancer's target. */
export interface TargetHealth {
  readonly target: string
  readonly state: string
  readonly reason: string
  readonly description: string
}

/** How long a target group takes over its targets, in seconds. */
export interface TargetGroupTimes {
  /** Until a new target counts as healthy: the interval of its health check, as often as must succeed. */
  readonly becomingHealthy: number
  /** How long connections of a target that goes may last (`deregistration_delay.timeout_seconds`). */
  readonly deregistrationDelay: number
}

/** Target groups of Elastic Load Balancing. */
export interface TargetGroupPort {
  readHealth(targetGroupArn: string): Promise<readonly TargetHealth[]>
  exists(targetGroupArn: string): Promise<boolean>
  /** Read once. */
  readTimes(targetGroupArn: string): Promise<TargetGroupTimes>
}

/** Application Auto Scaling. Every method throws AwsError when refused. */
export interface ScalingPort {
  /** The scalable target that moves the desired count of the service; undefined where there is none. */
  readTarget(name: ServiceName): Promise<ScalingLimits | undefined>
  /** The scaling policies of that target. */
  listPolicies(name: ServiceName): Promise<readonly ScalingPolicy[]>
  /** RegisterScalableTarget. */
  changeTarget(change: ScalingChange): Promise<void>
}

/** Who calls. */
export interface IdentityPort {
  /** Twelve digits; asked once a run. */
  account(): Promise<string>
  /** When credentials that nobody renews end: ms since the epoch; undefined where that is not known. */
  expiresAt(): number | undefined
}

/** AWS as one region and one set of credentials show it. */
export interface Aws {
  /** `ap-northeast-1` */
  readonly region: string
  readonly ecs: EcsPort
  readonly taskRuns: TaskRunPort
  readonly images: ImagePort
  readonly logs: LogPort
  readonly logStreams: LogStreamPort
  readonly secrets: SecretPort
  readonly targetGroups: TargetGroupPort
  readonly scaling: ScalingPort
  readonly identity: IdentityPort
}

/** A parameter of Parameter Store, decrypted. */
export interface Parameter {
  /** `String`, `StringList` or `SecureString`. */
  readonly type: string
  readonly value: string
}

/** What templates look up in one region. Everything is read once; every method throws AwsError when refused. */
export interface LookupPort {
  /** By name, `name:version`, `name:label` or ARN; undefined when there is none. Those asked for at once go together. */
  readParameter(name: string): Promise<Parameter | undefined>
  /** By name or ARN; the ARN with its random letters. */
  readSecretArn(id: string): Promise<string>
  /** Outputs of a CloudFormation stack by key. */
  readStackOutputs(stack: string): Promise<ReadonlyMap<string, string>>
  /** Exports of all stacks by name. */
  readExports(): Promise<ReadonlyMap<string, string>>
}

/** An object in S3. What is left out: the region is found out, credentials and address are those of the run. */
export interface StoredObject {
  readonly bucket: string
  readonly key: string
  readonly region?: string
  /** Assumed to read the object. */
  readonly roleArn?: string
  readonly endpoint?: string
  readonly credentials?: {
    readonly accessKeyId: string
    readonly secretAccessKey: string
    readonly sessionToken?: string
  }
}

/** Objects in S3. */
export interface ObjectPort {
  /** @throws AwsError */
  readText(object: StoredObject): Promise<string>
}

/** A workspace of Terraform Cloud or Terraform Enterprise. */
export interface TerraformWorkspace {
  /** `app.terraform.io` */
  readonly host: string
  readonly organization: string
  readonly workspace: string
}

/** HTTP that is neither AWS nor GitHub. Methods throw WebError where there is no good answer. */
export interface WebPort {
  /** The body that a GET is answered with. */
  readText(url: string): Promise<string>
  /** The current state of a workspace; `token` as Terraform's own `TFE_TOKEN`. */
  readTerraformState(workspace: TerraformWorkspace, token: string): Promise<string>
}

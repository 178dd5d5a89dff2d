import { AwsError } from '../../src/errors.ts'
import type { Cluster, Service, ServiceDeploymentBrief, Task } from '../../src/model/ecs.ts'
import type { Aws, LogTail, TargetHealth } from '../../src/model/ports.ts'

/** What a pretended account shows to whoever looks for reasons. */
export interface Scene {
  readonly service?: Service
  readonly cluster?: Cluster
  /** One list for each look; the last one stays. */
  readonly stopped?: readonly (readonly Task[])[]
  readonly briefs?: readonly ServiceDeploymentBrief[]
  readonly health?: Readonly<Record<string, readonly TargetHealth[]>>
  /** `region group stream` */
  readonly logs?: Readonly<Record<string, readonly string[]>>
}

type Looked = Pick<Aws, 'region' | 'ecs' | 'logs' | 'targetGroups'>

/** The account in us-east-1; `readLogs` lists the streams that were read. */
export function awsOf(scene: Scene): Looked & { readonly readLogs: readonly string[] } {
  const readLogs: string[] = []
  let look = 0
  const ecs = {
    async describeService() {
      return scene.service
    },
    async describeCluster() {
      return scene.cluster
    },
    async listServiceDeployments() {
      return scene.briefs ?? []
    },
    async listStoppedTasks(_: unknown, startedBy: ReadonlySet<string>) {
      const lists = scene.stopped ?? []
      const list = lists[Math.min(look, lists.length - 1)] ?? []
      look += 1
      return list.filter((task) => startedBy.has(task.startedBy ?? ''))
    },
  }
  const logs = {
    async readLastLines({ region, group, stream }: LogTail) {
      readLogs.push(stream)
      return scene.logs?.[`${region} ${group} ${stream}`] ?? []
    },
  }
  const targetGroups = {
    async readHealth(arn: string) {
      return scene.health?.[arn] ?? []
    },
  }
  return { region: 'us-east-1', ecs, logs, targetGroups, readLogs } as unknown as ReturnType<typeof awsOf>
}

/** An account that refuses every read. */
export function refusingAws(code: string): Looked {
  const refuse = (service: string, operation: string) => async () => {
    throw new AwsError('no', { service, operation, code, status: 400 })
  }
  return {
    region: 'us-east-1',
    ecs: {
      describeService: refuse('ecs', 'DescribeServices'),
      listStoppedTasks: refuse('ecs', 'ListTasks'),
      listServiceDeployments: refuse('ecs', 'ListServiceDeployments'),
    },
    logs: { readLastLines: refuse('logs', 'GetLogEvents') },
    targetGroups: { readHealth: refuse('elasticloadbalancing', 'DescribeTargetHealth') },
  } as unknown as Looked
}

import { AwsError, describeError, findCause } from '../errors.ts'
import type { Deaths } from '../model/deaths.ts'
import type { Dossier, Evidence, LogExcerpt } from '../model/diagnosis.ts'
import type { Container, Service, ServiceName, Task, TaskDefinition } from '../model/ecs.ts'
import { shortName } from '../model/ecs.ts'
import type { Aws } from '../model/ports.ts'
import { countDeaths, readLaunches } from './deaths.ts'
import { findLogPlace } from './log-stream.ts'
import {
  needsInstances,
  readEvents,
  readRollouts,
  readStatusReasons,
  readTargets,
  targetGroupsOf,
} from './service-news.ts'
import { failedContainers, isScaledIn, readTask, taskId } from './stopped-task.ts'

/** What a gatherer is told of the deployment. */
export interface GathererOptions {
  readonly aws: Pick<Aws, 'region' | 'ecs' | 'logs' | 'targetGroups'>
  readonly name: ServiceName
  /** Ids of our deployment: what its tasks carry in `startedBy` (`ecs-svc/…`). Read at every look, so it may grow. */
  readonly deploymentIds: ReadonlySet<string>
  /** What the deployment starts; without it no logs are read. */
  readonly taskDefinition?: TaskDefinition | undefined
  /** What is older is not of the deployment: ms since the epoch by AWS's clock. */
  readonly since: number
}

/** Collects what explains a failure while it is still there. Nothing here throws: what cannot be read is a note. */
export interface Gatherer {
  /**
   * Remembers the tasks that stopped since the last look; to be called while the deployment runs. Answers what has come
   * to light so far; `service` as the same look shows it.
   */
  look(service?: Service): Promise<Deaths>
  /** Everything that is known, with one last look and what is only worth reading in the end. */
  dossier(): Promise<Dossier>
}

const lastLines = 20
const tasksWithLogs = 2

/** A gatherer for one deployment. */
export function createGatherer(options: GathererOptions): Gatherer {
  const tasks = new Map<string, Task>()
  const notes = new Set<string>()
  const { aws, name } = options

  const look = async (service?: Service) => {
    const stopped = await attempt(notes, 'stopped tasks', () => aws.ecs.listStoppedTasks(name, options.deploymentIds))
    for (const task of stopped ?? []) {
      if (endOf(task) < options.since) continue
      // Exit codes appear only once a task has come to rest.
      if (tasks.get(taskId(task))?.lastStatus !== 'STOPPED') tasks.set(taskId(task), task)
    }
    const launches = service === undefined ? [] : readLaunches(service, options.since, options.deploymentIds)
    return countDeaths([...tasks.values()].sort(byStop), launches)
  }
  const dossier = async (): Promise<Dossier> => {
    const [service] = await Promise.all([attempt(notes, 'the service', () => aws.ecs.describeService(name)), look()])
    const failed = [...tasks.values()].filter((task) => !isScaledIn(task)).sort(byStop)
    const [news, logs] = await Promise.all([readService(service, options, notes), readLogs(failed, options, notes)])
    return { evidence: [...failed.flatMap(readTask), ...news], logs, notes: [...notes] }
  }
  return { look, dossier }
}

/** What stopped tasks tell by themselves, with the logs of the newest. Nothing here throws. */
export async function gatherTasks(
  tasks: readonly Task[],
  options: Pick<GathererOptions, 'aws' | 'taskDefinition'>,
): Promise<Dossier> {
  const notes = new Set<string>()
  const sorted = [...tasks].sort(byStop)
  const logs = await readLogs(sorted, options, notes)
  return { evidence: sorted.flatMap(readTask), logs, notes: [...notes] }
}

async function readService(
  service: Service | undefined,
  options: GathererOptions,
  notes: Set<string>,
): Promise<readonly Evidence[]> {
  if (service === undefined) return []
  const { since, deploymentIds } = options
  const [statuses, targets, instances] = await Promise.all([
    readStatuses(options, notes),
    readTargetHealth(service, options, notes),
    readInstances(service, options, notes),
  ])
  return [...readEvents(service, since), ...readRollouts(service, deploymentIds), ...statuses, ...targets, ...instances]
}

async function readStatuses({ aws, name, since }: GathererOptions, notes: Set<string>): Promise<readonly Evidence[]> {
  const briefs = await attempt(notes, 'service deployments', () =>
    aws.ecs.listServiceDeployments(name, { createdAfter: since }),
  )
  return readStatusReasons(briefs ?? [])
}

async function readTargetHealth(
  service: Service,
  { aws }: GathererOptions,
  notes: Set<string>,
): Promise<readonly Evidence[]> {
  const groups = targetGroupsOf(service)
  const healths = await Promise.all(
    groups.map(async (group) =>
      readTargets(group, (await attempt(notes, 'target health', () => aws.targetGroups.readHealth(group))) ?? []),
    ),
  )
  return healths.flat()
}

async function readInstances(
  service: Service,
  { aws, name }: GathererOptions,
  notes: Set<string>,
): Promise<readonly Evidence[]> {
  if (!needsInstances(service)) return []
  const cluster = await attempt(notes, 'the cluster', () => aws.ecs.describeCluster(name.cluster))
  if (cluster?.registeredContainerInstancesCount !== 0) return []
  return [{ source: 'event', message: `No container instances are registered in cluster ${shortName(name.cluster)}` }]
}

/** The newest tasks only: the others die of the same. */
async function readLogs(
  failed: readonly Task[],
  options: Pick<GathererOptions, 'aws' | 'taskDefinition'>,
  notes: Set<string>,
): Promise<readonly LogExcerpt[]> {
  const { taskDefinition } = options
  if (taskDefinition === undefined) return []
  const wanted = failed
    .slice(-tasksWithLogs)
    .flatMap((task) => failedContainers(task).map((container) => ({ task: taskId(task), container })))
  const excerpts = await Promise.all(wanted.map((one) => readLog({ ...one, taskDefinition }, options.aws, notes)))
  return excerpts.flat()
}

interface WantedLog {
  readonly task: string
  readonly container: Container
  readonly taskDefinition: TaskDefinition
}

async function readLog(
  { task, container, taskDefinition }: WantedLog,
  aws: GathererOptions['aws'],
  notes: Set<string>,
): Promise<readonly LogExcerpt[]> {
  const place = findLogPlace(taskDefinition, container, task)
  if (place.kind === 'nowhere') {
    notes.add(place.reason)
    return []
  }
  const { group, stream, region = aws.region } = place
  const name = container.name ?? ''
  const read = () => aws.logs.readLastLines({ group, stream, region, limit: lastLines })
  const lines = (await attempt(notes, `logs of ${name}`, read)) ?? []
  return lines.length === 0 ? [] : [{ container: name, task, group, stream, lines }]
}

/** The answer, or undefined with a note that names what is missing. */
async function attempt<T>(notes: Set<string>, what: string, read: () => Promise<T>): Promise<T | undefined> {
  try {
    return await read()
  } catch (error) {
    notes.add(`${what}: ${whyNot(error)}`)
    return undefined
  }
}

function whyNot(error: unknown): string {
  const refused = findCause(error, (one): one is AwsError => one instanceof AwsError)
  if (refused === undefined) return `could not be read (${describeError(error)})`
  const action = /perform:? ([\w-]+:\w+)/.exec(refused.message)?.[1] ?? `${refused.service}:${refused.operation}`
  return /AccessDenied|NotAuthorized|Unauthorized/i.test(refused.code)
    ? `no permission for ${action}`
    : `could not be read (${describeError(refused)})`
}

function byStop(one: Task, other: Task): number {
  return (one.stoppedAt?.getTime() ?? 0) - (other.stoppedAt?.getTime() ?? 0)
}

/** ms since the epoch; infinity where AWS does not say. */
function endOf(task: Task): number {
  return (task.stoppingAt ?? task.stoppedAt)?.getTime() ?? Number.POSITIVE_INFINITY
}

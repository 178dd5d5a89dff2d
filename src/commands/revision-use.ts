import { AwsError } from '../errors.ts'
import {
  type Deployment,
  parseTaskDefinitionName,
  type Service,
  type ServiceDeployment,
  type TaskSet,
} from '../model/ecs.ts'
import type { EcsPort } from '../model/ports.ts'
import { serviceName } from '../model/project.ts'
import type { Context } from './context.ts'
import { requireLiveService } from './snapshot.ts'

/** What uses a task definition, by its ARN: `PRIMARY deployment`, `RUNNING task`. */
export type RevisionUse = ReadonlyMap<string, string>

/** Statuses of a service deployment after which it starts no task any more. */
const ended: ReadonlySet<string> = new Set(['SUCCESSFUL', 'STOPPED', 'ROLLBACK_SUCCESSFUL', 'ROLLBACK_FAILED'])

/**
 * Which revisions may not be deregistered (specification 5.14): those of the service's deployments and task sets, those
 * that a running service deployment starts from, goes to or would go back to, and those of tasks that have not stopped.
 * The strongest use wins.
 * @throws UserError where the config names a service that does not exist
 */
export async function findRevisionUse(context: Context, family: string): Promise<RevisionUse> {
  const { aws, project } = context
  const name = serviceName(project.config)
  const service = name === undefined ? undefined : await requireLiveService(context)
  const own = service?.taskDefinition && parseTaskDefinitionName(service.taskDefinition).family
  const families = [...new Set([family, own ?? family])]
  const [tasks, flows] = await Promise.all([
    Promise.all(families.map((one) => usedByTasks(aws.ecs, project.config.cluster, one))),
    service === undefined ? [] : usedByServiceDeployments(context, service),
  ])
  // Later entries win: tasks say least, deployments most.
  return new Map([...tasks.flat(), ...flows, ...(service === undefined ? [] : usedByService(service))])
}

type Use = readonly [arn: string, what: string]

async function usedByTasks(ecs: EcsPort, cluster: string, family: string): Promise<readonly Use[]> {
  const tasks = await ecs.listTasks({ cluster, family })
  const alive = tasks.filter(({ lastStatus }) => lastStatus !== 'STOPPED')
  // A task that is to stay says more than one that is being stopped.
  const leaving = alive.filter(({ desiredStatus }) => desiredStatus === 'STOPPED')
  const staying = alive.filter(({ desiredStatus }) => desiredStatus !== 'STOPPED')
  return [...leaving, ...staying].map(({ taskDefinitionArn = '', lastStatus = '' }) => [
    taskDefinitionArn,
    `${lastStatus} task`,
  ])
}

function usedByService({ deployments = [], taskSets = [] }: Service): readonly Use[] {
  const use = (kind: string) => (one: Deployment | TaskSet) =>
    [one.taskDefinition ?? '', `${one.status ?? ''} ${kind}`] as const
  // The PRIMARY one comes first in AWS's list and has the last word here.
  return [...taskSets.map(use('task set')).reverse(), ...deployments.map(use('deployment')).reverse()]
}

/** Without the permission to see them the deployments of the service itself still protect what runs. */
async function usedByServiceDeployments(context: Context, service: Service): Promise<readonly Use[]> {
  if ((service.deploymentController?.type ?? 'ECS') !== 'ECS') return []
  try {
    return await readFlows(context, service)
  } catch (error) {
    if (!(error instanceof AwsError) || !/AccessDenied/.test(error.code)) throw error
    const text = `service deployments could not be read (${error.message}): the revisions that a running one goes back to are not known`
    context.emit({ kind: 'note', level: 'warning', text })
    return []
  }
}

async function readFlows({ aws, project }: Context, service: Service): Promise<readonly Use[]> {
  const name = { cluster: project.config.cluster, service: service.serviceName ?? '' }
  const briefs = await aws.ecs.listServiceDeployments(name, {})
  const running = briefs.filter(({ status = '' }) => !ended.has(status))
  const found = await Promise.all(
    running.map(({ serviceDeploymentArn = '' }) => aws.ecs.describeServiceDeployment(serviceDeploymentArn)),
  )
  const roles = found.flatMap((one) => (one === undefined ? [] : rolesOf(one)))
  if (roles.length === 0) return []
  const revisions = await aws.ecs.describeServiceRevisions([...new Set(roles.map(([arn]) => arn))])
  const definitions = new Map(revisions.map((one) => [one.serviceRevisionArn, one.taskDefinition]))
  return roles.flatMap(([arn, what]): Use[] => {
    const definition = definitions.get(arn)
    return definition === undefined ? [] : [[definition, what]]
  })
}

/** The service revisions of a service deployment, and what they are to it. */
function rolesOf({ sourceServiceRevisions, targetServiceRevision, rollback }: ServiceDeployment): readonly Use[] {
  const sources = (sourceServiceRevisions ?? []).map(({ arn }) => [arn, 'source of a running service deployment'])
  const target = [targetServiceRevision?.arn, 'target of a running service deployment']
  const back = [rollback?.serviceRevisionArn, 'rollback target of a running service deployment']
  return [...sources, target, back].flatMap(([arn, what]): Use[] =>
    arn === undefined || what === undefined ? [] : [[arn, what]],
  )
}

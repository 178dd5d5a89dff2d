import { UserError } from '../errors.ts'
import { shortName, type Task } from '../model/ecs.ts'
import { serviceName } from '../model/project.ts'
import type { CommandResult, PrintedDocument } from '../model/report.ts'
import { formatDocument } from '../plan/canonical.ts'
import { toTimedJsonObject } from '../plan/plain-json.ts'
import { argumentError } from './argument-error.ts'
import { targetsFlag } from './command-line.ts'
import { booleanFlag, type Context, isDryRun, refuseWhenCancelled, textFlag } from './context.ts'
import { findLocalFamily } from './snapshot.ts'
import { type Listing, printListing } from './table.ts'
import type { TaskDocument } from './task-document.ts'
import { type TaskVerb, taskVerbs } from './task-verbs.ts'

/** Told to AWS, which shows it as the reason why the task stopped. */
const stopReason = 'stopped by ecspresso-action: tasks stop'

/** `tasks`. @throws UserError where it is not one task that is meant, or nobody has said yes to stopping it */
export async function runTasks(context: Context): Promise<CommandResult> {
  const verb = findVerb(context)
  if (booleanFlag(context, 'follow')) {
    const hint = 'choose the lines with --duration or --start-time'
    throw argumentError('--follow: a log is followed in a terminal only', hint)
  }
  const all = await listTasks(context)
  if (verb === 'list') return list(context, all)
  // A stopped task cannot be stopped again.
  const candidates = verb === 'stop' ? all.filter(({ lastStatus }) => lastStatus !== 'STOPPED') : all
  const task = choose(candidates, textFlag(context, 'id'))
  if (verb === 'stop') return stop(context, task)
  const { document, sentence } = await describe(context, verb, task)
  return print(context, document, sentence)
}

/** One task as JSON, as its log or as its life. */
async function describe(context: Context, verb: TaskVerb, task: Task): Promise<TaskDocument> {
  if (verb === 'logs') return (await import('./task-logs.ts')).describeLog(context, task)
  if (verb === 'trace') return (await import('./task-trace.ts')).describeLife(context, task)
  const text = formatDocument(context.hide(toTimedJsonObject(task)))
  const document = { title: `task ${idOf(task)}`, language: 'json', text } as const
  return { document, sentence: `task ${idOf(task)} is ${task.lastStatus}` }
}

/** By its word, or by the flag of older versions. */
function findVerb(context: Context): TaskVerb {
  const words = context.flags[targetsFlag]
  const said = [
    ...(Array.isArray(words) ? words : []),
    ...['find', 'stop', 'trace'].filter((name) => booleanFlag(context, name)),
  ]
  if (new Set(said).size > 1) throw argumentError(`tasks: ${said.join(' and ')} are exclusive`, 'say one of them')
  return taskVerbs.find((verb) => verb === said[0]) ?? 'list'
}

/** Those of the service, and those of the family that no service started (specification 5.15); newest first. */
async function listTasks(context: Context): Promise<readonly Task[]> {
  const { project, aws } = context
  const { cluster } = project.config
  const name = serviceName(project.config)
  const family = await findLocalFamily(project)
  const [own, related] = await Promise.all([
    name === undefined ? [] : aws.ecs.listTasks(name),
    aws.ecs.listTasks({ cluster, family }),
  ])
  const arns = new Set(own.map(({ taskArn }) => taskArn))
  const alone = related.filter(({ taskArn, group }) => !arns.has(taskArn) && !group?.startsWith('service:'))
  return [...own, ...alone].toSorted((one, other) => timeOf(other) - timeOf(one))
}

function list(context: Context, all: readonly Task[]): CommandResult {
  const listing: Listing = {
    title: 'tasks',
    columns: ['ID', 'TaskDefinition', 'Instance', 'LastStatus', 'DesiredStatus', 'CreatedAt', 'Group', 'Type'],
    rows: all.map(rowOf),
    objects: all.map((task) => context.hide(toTimedJsonObject(task))),
  }
  const running = all.filter(({ lastStatus }) => lastStatus === 'RUNNING').length
  const sentence = `${all.length === 1 ? '1 task' : `${all.length} tasks`}, ${running} running`
  return print(context, printListing(listing, textFlag(context, 'output', 'table')), sentence)
}

function rowOf(task: Task): readonly string[] {
  const { taskDefinitionArn = '', containerInstanceArn = '', lastStatus = '', desiredStatus = '' } = task
  const created = task.createdAt?.toISOString().replace(/\.\d+Z$/, 'Z') ?? ''
  const { group = '', launchType = '', capacityProviderName = launchType } = task
  const instance = shortName(containerInstanceArn)
  return [
    idOf(task),
    shortName(taskDefinitionArn),
    instance,
    lastStatus,
    desiredStatus,
    created,
    group,
    capacityProviderName,
  ]
}

/** The task that `--id` names or begins, or the only one; nobody can be asked. */
function choose(candidates: readonly Task[], id: string): Task {
  const [first, ...others] = candidates.filter((task) => idOf(task).startsWith(shortName(id)))
  if (first !== undefined && others.length === 0) return first
  const ids = candidates.map((task) => `${idOf(task)} (${task.lastStatus ?? ''})`).join(', ')
  if (candidates.length === 0) {
    throw new UserError('no task is found', { hint: 'see what there is: `tasks`', category: 'config/reference' })
  }
  const problem =
    first === undefined ? `no task ${id} is found` : `${others.length + 1} tasks are possible, and nobody can be asked`
  throw new UserError(`${problem}: ${ids}`, { hint: 'name one with --id', category: 'config/client' })
}

async function stop(context: Context, task: Task): Promise<CommandResult> {
  const { cluster } = context.project.config
  const id = idOf(task)
  const call = { kind: 'call', operation: 'StopTask' } as const
  if (isDryRun(context)) {
    const input = { cluster, task: id, reason: stopReason }
    context.emit({ ...call, dryRun: true, summary: `stop task ${id}`, input })
    return { outcome: 'dry-run', sentence: `DRY RUN OK: would stop task ${id}` }
  }
  if (!booleanFlag(context, 'force')) {
    throw new UserError(`aborted: task ${id} would be stopped, and nobody can be asked`, {
      hint: 'add --force to say yes; --dry-run shows what would be called',
      category: 'config/client',
    })
  }
  refuseWhenCancelled(context, `stopping task ${id}`)
  await context.aws.ecs.stopTask(cluster, task.taskArn ?? id, stopReason)
  context.emit({ ...call, dryRun: false, summary: `stopped task ${id}` })
  return { outcome: 'succeeded', sentence: `stopped task ${id}: AWS ends its containers now` }
}

function print(context: Context, document: PrintedDocument, sentence: string): CommandResult {
  context.emit({ kind: 'printed', document })
  return { outcome: 'succeeded', sentence, document }
}

function idOf({ taskArn = '' }: Task): string {
  return shortName(taskArn)
}

function timeOf({ createdAt }: Task): number {
  return createdAt?.getTime() ?? 0
}

import { readTask } from '../diagnose/stopped-task.ts'
import type { AwsError } from '../errors.ts'
import type { Diagnosis, Evidence, LogExcerpt } from '../model/diagnosis.ts'
import { shortName, type Task } from '../model/ecs.ts'
import type { CommandResult } from '../model/report.ts'
import type { StartedTasks } from '../model/task-run-ports.ts'
import { exitCodeOf, failedContainers, isStopped } from '../rollout/assess-tasks.ts'
import type { WatchEnd } from '../rollout/watch.ts'
import type { Context } from './context.ts'
import type { RunRequest } from './run-request.ts'
import { describeContainers } from './run-table.ts'
import { awaitCancelled, awaitStop, stopTasks, type TaskRun, verdictOf } from './run-watch.ts'

/** A run that was started, and the task definition that it runs (ARN). */
export interface Started {
  readonly run: TaskRun
  readonly request: RunRequest
  readonly taskDefinition: string
}

/** How the tasks ended, or how our looking did. */
export async function concludeEnd(context: Context, started: Started, end: WatchEnd): Promise<CommandResult> {
  switch (end.kind) {
    case 'verdict':
      return concludeVerdict(context, started)
    case 'deadline':
      return concludeDeadline(context, started)
    case 'cancelled':
      return concludeCancelled(context, started)
    case 'blind':
      return { ...resultOf(context, started), ...concludeBlind(end.error, started) }
  }
}

async function concludeVerdict(context: Context, started: Started): Promise<CommandResult> {
  const { run, taskDefinition } = started
  const verdict = verdictOf(run)
  const result = resultOf(context, started)
  if (verdict.kind === 'succeeded') return { ...result, outcome: 'succeeded', sentence: verdict.sentence }
  const diagnosis = await explain(context, started, verdict.sentence)
  for (const task of run.tasks.values()) if (!isStopped(task)) context.leave(leftTask(context, run, task))
  const { label: category, retryable } = diagnosis
  const { sentence } = verdict
  return { ...result, outcome: 'failed', sentence, category, retryable, diagnosis, failed: taskDefinition }
}

async function concludeDeadline(context: Context, started: Started): Promise<CommandResult> {
  const { run } = started
  const { kind, sentence: seen } = verdictOf(run)
  const { sentence: stopped } = await stopTasks(context, run, 'ecspresso run: the timeout came before the end')
  await awaitStop(context, run)
  const why = kind === 'progressing' ? seen : 'the tasks go on'
  const sentence = `timeout waiting for task ${run.goal.until}: ${why}; ${stopped}`
  const result = resultOf(context, started)
  const evidence: Evidence = { source: 'cli', message: sentence }
  // The evidence is our own sentence, and AWS said nothing of it.
  const diagnosis = { ...(await explainBy(started, [evidence])), evidence: [] }
  context.emit({ kind: 'diagnosed', diagnosis })
  const { label: category, retryable } = diagnosis
  return { ...result, outcome: 'timed-out', sentence, category, retryable, diagnosis }
}

async function concludeCancelled(context: Context, started: Started): Promise<CommandResult> {
  const { sentence } = await stopTasks(context, started.run, 'ecspresso run: the workflow was cancelled')
  await awaitCancelled(context, started.run)
  const result = resultOf(context, started)
  const ending = { category: 'timeout/client', retryable: true, sentence: `the workflow was cancelled; ${sentence}` }
  return { ...result, outcome: 'cancelled', ...ending }
}

/** We may not look any more; the tasks know nothing of that and go on. */
function concludeBlind(error: AwsError, { run }: Started): Omit<CommandResult, 'taskArn'> {
  const expired = /Expired/.test(error.code)
  const why = expired ? 'the credentials expired' : `reading the task was refused (${error.code}: ${error.message})`
  return {
    outcome: 'timed-out',
    sentence: `the task of ${run.goal.revision} goes on, but ${why}`,
    ...(expired
      ? { category: 'credentials/expired', retryable: true }
      : { category: 'permission/caller', retryable: false }),
  }
}

/** What holds of a run however it ended: its tasks, their table, the last lines. */
function resultOf({ emit }: Context, { run }: Started): Omit<CommandResult, 'outcome' | 'sentence'> {
  const tasks = [...run.tasks.values()]
  const text = describeContainers(tasks)
  const document = { title: 'containers', language: 'text', text } as const
  emit({ kind: 'printed', document })
  const exitCode = exitCodeOf(tasks, run.goal)
  const logs = run.follower.excerpts()
  return {
    taskArn: tasks[0]?.taskArn ?? '',
    document,
    ...(exitCode === undefined ? {} : { exitCode }),
    ...(logs.length === 0 ? {} : { logs }),
  }
}

/** Why the tasks failed, by the rules that hold for deployments. */
async function explain({ emit }: Context, started: Started, sentence: string): Promise<Diagnosis> {
  const evidence = [...started.run.tasks.values()].flatMap((task) => readFailure(task, started.run))
  const told = evidence.length > 0 ? evidence : [{ source: 'cli', message: sentence } as const]
  const diagnosis = await explainBy(started, told)
  emit({ kind: 'diagnosed', diagnosis })
  return diagnosis
}

/** What a failed task says, without the containers that only went with it. */
function readFailure(task: Task, { goal }: TaskRun): readonly Evidence[] {
  const failed = failedContainers(task, goal)
  const neverRan = task.stopCode === 'TaskFailedToStart'
  if (failed.length === 0 && !neverRan) return []
  return readTask(neverRan ? task : { ...task, containers: [...failed] })
}

const lastLines = 20

async function explainBy({ run, request }: Started, evidence: readonly Evidence[]): Promise<Diagnosis> {
  // The rules are many, and most runs do not fail.
  const { diagnose } = await import('../diagnose/index.ts')
  const failing = new Set(evidence.map(({ task }) => task))
  const logs = run.follower
    .excerpts()
    .filter(({ task }) => failing.has(task))
    .map((log): LogExcerpt => ({ ...log, lines: log.lines.slice(-lastLines) }))
  const isOfFile = request.choice.kind === 'register'
  const definitions = isOfFile ? { taskDefinition: request.definition } : {}
  return diagnose({ evidence, logs, notes: [] }, definitions)
}

/** RunTask found no room: which tasks it started all the same, and how they are stopped. */
export async function refusePlacement(
  context: Context,
  request: RunRequest,
  { tasks, failures, taskDefinition }: StartedTasks & { readonly taskDefinition: string },
): Promise<CommandResult> {
  const { diagnose } = await import('../diagnose/index.ts')
  const reasons = [...new Set(failures.map(({ reason, detail }) => `${reason} ${detail}`.trim()))]
  const told = reasons.join('; ') || 'AWS started no task and gave no reason'
  const names = tasks.map(({ taskArn = '' }) => shortName(taskArn)).join(', ')
  const part = tasks.length === 0 ? '' : `; ${tasks.length} of ${request.task.count} tasks started: ${names}`
  for (const task of tasks) context.leave(leftTask(context, { cluster: request.task.cluster }, task))
  // RunTask finds no room in the words of the service scheduler.
  const evidence = reasons.map((message): Evidence => ({ source: 'event', operation: 'ecs:RunTask', message }))
  const diagnosis = diagnose({ evidence, logs: [], notes: [] }, { taskDefinition: request.definition })
  context.emit({ kind: 'diagnosed', diagnosis })
  const { label: category, retryable } = diagnosis
  const sentence = `failed to run task: ${told}${part}`
  const [first] = tasks
  const taskArn = first?.taskArn === undefined ? {} : { taskArn: first.taskArn }
  return { outcome: 'failed', sentence, category, retryable, diagnosis, failed: taskDefinition, ...taskArn }
}

function leftTask({ project }: Context, { cluster }: { readonly cluster: string }, { taskArn = '' }: Task): string {
  const id = shortName(taskArn)
  const region = project.config.region === '' ? '' : ` --region ${project.config.region}`
  return `task ${id} goes on; to stop it: \`aws ecs stop-task --cluster ${cluster} --task ${id}${region}\``
}

/** `--no-wait`: what was started, and how to look at it. */
export function tellStarted({ emit, project }: Context, { tasks, cluster, goal }: TaskRun): CommandResult {
  const arns = [...tasks.keys()]
  const region = project.config.region === '' ? '' : ` --region ${project.config.region}`
  const ids = arns.map(shortName)
  const look = `aws ecs describe-tasks --cluster ${cluster} --tasks ${ids.join(' ')}${region}`
  emit({ kind: 'note', level: 'info', text: `to see how it ends: \`${look}\`` })
  const what =
    arns.length === 1 ? `task ${ids[0]} of ${goal.revision} goes` : `${arns.length} tasks of ${goal.revision} go`
  return { outcome: 'started', sentence: `${what} on (--no-wait)`, taskArn: arns[0] ?? '' }
}

import { type AwsError, describeError } from '../errors.ts'
import type { Diagnosis } from '../model/diagnosis.ts'
import { type Deployment, type Service, shortName } from '../model/ecs.ts'
import type { RollbackResult } from '../model/report.ts'
import type { Outcome, Verdict } from '../model/verdict.ts'
import { createFollower, type FollowTools } from './follow.ts'
import { nameRegistrar } from './registrar.ts'
import { goBack, type Recovery, seeReturn } from './rollback.ts'
import { findPrimary, type Started, taskDefinitionOf } from './started.ts'
import { isOnItsWay } from './trend.ts'
import type { Return } from './turn.ts'
import type { WatchEnd } from './watch.ts'

/** How a started deployment ended, and what was done about it. */
export interface Conclusion {
  readonly outcome: Outcome
  readonly sentence: string
  /** `category/subcategory` where the end itself tells it; a diagnosis tells more. */
  readonly category?: string
  readonly diagnosis?: Diagnosis
  readonly rollback?: RollbackResult
  /** ARN of our service deployment, once it was seen. */
  readonly serviceDeployment?: string
  /** ARN of the task definition that the service was set to run at the last look. */
  readonly running?: string
  /** Whether ECS goes on starting tasks of the deployment that failed. */
  readonly goesOn?: boolean
  /** What still serves of the deployments before, where ours ended and stands in first place. */
  readonly serving?: { readonly taskDefinition: string; readonly tasks: number }
}

/** How a deployment ended, in its own words, and the label that holds where no evidence tells more. */
interface Ending {
  readonly sentence: string
  readonly category: string
}

/** What seeing a deployment through needs besides looking. */
export interface SeeThroughTools extends FollowTools {
  /** Explains the failure from what was collected and from how it ended; asked before anything is undone. Never throws. */
  explain(end: Ending): Promise<Diagnosis>
  readonly onCancel: 'leave' | 'rollback'
}

/** Follows a deployment to its end; on failure explains it first, then goes back as the policy says. */
export async function seeThrough(
  started: Started,
  recovery: Recovery,
  tools: SeeThroughTools & { readonly deadline: number },
): Promise<Conclusion> {
  const follower = createFollower(started, { ...tools, leavesToEcs: recovery.policy === 'never' })
  const end = await follower.follow(tools.deadline)
  const conclusion = await concludeEnd(end, { started, follower, recovery, tools }, tools)
  const { service, serviceDeployment } = follower.latest() ?? {}
  const arn = serviceDeployment?.serviceDeploymentArn
  const running = service === undefined ? '' : taskDefinitionOf(service)
  const serving = service === undefined ? undefined : findServing(service, started)
  return {
    ...conclusion,
    ...(arn === undefined ? {} : { serviceDeployment: arn }),
    ...(running === '' ? {} : { running }),
    ...(serving === undefined ? {} : { serving }),
  }
}

function findServing(service: Service, started: Started): Conclusion['serving'] {
  if (service.status !== 'ACTIVE' || findPrimary(service)?.id !== started.deploymentId) return undefined
  const serves = ({ id, runningCount = 0 }: Deployment) => id !== started.deploymentId && runningCount > 0
  const { taskDefinition = '', runningCount: tasks = 0 } = service.deployments?.find(serves) ?? {}
  return taskDefinition === '' ? undefined : { taskDefinition, tasks }
}

function concludeEnd(end: WatchEnd, going: Return, tools: SeeThroughTools): Conclusion | Promise<Conclusion> {
  switch (end.kind) {
    case 'verdict':
      return concludeVerdict(end.verdict, going, tools)
    case 'deadline':
      return concludeDeadline(end, going, tools)
    case 'blind':
      return concludeBlind(end.error, going.started, tools.clock.now())
    case 'cancelled':
      return concludeCancelled(going, tools)
  }
}

async function concludeVerdict(verdict: Verdict, going: Return, tools: SeeThroughTools): Promise<Conclusion> {
  const { sentence } = verdict
  switch (verdict.kind) {
    case 'progressing':
      return { outcome: 'started', sentence }
    case 'succeeded':
      return { outcome: 'succeeded', sentence }
    case 'superseded':
      return { outcome: 'superseded', sentence: await nameRegistrar(sentence, going), category: 'conflict/superseded' }
    case 'rollback-failed':
      return concludeNoReturn(verdict, going, tools)
    case 'rolled-back':
    case 'rolling-back': {
      tools.emit({ kind: 'rollback', sentence })
      const diagnosis = await explain(tools, { sentence: verdict.why, category: categoryOf(verdict) })
      return afterReturn({ sentence: verdict.why, diagnosis }, await seeReturn(going, 'ecs'))
    }
    case 'failed':
      return concludeFailed(verdict, going, tools)
  }
}

/** ECS tries to go back even where nothing ran before. */
async function concludeNoReturn(
  verdict: Extract<Verdict, { kind: 'rollback-failed' }>,
  { recovery: { target } }: Return,
  tools: SeeThroughTools,
): Promise<Conclusion> {
  const isFirst = target.kind === 'none'
  const sentence = isFirst ? `${verdict.why}; nothing to go back to: ${target.reason}` : verdict.sentence
  const diagnosis = await explain(tools, { sentence, category: categoryOf(verdict) })
  return { outcome: isFirst ? 'failed' : 'rollback-failed', sentence, diagnosis }
}

async function concludeFailed(
  verdict: Extract<Verdict, { kind: 'failed' }>,
  going: Return,
  tools: SeeThroughTools,
): Promise<Conclusion> {
  const { sentence } = verdict
  const diagnosis = await explain(tools, { sentence, category: categoryOf(verdict) })
  // A service that is gone has nothing to go back to; who stopped a deployment by hand wanted it stopped.
  const hopeless = verdict.by === 'service' || verdict.by === 'person'
  // ECS has not given up what we call failed by its tasks.
  const goesOn = verdict.by === 'tasks'
  if (hopeless || going.recovery.policy === 'never') {
    return { outcome: 'failed', sentence: goesOn ? `${sentence}; the deployment goes on` : sentence, diagnosis, goesOn }
  }
  const concluded = await rollBack({ sentence, diagnosis }, going, tools)
  return { ...concluded, goesOn: goesOn && concluded.rollback?.ended === 'not-possible' }
}

async function concludeDeadline(
  end: Extract<WatchEnd, { kind: 'deadline' }>,
  going: Return,
  tools: SeeThroughTools,
): Promise<Conclusion> {
  const category = 'timeout/stability'
  const seen = end.last?.verdict.sentence ?? 'the service could not be read'
  const sentence = `timeout waiting for service stable: ${seen}`
  const { policy } = going.recovery
  const leave = policy === 'never' || (policy === 'auto' && isOnItsWay(going.follower.trend()))
  const diagnosis = await explain(tools, { sentence, category })
  if (leave) return { outcome: 'timed-out', sentence: `${sentence}; the deployment goes on`, category, diagnosis }
  return rollBack({ sentence, diagnosis, category }, going, tools)
}

type Failure = Omit<Conclusion, 'outcome' | 'rollback'>

async function rollBack(failure: Failure, going: Return, tools: SeeThroughTools): Promise<Conclusion> {
  const { target } = going.recovery
  if (tools.signal.aborted) return concludeCancelledFailure(failure, going, tools)
  const to = target.kind === 'target' ? `rolling back to ${shortName(target.taskDefinition)}` : 'cannot roll back'
  tools.emit({ kind: 'rollback', sentence: `${failure.sentence}; ${to}` })
  return afterReturn(failure, await goBack(going))
}

function afterReturn(failure: Failure, rollback: RollbackResult): Conclusion {
  const sentence = `${failure.sentence}; ${rollback.sentence}`
  if (rollback.ended === 'rolled-back') return { ...failure, outcome: 'rolled-back', sentence, rollback }
  if (rollback.ended === 'cancelled') return { ...failure, outcome: 'cancelled', sentence, rollback }
  const nowhere = rollback.ended === 'not-possible' || rollback.target.kind === 'none'
  const outcome = nowhere ? 'failed' : 'rollback-failed'
  return { ...failure, outcome, sentence, rollback }
}

/** We may not look any more; the deployment knows nothing of that and goes on. */
function concludeBlind(error: AwsError, started: Started, now: number): Conclusion {
  const expired = /Expired/.test(error.code)
  const time = new Date(now).toISOString().slice(11, 19)
  const why = expired
    ? `the credentials expired at ${time} UTC`
    : `reading the service was refused (${error.code}: ${error.message})`
  return {
    outcome: 'timed-out',
    sentence: `the deployment of ${shortName(started.taskDefinition)} goes on, but ${why}`,
    category: expired ? 'credentials/expired' : 'permission/caller',
  }
}

const cancelled = { outcome: 'cancelled', category: 'timeout/client' } as const

async function concludeCancelled(going: Return, tools: SeeThroughTools): Promise<Conclusion> {
  const name = shortName(going.started.taskDefinition)
  if (tools.onCancel === 'leave' || going.recovery.target.kind === 'none') {
    return { ...cancelled, sentence: `the workflow was cancelled; the deployment of ${name} goes on` }
  }
  const sentence = `the workflow was cancelled while ${name} was being deployed; ${await askToReturn(going)}`
  return { ...cancelled, sentence }
}

/** It failed, and then the workflow was cancelled: nobody waits for a rollback any more. */
async function concludeCancelledFailure(
  failure: Failure,
  going: Return,
  { onCancel }: SeeThroughTools,
): Promise<Conclusion> {
  const asked = onCancel === 'rollback' ? await askToReturn(going) : 'nothing was rolled back'
  return { ...failure, outcome: 'cancelled', sentence: `${failure.sentence}; the workflow was cancelled; ${asked}` }
}

/** What became of asking ECS to go back: one call only, the runner leaves 7.5 s after SIGINT. */
async function askToReturn({ follower, recovery, tools }: Return): Promise<string> {
  const arn = follower.latest()?.serviceDeployment?.serviceDeploymentArn
  const { returnInput } = recovery
  try {
    if (arn !== undefined) await tools.ecs.stopServiceDeployment(arn)
    else if (returnInput !== undefined) await tools.ecs.updateService(returnInput)
    else return 'there is nothing to roll back to'
    return 'ECS was asked to roll back'
  } catch (error) {
    return `ECS could not be asked to roll back: ${describeError(error)}`
  }
}

async function explain(tools: SeeThroughTools, ending: Ending): Promise<Diagnosis> {
  const diagnosis = await tools.explain(ending)
  tools.emit({ kind: 'diagnosed', diagnosis })
  return diagnosis
}

/** What the end itself tells of the reason, before the evidence is heard. */
function categoryOf(verdict: Extract<Verdict, { by: unknown }>): string {
  const categories = {
    'circuit-breaker': 'rollback/circuit-breaker',
    tasks: 'rollback/circuit-breaker',
    alarm: 'rollback/alarm',
    hook: 'rollback/hook',
    person: 'rollback/manual',
    service: 'conflict/service-draining',
  } satisfies Record<typeof verdict.by, string>
  return categories[verdict.by]
}

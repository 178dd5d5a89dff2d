import { StepError, UserError } from '../errors.ts'
import { parseTaskDefinitionName, type Service, shortName } from '../model/ecs.ts'
import type { CommandResult, RollbackResult } from '../model/report.ts'
import { createFollower, type FollowTools } from '../rollout/follow.ts'
import { goBack, type Recovery } from '../rollout/rollback.ts'
import { followUpdate } from '../rollout/started.ts'
import { type Return, turnBack } from '../rollout/turn.ts'
import { argumentError } from './argument-error.ts'
import { booleanFlag, type Command, type Context, isDryRun, numberFlag, requireService } from './context.ts'
import { rollbackFlags } from './flags.ts'
import { requireLiveService } from './snapshot.ts'

/** `rollback`: back to the previous revision of the task definition. */
export const rollback: Command = {
  name: 'rollback',
  summary: 'go back to the previous revision of the task definition',
  flags: rollbackFlags,
  run: runRollback,
}

async function runRollback(context: Context): Promise<CommandResult> {
  const deregisters = booleanFlag(context, 'deregister-task-definition', true)
  if (deregisters && !booleanFlag(context, 'wait', true)) {
    throw argumentError(
      '--deregister-task-definition needs the end of the rollback',
      'add --no-deregister-task-definition',
    )
  }
  const service = await requireLiveService(context)
  const target = await findPrevious(context, service)
  const from = service.taskDefinition ?? ''
  context.emit({ kind: 'target', target: { kind: 'target', taskDefinition: target } })
  if (isDryRun(context)) return sayWhatWouldHappen(context, { from, target, deregisters })
  const going = await prepareReturn(context, service, target)
  const facts = { previous: from, running: target }
  if (!booleanFlag(context, 'wait', true)) {
    await turnBack(going)
    return {
      outcome: 'started',
      sentence: `Service is rolled back: the rollback to ${shortName(target)} goes on (--no-wait)`,
      ...facts,
    }
  }
  const result = await goBack(going)
  if (result.ended === 'rolled-back' && deregisters) await deregister(context, from)
  return { ...facts, ...concludeReturn(result, from) }
}

function concludeReturn(rollback: RollbackResult, from: string): CommandResult {
  const { ended, sentence, deploymentId } = rollback
  const base = { rollback, ...(deploymentId === undefined ? {} : { deploymentId }) }
  if (ended === 'rolled-back') {
    return { ...base, outcome: 'succeeded', sentence: `rolled back from ${shortName(from)}: ${sentence}` }
  }
  return { ...base, outcome: ended === 'cancelled' ? 'cancelled' : 'rollback-failed', sentence, running: from }
}

/** The active revision just below the one that runs, or the one that `--revision` names (specification 5.7). */
async function findPrevious(context: Context, service: Service): Promise<string> {
  const current = service.taskDefinition ?? ''
  const { family } = parseTaskDefinitionName(current)
  const revision = numberFlag(context, 'revision') ?? 0
  if (revision > 0) {
    const named = await context.aws.ecs.describeTaskDefinition(`${family}:${revision}`)
    if (named?.definition.status === 'ACTIVE') return named.arn
    throw noTarget(`${family}:${revision} is not an active revision`)
  }
  const arns = await context.aws.ecs.listTaskDefinitions(family)
  const position = arns.indexOf(current)
  const previous = position < 0 ? undefined : arns[position + 1]
  if (previous !== undefined) return previous
  throw noTarget(
    position < 0 ? `${shortName(current)} is deregistered` : `${shortName(current)} is the oldest active revision`,
  )
}

function noTarget(why: string): UserError {
  return new UserError(`rollback target is not found: ${why}`, {
    hint: 'see the revisions with `aws ecs list-task-definitions`, then `rollback --revision N`',
    category: 'rollback/no-target',
  })
}

async function prepareReturn(context: Context, service: Service, target: string): Promise<Return> {
  const { aws, clock, emit, signal, options } = context
  const name = requireService(context.project)
  const inFlight = service.deployments?.find((one) => one.status === 'PRIMARY' && one.rolloutState === 'IN_PROGRESS')
  const others = (service.deployments ?? []).filter((one) => one !== inFlight)
  const started = followUpdate(name, { before: { ...service, deployments: others }, after: service }, 'deployed')
  const tools: FollowTools = {
    ecs: aws.ecs,
    clock,
    emit,
    signal,
    interval: options.pollInterval,
    collect: async () => 0,
  }
  const follower = createFollower(started, tools)
  if (inFlight !== undefined) await follower.follow(clock.now())
  const recovery: Recovery = {
    policy: 'always',
    target: {
      kind: 'target',
      taskDefinition: target,
      ...(await findSource(context, follower.latest()?.serviceDeployment, target)),
    },
    before: service,
    returnInput: { cluster: name.cluster, service: name.service, taskDefinition: target },
    restoreInput: undefined,
    tags: { add: [], remove: [] },
    timeout: options.timeout,
  }
  return { started, follower, recovery, tools }
}

type InFlight = NonNullable<ReturnType<ReturnType<typeof createFollower>['latest']>>['serviceDeployment']

/** The service revision that ECS would go back to, where it holds the target: then ECS itself can turn round. */
async function findSource({ aws }: Context, inFlight: InFlight, target: string): Promise<{ serviceRevision?: string }> {
  const sources = (inFlight?.sourceServiceRevisions ?? []).flatMap((one) => one.arn ?? [])
  if (sources.length === 0) return {}
  const revisions = await aws.ecs.describeServiceRevisions(sources)
  const arn = revisions.find((one) => one.taskDefinition === target)?.serviceRevisionArn
  return arn === undefined ? {} : { serviceRevision: arn }
}

async function deregister({ aws, emit }: Context, arn: string): Promise<void> {
  try {
    await aws.ecs.deregisterTaskDefinition(arn)
    const summary = `deregistered ${shortName(arn)}`
    emit({ kind: 'call', operation: 'DeregisterTaskDefinition', summary, dryRun: false })
  } catch (error) {
    throw new StepError(`the service is rolled back, but ${shortName(arn)} could not be deregistered`, error)
  }
}

function sayWhatWouldHappen(
  { emit, project }: Context,
  plan: { readonly from: string; readonly target: string; readonly deregisters: boolean },
): CommandResult {
  const [from, to] = [shortName(plan.from), shortName(plan.target)]
  const input = { ...requireService(project), taskDefinition: plan.target }
  const call = { kind: 'call', dryRun: true } as const
  emit({ ...call, operation: 'UpdateService', summary: `update the service to ${to}`, input })
  if (plan.deregisters) {
    const deregistration = { taskDefinition: plan.from }
    emit({ ...call, operation: 'DeregisterTaskDefinition', summary: `deregister ${from}`, input: deregistration })
  }
  const sentence = `DRY RUN OK: would go back from ${from} to ${to}`
  return { outcome: 'dry-run', sentence, running: plan.from, previous: plan.from }
}

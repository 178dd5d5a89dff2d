import { AwsError, StepError } from '../errors.ts'
import { noDeaths } from '../model/deaths.ts'
import { parseTaskDefinitionName, type Service, shortName } from '../model/ecs.ts'
import type { CommandResult, RollbackResult } from '../model/report.ts'
import { createFollower, type FollowTools } from '../rollout/follow.ts'
import { goBack, type Recovery } from '../rollout/rollback.ts'
import { followUpdate } from '../rollout/started.ts'
import { type Return, turnBack } from '../rollout/turn.ts'
import { argumentError } from './argument-error.ts'
import { booleanFlag, type Command, type Context, isDryRun, requireService } from './context.ts'
import { refuseUnsupported } from './controller.ts'
import { rollbackFlags } from './flags.ts'
import { findRevisionUse } from './revision-use.ts'
import { chooseTarget } from './rollback-target.ts'
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
  refuseUnsupported(service.deploymentController?.type)
  const target = await chooseTarget(context, service)
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

async function prepareReturn(context: Context, service: Service, target: string): Promise<Return> {
  const { aws, clock, emit, signal, options } = context
  const name = requireService(context.project)
  const inFlight = service.deployments?.find((one) => one.status === 'PRIMARY' && one.rolloutState === 'IN_PROGRESS')
  const others = (service.deployments ?? []).filter((one) => one !== inFlight)
  const until = context.flags['wait-until'] === 'deployed' ? 'deployed' : 'stable'
  const started = followUpdate(name, { before: { ...service, deployments: others }, after: service }, until)
  const tools: FollowTools = {
    ecs: aws.ecs,
    clock,
    emit,
    signal,
    interval: options.pollInterval,
    collect: async () => noDeaths,
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

/** Removes the revision that was left, unless something still uses it. */
async function deregister(context: Context, arn: string): Promise<void> {
  const { aws, emit } = context
  const obstacle = await findObstacle(context, arn)
  if (obstacle !== undefined) {
    const name = shortName(arn)
    const text = `${name} stays registered: ${obstacle}; to remove it: \`deregister --revision ${name.split(':')[1]} --force\``
    emit({ kind: 'note', level: 'warning', text })
    return
  }
  try {
    await aws.ecs.deregisterTaskDefinition(arn)
    const summary = `deregistered ${shortName(arn)}`
    emit({ kind: 'call', operation: 'DeregisterTaskDefinition', summary, dryRun: false })
  } catch (error) {
    throw new StepError(`the service is rolled back, but ${shortName(arn)} could not be deregistered`, error)
  }
}

// The tasks that the rollback is just stopping.
const leaving = /^(DEACTIVATING|STOPPING|DEPROVISIONING) task$/

/** Why a revision should stay; what we may not know, we do not destroy. */
async function findObstacle(context: Context, arn: string): Promise<string | undefined> {
  try {
    const use = (await findRevisionUse(context, parseTaskDefinitionName(arn).family)).get(arn)
    return use === undefined || leaving.test(use) ? undefined : `it is in use by ${use}`
  } catch (error) {
    if (!(error instanceof AwsError)) throw error
    return `what uses it could not be read (${error.message})`
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

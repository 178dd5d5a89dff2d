import type { DiagnosisContext } from '../diagnose/index.ts'
import type { Diagnosis, Evidence } from '../model/diagnosis.ts'
import { type Service, shortName } from '../model/ecs.ts'
import { textAt } from '../model/json.ts'
import type { CommandResult } from '../model/report.ts'
import { planRestore, planReturn, planTagReturn } from '../plan/restoration.ts'
import type { UpdatePlan } from '../plan/service-plan.ts'
import { type Conclusion, type SeeThroughTools, seeThrough } from '../rollout/conclusion.ts'
import { findTarget, type Recovery } from '../rollout/rollback.ts'
import { countTasks } from '../rollout/sentences.ts'
import { findPrimary, followUpdate, type Started, type WaitUntil } from '../rollout/started.ts'
import { restoreScaling, type ScalingDone } from './auto-scaling.ts'
import { booleanFlag, type Context, requireService } from './context.ts'
import { findLostImages } from './lost-image.ts'

/** What was done to a service: how it was, how it answered, and what was sent. */
export interface Update {
  /** Undefined: the service is new. */
  readonly before: Service | undefined
  readonly after: Service
  readonly plan: UpdatePlan
  readonly scaling: ScalingDone
}

/** Waits for the end of an update as the flags say, goes back where it failed, and tells what runs then. */
export async function conclude(context: Context, update: Update): Promise<CommandResult> {
  const sent = textAt(update.plan.input, ['taskDefinition'])
  const states = { ...update, wanted: sent?.startsWith('arn:') ? sent : undefined }
  const started = followUpdate(requireService(context.project), states, waitUntilOf(context))
  const { deploymentId, taskDefinition } = started
  if (!booleanFlag(context, 'wait', true)) {
    const sentence = `Service is deployed: ${describeStart(started, update.after)} (--no-wait)`
    return { outcome: 'started', sentence, deploymentId, running: taskDefinition }
  }
  const recovery = planRecovery(context, update)
  const [tools] = await Promise.all([prepareTools(context, started), warnOfLostImages(context, recovery)])
  const ended = await seeThrough(started, recovery, { ...tools, deadline: context.deadline })
  const conclusion = await scaleBack(context, ended, update.scaling)
  sayWhatStays(context, { started, conclusion, recovery })
  sayCountStays(context, update, conclusion)
  const result = resultOf(conclusion, started)
  return isIdle(started, update, conclusion) ? { ...result, outcome: 'unchanged' } : result
}

/** What is under way when nobody waits: a deployment, or only another count. */
function describeStart({ taskDefinition, opened }: Started, after: Service): string {
  const name = shortName(taskDefinition)
  if (opened || findPrimary(after)?.rolloutState !== 'COMPLETED') return `the deployment of ${name} goes on`
  const { runningCount = 0, desiredCount = 0 } = after
  return `no new deployment of ${name}; ${countTasks(runningCount)} running, ${desiredCount} desired`
}

/** What a failed deployment that was not undone leaves: its own tasks to come, or those of before that still serve. */
function sayWhatStays(
  context: Context,
  end: { readonly started: Started; readonly conclusion: Conclusion; readonly recovery: Recovery },
): void {
  const { started, conclusion, recovery } = end
  const { outcome, goesOn, rollback, serving } = conclusion
  if (goesOn === true) context.leave(describeRest(started, conclusion, recovery))
  if (outcome !== 'failed' || goesOn === true || rollback !== undefined || serving === undefined) return
  const { taskDefinition, tasks } = serving
  const what = `${tasks} ${tasks === 1 ? 'task' : 'tasks'} of ${shortName(taskDefinition)} still run`
  const set = `the service stays set to ${shortName(started.taskDefinition)}`
  context.leave(`${what}, but ${set}: deploy again, or go back with the command \`rollback\``)
}

/** A desired count that nobody puts back: auto scaling may own it, or not. */
function sayCountStays(context: Context, { before, plan, scaling }: Update, { rollback }: Conclusion): void {
  const count = plan.input['desiredCount']
  const former = before?.desiredCount
  const unknown = scaling.ownsCount && scaling.before === undefined
  if (rollback?.ended !== 'rolled-back' || !unknown || count === undefined || count === former) return
  context.leave(`the desired count stays ${count} (before: ${former}): whether auto scaling moves it could not be read`)
}

/** A deployment that nobody stopped, and the command that does. */
function describeRest(
  { name, taskDefinition }: Started,
  { serviceDeployment }: Conclusion,
  recovery: Recovery,
): string {
  const rest = `the deployment of ${shortName(taskDefinition)} goes on: ECS keeps starting its tasks`
  if (recovery.target.kind === 'none') {
    const service = `--cluster ${name.cluster} --service ${name.service}`
    return `${rest}; to stop that: \`aws ecs update-service ${service} --desired-count 0\``
  }
  if (serviceDeployment === undefined) return `${rest}; to go back: the command \`rollback\``
  const arn = `--service-deployment-arn ${serviceDeployment}`
  return `${rest}; to go back: \`aws ecs stop-service-deployment ${arn} --stop-type ROLLBACK\``
}

/** After a rollback auto scaling goes back to what it was too: no service revision holds it. */
async function scaleBack(context: Context, conclusion: Conclusion, scaling: ScalingDone): Promise<Conclusion> {
  const { rollback } = conclusion
  if (rollback?.ended !== 'rolled-back') return conclusion
  const refusal = await restoreScaling(context, scaling)
  if (refusal === undefined) return conclusion
  const left = `but auto scaling could not be put back: ${refusal}`
  return {
    ...conclusion,
    outcome: 'rollback-failed',
    sentence: `${conclusion.sentence}, ${left}`,
    rollback: { ...rollback, ended: 'failed', sentence: `${rollback.sentence}, ${left}` },
  }
}

/** An update that opened no deployment and changed nothing. */
function isIdle(started: Started, { before, plan, scaling }: Update, { outcome }: Conclusion): boolean {
  if (outcome !== 'succeeded' || started.opened || plan.changesService || scaling.change !== undefined) return false
  const count = plan.input['desiredCount']
  return 'taskDefinition' in plan.input && (count === undefined || count === before?.desiredCount)
}

function waitUntilOf(context: Context): WaitUntil {
  return context.flags['wait-until'] === 'stable' ? 'stable' : 'deployed'
}

/** The way back, decided while the way forward is still open. */
function planRecovery(context: Context, { before, plan, scaling }: Update): Recovery {
  const { options, project } = context
  const target = findTarget(before)
  const none = { add: [], remove: [] }
  const base = { policy: options.rollback, target, before, timeout: options.timeout }
  if (before === undefined || target.kind === 'none') {
    return { ...base, returnInput: undefined, restoreInput: undefined, tags: none }
  }
  const name = requireService(project)
  const sides = { name, before, sent: plan.input, scalingTarget: scaling.ownsCount }
  return {
    ...base,
    returnInput: planReturn({ ...sides, taskDefinition: target.taskDefinition }),
    restoreInput: planRestore(sides),
    tags: planTagReturn(before, plan.tags),
  }
}

/** A rollback could not start a single task: better known before it is needed. */
async function warnOfLostImages({ aws, emit }: Context, { target, policy }: Recovery): Promise<void> {
  if (target.kind === 'none' || policy === 'never') return
  const lost = await findLostImages(aws, target.taskDefinition)
  if (lost.length === 0) return
  const text = `a rollback to ${shortName(target.taskDefinition)} would fail: ${lost.join(', ')} does not exist any more`
  emit({ kind: 'note', level: 'warning', text })
}

async function prepareTools(context: Context, started: Started): Promise<SeeThroughTools> {
  const { aws, clock, emit, signal, options } = context
  const [registered, { createGatherer, diagnose }] = await Promise.all([
    // Only for the logs of failed containers: not worth losing sight of a deployment that has begun.
    aws.ecs.describeTaskDefinition(started.taskDefinition).catch(() => undefined),
    import('../diagnose/index.ts'),
  ])
  const gatherer = createGatherer({
    aws,
    name: started.name,
    deploymentIds: new Set([started.deploymentId]),
    taskDefinition: registered?.definition,
    since: started.eventsSince,
  })
  return {
    ecs: aws.ecs,
    clock,
    emit,
    signal,
    interval: options.pollInterval,
    onCancel: options.onCancel,
    collect: (service) => gatherer.look(service),
    containerCheck: (registered?.definition.containerDefinitions ?? []).some((one) => one.healthCheck !== undefined),
    readDrainDelay: (service) => readDrainDelay(context, service),
    async explain({ sentence, category }) {
      const [dossier, definitions] = await Promise.all([gatherer.dossier(), readDefinitions(context)])
      const diagnosis = diagnose(dossier, definitions)
      if (tellsCause(diagnosis)) return isEndOnly(diagnosis) ? { ...diagnosis, reason: sentence } : diagnosis
      // No task, event or log says why: how it ended is all that is known, and nothing that AWS said.
      const end: Evidence = { source: 'rollout', message: sentence }
      const ended = diagnose({ ...dossier, evidence: [...dossier.evidence, end] }, definitions)
      const evidence = ended.evidence.filter((one) => one.message !== sentence)
      return { ...ended, evidence, label: tellsCause(ended) ? ended.label : category }
    },
  }
}

/** The longest of the service's target groups, in seconds; nothing where none may be read. */
async function readDrainDelay({ aws }: Context, { loadBalancers = [] }: Service): Promise<number | undefined> {
  const arns = [...new Set(loadBalancers.flatMap(({ targetGroupArn }) => targetGroupArn ?? []))]
  const times = await Promise.allSettled(arns.map((arn) => aws.targetGroups.readTimes(arn)))
  const delays = times.flatMap((one) => (one.status === 'fulfilled' ? [one.value.deregistrationDelay] : []))
  return delays.length === 0 ? undefined : Math.max(...delays)
}

/** Normal news and lines that nothing recognises are no cause. */
function tellsCause({ label }: Diagnosis): boolean {
  return !/^(unknown|info)\//.test(label)
}

/** Labels that say how it ended and not why: our own sentence knows the numbers and names. */
function isEndOnly({ label }: Diagnosis): boolean {
  return /^(rollback|timeout)\//.test(label)
}

/** The files at fault, as far as the project has them; commands that apply none may run where they cannot be read. */
async function readDefinitions({ project }: Context): Promise<DiagnosisContext> {
  const { config } = project
  const [taskDefinition, serviceDefinition] = await Promise.all([
    config.taskDefinition && project.taskDefinition().catch(() => undefined),
    config.serviceDefinition && project.serviceDefinition().catch(() => undefined),
  ])
  return { ...(taskDefinition && { taskDefinition }), ...(serviceDefinition && { serviceDefinition }) }
}

function resultOf(conclusion: Conclusion, started: Started): CommandResult {
  const { outcome, sentence, rollback, serviceDeployment, running = started.taskDefinition } = conclusion
  const target = rollback?.ended === 'rolled-back' && rollback.target.kind === 'target' ? rollback.target : undefined
  const hasFailed = outcome === 'failed' || outcome === 'rolled-back' || outcome === 'rollback-failed'
  return {
    outcome,
    sentence,
    deploymentId: serviceDeployment ?? started.deploymentId,
    running: target?.taskDefinition ?? running,
    ...(hasFailed ? { failed: started.taskDefinition } : {}),
    ...explanationOf(conclusion),
    ...(rollback === undefined ? {} : { rollback }),
  }
}

/** Why it did not succeed; without a diagnosis (overtaken, lost sight of) the same run may simply succeed later. */
function explanationOf({ diagnosis, category }: Conclusion): Partial<CommandResult> {
  if (diagnosis !== undefined) return { category: diagnosis.label, retryable: diagnosis.retryable, diagnosis }
  return category === undefined ? {} : { category, retryable: category !== 'permission/caller' }
}

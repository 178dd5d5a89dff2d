import { UserError } from '../errors.ts'
import { hasChanges, type ProjectComparison } from '../model/comparison.ts'
import { type Service, shortName } from '../model/ecs.ts'
import type { CommandResult } from '../model/report.ts'
import { type DesiredCount, planUpdate, type UpdatePlan } from '../plan/service-plan.ts'
import { findTarget } from '../rollout/rollback.ts'
import { booleanFlag, type Command, type Context, numberFlag, requireService } from './context.ts'
import { createService } from './creation.ts'
import { compareSides } from './diff.ts'
import { deployFlags } from './flags.ts'
import { conclude, type Update } from './see-through.ts'
import { readLiveTaskDefinition, readService, readServiceDefinition } from './snapshot.ts'
import { chooseTaskDefinition, settleTaskDefinition, type TaskDefinitionChoice } from './task-definition-choice.ts'
import { changeTags, updateService } from './writes.ts'

/** `deploy`: registers the task definition, updates or creates the service, sees it through. */
export const deploy: Command = {
  name: 'deploy',
  summary: 'deploy the service: register, update, wait, roll back when it fails',
  flags: deployFlags,
  run: runDeploy,
}

async function runDeploy(context: Context): Promise<CommandResult> {
  const { project, aws } = context
  requireService(project)
  const [service] = await Promise.all([
    readService(aws.ecs, project),
    readServiceDefinition(project),
    loadFile(context),
  ])
  if (service === undefined) return createService(context)
  refuseUnsupported(service)
  warnOfDeploymentInFlight(context, service)
  const choice = await chooseTaskDefinition(context, service)
  const target = findTarget(service)
  context.emit({ kind: 'target', target })
  if (context.options.unchanged === 'skip') return deployWhenChanged(context, { service, choice })
  const [taskDefinition, comparison] = await Promise.all([
    settleTaskDefinition(context, choice),
    compare(context, { service, choice }),
  ])
  return update(context, { service, taskDefinition, comparison })
}

interface Decision {
  readonly service: Service
  readonly choice: TaskDefinitionChoice
}

/** `unchanged: skip`: the comparison comes first, and nothing is registered for nothing. */
async function deployWhenChanged(context: Context, decision: Decision): Promise<CommandResult> {
  const comparison = await compare(context, decision)
  const inFlight = (decision.service.deployments ?? []).some((one) => one.rolloutState === 'IN_PROGRESS')
  if (!hasChanges(comparison) && !inFlight && !booleanFlag(context, 'force-new-deployment')) {
    const running = decision.service.taskDefinition ?? ''
    const sentence = `nothing differs: ${shortName(running)} runs already`
    return { outcome: 'unchanged', sentence, changed: false, comparison, running, previous: running }
  }
  const taskDefinition = await settleTaskDefinition(context, decision.choice)
  return update(context, { service: decision.service, taskDefinition, comparison })
}

/** What the deploy changes, told before it acts; the task definition only where the file is deployed. */
async function compare(context: Context, { service, choice }: Decision): Promise<ProjectComparison> {
  const { project, aws, emit } = context
  const taskDefinition = choice.kind === 'register' ? choice.definition : undefined
  const updates = booleanFlag(context, 'update-service', true)
  const [live, serviceDefinition] = await Promise.all([
    taskDefinition && readLiveTaskDefinition(aws.ecs, service, taskDefinition),
    updates ? readServiceDefinition(project) : undefined,
  ])
  const comparison = compareSides(context, { service, serviceDefinition, taskDefinition, live })
  emit({ kind: 'compared', comparison })
  return comparison
}

async function update(
  context: Context,
  known: { service: Service; taskDefinition: string; comparison: ProjectComparison },
): Promise<CommandResult> {
  const { service, comparison } = known
  const plan = await planOf(context, service, known.taskDefinition)
  const changed = hasChanges(comparison)
  const previous = service.taskDefinition ?? ''
  await changeTags(context, service, plan.tags)
  const after = await updateService(context, plan.input)
  if (after === undefined)
    return {
      outcome: 'dry-run',
      sentence: 'DRY RUN OK: nothing was written',
      changed,
      comparison,
      running: previous,
      previous,
    }
  const done: Update = { before: service, after, plan }
  return { ...(await conclude(context, done)), changed, comparison, previous }
}

async function planOf(context: Context, remote: Service, taskDefinitionArn: string): Promise<UpdatePlan> {
  const { project } = context
  return planUpdate({
    name: requireService(project),
    remote,
    local: await readServiceDefinition(project),
    taskDefinitionArn: taskDefinitionArn === '' ? undefined : taskDefinitionArn,
    desiredCount: desiredCountOf(context),
    forceNewDeployment: booleanFlag(context, 'force-new-deployment'),
    updateService: booleanFlag(context, 'update-service', true),
    ignoreTags: project.config.ignoreTags,
  })
}

/** `--tasks`: -1, as without the flag, means the count of the service definition. */
export function desiredCountOf(context: Context): DesiredCount {
  return numberFlag(context, 'tasks') ?? -1
}

/** The files are read while AWS is asked about the service. */
async function loadFile(context: Context): Promise<void> {
  const needed = !booleanFlag(context, 'skip-task-definition') && numberFlag(context, 'revision') === undefined
  if (needed && !booleanFlag(context, 'latest-task-definition')) await context.project.taskDefinition()
}

function refuseUnsupported(service: Service): void {
  const controller = service.deploymentController?.type ?? 'ECS'
  if (controller === 'ECS') return
  throw new UserError(`unsupported deployment controller type: ${controller}`, {
    hint: 'services of the controller ECS can be deployed; diff, verify and status work for this one too',
  })
}

function warnOfDeploymentInFlight({ emit }: Context, service: Service): void {
  const running = (service.deployments ?? []).find(
    (one) => one.status === 'PRIMARY' && one.rolloutState === 'IN_PROGRESS',
  )
  if (running === undefined) return
  const since = running.createdAt?.toISOString() ?? 'an unknown time'
  const text = `a deployment of ${shortName(running.taskDefinition ?? '')} is running already (${running.id ?? ''}, since ${since}); this deploy takes over`
  emit({ kind: 'note', level: 'warning', text })
}

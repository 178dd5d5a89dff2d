import { hasChanges, type ProjectComparison } from '../model/comparison.ts'
import { type Service, shortName } from '../model/ecs.ts'
import type { CommandResult } from '../model/report.ts'
import { type DesiredCount, planUpdate, type UpdatePlan } from '../plan/service-plan.ts'
import { findTarget } from '../rollout/rollback.ts'
import { findSettled } from '../rollout/started.ts'
import { booleanFlag, type Command, type Context, numberFlag, requireService } from './context.ts'
import { refuseUnsupported } from './controller.ts'
import { createService } from './creation.ts'
import { askTargetGroups, warnOfDeadline } from './deadline.ts'
import { compareSides } from './diff.ts'
import { deployFlags } from './flags.ts'
import { conclude } from './see-through.ts'
import { readLiveTaskDefinition, readService, readServiceDefinition } from './snapshot.ts'
import {
  chooseTaskDefinition,
  readChosen,
  type Settled,
  settleTaskDefinition,
  type TaskDefinitionChoice,
} from './task-definition-choice.ts'
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
    askTargetGroups(context),
  ])
  if (service === undefined) return createService(context)
  const running = findSettled(service)?.taskDefinition ?? service.taskDefinition ?? ''
  context.know({ running, previous: running })
  refuseUnsupported(service.deploymentController?.type)
  warnOfDeploymentInFlight(context, service)
  const choice = await chooseTaskDefinition(context, service)
  context.emit({ kind: 'target', target: findTarget(service) })
  await warnOfDeadline(context, { remote: service, choice })
  return context.options.unchanged === 'skip'
    ? deployWhenChanged(context, { service, choice })
    : deployAnyway(context, { service, choice })
}

interface Decision {
  readonly service: Service
  readonly choice: TaskDefinitionChoice
}

/** Comparing and registering go out together; the comparison is told first. */
async function deployAnyway(context: Context, decision: Decision): Promise<CommandResult> {
  const [compared, settled] = await Promise.allSettled([
    compare(context, decision),
    settleTaskDefinition(context, decision.choice),
  ])
  if (compared.status === 'rejected') throw compared.reason
  tellComparison(context, compared.value)
  if (settled.status === 'rejected') throw settled.reason
  return update(context, decision.service, settled.value)
}

/** `unchanged: skip`: the comparison comes first, and nothing is registered for nothing. */
async function deployWhenChanged(context: Context, { service, choice }: Decision): Promise<CommandResult> {
  const comparison = await compare(context, { service, choice })
  const inFlight = (service.deployments ?? []).some((one) => one.rolloutState === 'IN_PROGRESS')
  tellComparison(context, comparison)
  if (!hasChanges(comparison) && !inFlight && !booleanFlag(context, 'force-new-deployment')) {
    const running = service.taskDefinition ?? ''
    const sentence = `nothing differs: ${shortName(running)} runs already`
    return { outcome: 'unchanged', sentence, changed: false, comparison, running, previous: running }
  }
  return update(context, service, await settleTaskDefinition(context, choice))
}

/** What the deploy changes; a revision that is named is compared as the file would be. */
async function compare(context: Context, { service, choice }: Decision): Promise<ProjectComparison> {
  const { project, aws } = context
  const updates = booleanFlag(context, 'update-service', true)
  const taskDefinition = await readChosen(context, choice)
  const [live, serviceDefinition] = await Promise.all([
    taskDefinition && readLiveTaskDefinition(aws.ecs, service, taskDefinition),
    updates ? readServiceDefinition(project) : undefined,
  ])
  const comparison = compareSides(context, { service, serviceDefinition, taskDefinition, live })
  const restarts = choice.kind === 'register' || booleanFlag(context, 'force-new-deployment')
  return restarts && context.options.unchanged === 'deploy' ? withRestart(comparison) : comparison
}

const restart = 'new tasks will be started'

/** A new revision, or force, replaces the tasks even where nothing differs. */
function withRestart(comparison: ProjectComparison): ProjectComparison {
  const others = comparison.effects.filter(
    (effect) => effect !== restart && !/^nothing changes|no restart$/.test(effect),
  )
  return { ...comparison, effects: [restart, ...others] }
}

function tellComparison({ know, emit }: Context, comparison: ProjectComparison): void {
  know({ changed: hasChanges(comparison), comparison })
  emit({ kind: 'compared', comparison })
}

async function update(context: Context, service: Service, settled: Settled): Promise<CommandResult> {
  settled.tell()
  const plan = await planOf(context, service, settled.taskDefinition)
  const forgetTags = await changeTags(context, service, plan.tags)
  const after = await updateService(context, plan.input)
  if (after === undefined) return { outcome: 'dry-run', sentence: 'DRY RUN OK: nothing was written' }
  forgetTags()
  return conclude(context, { before: service, after, plan })
}

async function planOf(context: Context, remote: Service, taskDefinitionArn: string): Promise<UpdatePlan> {
  const { project } = context
  return planUpdate({
    name: requireService(project),
    remote,
    local: await readServiceDefinition(project),
    taskDefinitionArn,
    desiredCount: desiredCountOf(context),
    forceNewDeployment: booleanFlag(context, 'force-new-deployment'),
    updateService: booleanFlag(context, 'update-service', true),
    ignoreTags: project.config.ignoreTags,
  })
}

/** `--tasks`: -1, as without the flag, means the count of the service definition. */
function desiredCountOf(context: Context): DesiredCount {
  return numberFlag(context, 'tasks') ?? -1
}

/** The files are read while AWS is asked about the service. */
async function loadFile(context: Context): Promise<void> {
  const needed = !booleanFlag(context, 'skip-task-definition') && numberFlag(context, 'revision') === undefined
  if (needed && !booleanFlag(context, 'latest-task-definition')) await context.project.taskDefinition()
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

import { hasChanges, type ProjectComparison } from '../model/comparison.ts'
import { type Deployment, type Service, shortName } from '../model/ecs.ts'
import type { CommandResult } from '../model/report.ts'
import { type DesiredCount, plannedCount, planUpdate, type UpdatePlan } from '../plan/service-plan.ts'
import { findTarget } from '../rollout/rollback.ts'
import { findSettled } from '../rollout/started.ts'
import { changeScaling, decideScaling, type PlannedCount, type Scaling } from './auto-scaling.ts'
import { booleanFlag, type Command, type Context, numberFlag, requireService } from './context.ts'
import { refuseUnsupported } from './controller.ts'
import { createService } from './creation.ts'
import { askTargetGroups, warnOfDeadline } from './deadline.ts'
import { compareSides } from './diff.ts'
import { deployFlags } from './flags.ts'
import { readScalingRequest } from './scaling-flags.ts'
import { conclude } from './see-through.ts'
import { readAppliedDefinition, readLiveTaskDefinition, readService } from './snapshot.ts'
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
  return deployService(context, createService)
}

/** What there is to do without a service. */
type WithoutService = (context: Context) => Promise<CommandResult>

/** A deploy as the flags say: that of `refresh` and `scale` too, which are deploys with other flags. */
export async function deployService(context: Context, withoutService: WithoutService): Promise<CommandResult> {
  const { project, aws } = context
  requireService(project)
  const scalingRequest = readScalingRequest(context)
  const [service] = await Promise.all([
    readService(aws.ecs, project),
    readAppliedDefinition(context),
    loadFile(context),
    askTargetGroups(context),
  ])
  if (service === undefined) return withoutService(context)
  const running = findSettled(service)?.taskDefinition ?? service.taskDefinition ?? ''
  context.know({ running, previous: running })
  refuseUnsupported(service.deploymentController?.type)
  const count = await countOf(context, service)
  const scaling = await decideScaling(context, { service, count, request: scalingRequest })
  const choice = await chooseTaskDefinition(context, service)
  const careful = meetDeploymentInFlight(context, service, choice)
  context.emit({ kind: 'target', target: findTarget(service) })
  await warnOfDeadline(context, { remote: service, choice })
  const changesCount = count.value !== undefined && count.value !== service.desiredCount
  const decision = { service, choice, scaling, changesCount }
  return context.options.unchanged === 'skip' ? deployWhenChanged(careful, decision) : deployAnyway(careful, decision)
}

interface Decision {
  readonly service: Service
  readonly choice: TaskDefinitionChoice
  readonly scaling: Scaling
  /** Whether the service gets another desired count. */
  readonly changesCount: boolean
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
  return update(context, decision, settled.value)
}

/** `unchanged: skip`: the comparison comes first, and nothing is registered for nothing. */
async function deployWhenChanged(context: Context, decision: Decision): Promise<CommandResult> {
  const { service, choice, scaling } = decision
  const comparison = await compare(context, decision)
  const inFlight = findInFlight(service) !== undefined
  tellComparison(context, comparison)
  const differs = hasChanges(comparison) || inFlight || booleanFlag(context, 'force-new-deployment')
  if (differs) return update(context, decision, await settleTaskDefinition(context, choice))
  const running = service.taskDefinition ?? ''
  if (decision.changesCount || scaling.change !== undefined) {
    return update(context, decision, { taskDefinition: running, tell: () => {} })
  }
  const sentence = `nothing differs: ${shortName(running)} runs already`
  return { outcome: 'unchanged', sentence, changed: false, comparison, running, previous: running }
}

/** What the deploy changes; a revision that is named is compared as the file would be. */
async function compare(context: Context, { service, choice }: Decision): Promise<ProjectComparison> {
  const taskDefinition = await readChosen(context, choice)
  const [live, serviceDefinition] = await Promise.all([
    taskDefinition && readLiveTaskDefinition(context.aws.ecs, service, taskDefinition),
    readAppliedDefinition(context),
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

/** Where neither file is applied nothing was compared, and there is nothing to tell. */
function tellComparison({ know, emit }: Context, comparison: ProjectComparison): void {
  if (comparison.service === undefined && comparison.taskDefinition === undefined) return
  know({ changed: hasChanges(comparison), comparison })
  emit({ kind: 'compared', comparison })
}

async function update(context: Context, { service, scaling }: Decision, settled: Settled): Promise<CommandResult> {
  settled.tell()
  const plan = await planOf(context, service, settled.taskDefinition)
  const forgetTags = await changeTags(context, service, plan.tags)
  const scaled = await changeScaling(context, scaling)
  const after = await updateService(context, plan.input)
  if (after === undefined) return { outcome: 'dry-run', sentence: 'DRY RUN OK: nothing was written' }
  forgetTags()
  return conclude(context, { before: service, after, plan, scaling: scaled })
}

async function planOf(context: Context, remote: Service, taskDefinitionArn: string): Promise<UpdatePlan> {
  const { project } = context
  return planUpdate({
    name: requireService(project),
    remote,
    local: await readAppliedDefinition(context),
    taskDefinitionArn,
    desiredCount: desiredCountOf(context),
    forceNewDeployment: booleanFlag(context, 'force-new-deployment'),
    updateService: booleanFlag(context, 'update-service', true),
    ignoreTags: project.config.ignoreTags,
  })
}

async function countOf(context: Context, remote: Service): Promise<PlannedCount> {
  const local = await readAppliedDefinition(context)
  const option = desiredCountOf(context)
  const value = plannedCount({ remote, local, desiredCount: option, updateService: local !== undefined })
  const isFlag = typeof option === 'number' && option >= 0
  return { value, ...(isFlag || local === undefined ? {} : { location: local.locate(['desiredCount']) }) }
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

/**
 * Says that somebody else's deployment is running. One that is only scaled is not ours to undo should it fail.
 */
function meetDeploymentInFlight(context: Context, service: Service, choice: TaskDefinitionChoice): Context {
  const running = findInFlight(service)
  if (running === undefined) return context
  const changes = booleanFlag(context, 'force-new-deployment') || booleanFlag(context, 'update-service', true)
  const takesOver = choice.kind !== 'keep' || changes
  const since = running.createdAt?.toISOString() ?? 'an unknown time'
  const what = `a deployment of ${shortName(running.taskDefinition ?? '')} is running already (${running.id ?? ''}, since ${since})`
  const text = `${what}; ${takesOver ? 'this deploy takes over' : 'it goes on'}`
  context.emit({ kind: 'note', level: 'warning', text })
  return takesOver ? context : { ...context, options: { ...context.options, rollback: 'never' } }
}

function findInFlight({ deployments = [] }: Service): Deployment | undefined {
  return deployments.find((one) => one.status === 'PRIMARY' && one.rolloutState === 'IN_PROGRESS')
}

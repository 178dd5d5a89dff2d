import { StepError } from '../errors.ts'
import type { Service } from '../model/ecs.ts'
import { textAt } from '../model/json.ts'
import type { CommandResult } from '../model/report.ts'
import { planCreate } from '../plan/service-plan.ts'
import { noScaling } from './auto-scaling.ts'
import { type Context, isDryRun, numberFlag, refuseWhenCancelled, requireService } from './context.ts'
import { refuseUnsupported } from './controller.ts'
import { warnOfDeadline } from './deadline.ts'
import { compareSides } from './diff.ts'
import { leaveDoubt } from './lost-answers.ts'
import { readScalingRequest } from './scaling-flags.ts'
import { conclude } from './see-through.ts'
import { chooseTaskDefinition, settleTaskDefinition } from './task-definition-choice.ts'

/**
 * Creates the service that the config names, and waits until it is stable whatever the flags say (specification 5.4).
 * @throws StepError `failed to create service`
 */
export async function createService(context: Context): Promise<CommandResult> {
  const { project, emit } = context
  const [local, taskDefinition] = await Promise.all([project.serviceDefinition(), project.taskDefinition()])
  refuseUnsupported(textAt(local.document, ['deploymentController', 'type']))
  emit({ kind: 'target', target: { kind: 'none', reason: 'the service is new: nothing ran before' } })
  const comparison = compareSides(context, {
    service: undefined,
    serviceDefinition: local,
    taskDefinition,
    live: undefined,
  })
  if (readScalingRequest(context) !== undefined) {
    const text = 'the service is new and has no auto scaling yet: the flags for it do nothing'
    emit({ kind: 'note', level: 'warning', text })
  }
  context.know({ changed: true, comparison })
  emit({ kind: 'compared', comparison })
  const choice = await chooseTaskDefinition(context, undefined)
  await warnOfDeadline(context, { remote: undefined, choice })
  const { taskDefinition: taskDefinitionArn, tell } = await settleTaskDefinition(context, choice)
  tell()
  const input = planCreate({
    name: requireService(project),
    local,
    taskDefinitionArn,
    desiredCount: numberFlag(context, 'tasks') ?? -1,
    ignoreTags: project.config.ignoreTags,
  })
  const after = await create(context, input)
  if (after === undefined) {
    return { outcome: 'dry-run', sentence: 'DRY RUN OK: nothing was written' }
  }
  const plan = { input, tags: { add: [], remove: [] }, changesService: true }
  const waiting: Context = { ...context, flags: { ...context.flags, 'wait-until': 'stable' } }
  return conclude(waiting, { before: undefined, after, plan, scaling: noScaling })
}

async function create(context: Context, input: ReturnType<typeof planCreate>): Promise<Service | undefined> {
  const { aws, emit } = context
  const call = { kind: 'call', operation: 'CreateService', input } as const
  if (isDryRun(context)) {
    emit({ ...call, dryRun: true, summary: 'create the service' })
    return undefined
  }
  refuseWhenCancelled(context, 'the service was created')
  try {
    const service = await aws.ecs.createService({ ...input, clientToken: createToken(context) })
    emit({ ...call, dryRun: false, summary: 'created the service' })
    return service
  } catch (error) {
    leaveDoubt(context, error, 'the service may have been created')
    throw new StepError('failed to create service', error)
  }
}

/** With a token ECS answers a repeated call with the service it has made already. */
function createToken({ clock, project }: Context): string {
  return `${clock.now()}-${project.config.service}`.slice(0, 36)
}

import { formatDuration } from '../config/durations.ts'
import type { Service } from '../model/ecs.ts'
import { objectsAt, textAt } from '../model/json.ts'
import type { TargetGroupTimes } from '../model/ports.ts'
import { listStages, type Stage, sumStages } from '../plan/needed-time.ts'
import { serviceDocument } from '../plan/service-document.ts'
import { booleanFlag, type Context } from './context.ts'
import { readAppliedDefinition, readServiceDefinition } from './snapshot.ts'
import type { TaskDefinitionChoice } from './task-definition-choice.ts'

interface Sides {
  /** Undefined: the service is new. */
  readonly remote: Service | undefined
  readonly choice: TaskDefinitionChoice
}

/** Asks about the target groups of the service definition while other things are read; nothing fails here. */
export async function askTargetGroups(context: Context): Promise<void> {
  if (!waits(context)) return
  const definition = await readAppliedDefinition(context)
  await readTimes(context, targetGroupsOf(definition?.document))
}

/** Warns where the wait cannot last as long as the deployment may need; before anything is written. */
export async function warnOfDeadline(context: Context, sides: Sides): Promise<void> {
  if (!waits(context)) return
  const { options, aws, emit } = context
  const warn = (text: string) => emit({ kind: 'note', level: 'warning', text })
  const stages = await readStages(context, sides)
  if (sumStages(stages) * 1000 > options.timeout) warn(describeShortage(stages, options.timeout))
  const end = aws.identity.expiresAt()
  if (end !== undefined && end < context.deadline) warn(describeEnd(end, options.timeout))
}

function waits(context: Context): boolean {
  return context.options.timeout > 0 && booleanFlag(context, 'wait', true)
}

async function readStages(context: Context, { remote, choice }: Sides): Promise<readonly Stage[]> {
  const reading = remote === undefined ? readServiceDefinition(context.project) : readAppliedDefinition(context)
  const definition = await reading
  const service = definition?.document ?? (remote === undefined ? {} : serviceDocument(remote))
  const taskDefinition = choice.kind === 'register' ? choice.definition.document : undefined
  const targetGroups = await readTimes(context, targetGroupsOf(service))
  return listStages({ service, taskDefinition, targetGroups })
}

function targetGroupsOf(service: Parameters<typeof objectsAt>[0]): readonly string[] {
  return objectsAt(service, ['loadBalancers']).flatMap((one) => textAt(one, ['targetGroupArn']) ?? [])
}

/** Who may not read target groups deploys all the same. */
async function readTimes({ aws }: Context, arns: readonly string[]): Promise<readonly TargetGroupTimes[]> {
  const settled = await Promise.allSettled(arns.map((arn) => aws.targetGroups.readTimes(arn)))
  return settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
}

function describeShortage(stages: readonly Stage[], timeout: number): string {
  const parts = stages.map(({ name, seconds }) => `${name} ${formatDuration(seconds * 1000)}`)
  const sum = parts.length === 1 ? '' : ` = ${formatDuration(sumStages(stages) * 1000)}`
  return (
    `the timeout of ${formatDuration(timeout)} is shorter than the deployment may take: ` +
    `${parts.join(' + ')}${sum}; raise the timeout, or shorten these`
  )
}

function describeEnd(end: number, timeout: number): string {
  const at = `${new Date(end).toISOString().replace('T', ' ').slice(0, 19)} UTC`
  return (
    `the credentials end at ${at}, before the timeout of ${formatDuration(timeout)}; ` +
    'ask for a longer session (`role-duration-seconds` of aws-actions/configure-aws-credentials)'
  )
}

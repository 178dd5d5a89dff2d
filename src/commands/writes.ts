import { StepError } from '../errors.ts'
import type { Service } from '../model/ecs.ts'
import type { JsonObject } from '../model/json.ts'
import type { TagChange } from '../plan/tags.ts'
import { type Context, isDryRun, refuseWhenCancelled } from './context.ts'
import { leaveDoubt } from './lost-answers.ts'

/**
 * The one UpdateService of a deploy; undefined on a dry run.
 * @throws StepError `failed to update service tasks`
 */
export async function updateService(context: Context, input: JsonObject): Promise<Service | undefined> {
  const { aws, emit } = context
  const call = { kind: 'call', operation: 'UpdateService', input } as const
  if (isDryRun(context)) {
    emit({ ...call, dryRun: true, summary: 'update the service' })
    return undefined
  }
  refuseWhenCancelled(context, 'the service was updated')
  try {
    const service = await aws.ecs.updateService(input)
    emit({ ...call, dryRun: false, summary: 'updated the service' })
    return service
  } catch (error) {
    leaveDoubt(context, error, 'the service may have been updated')
    throw new StepError('failed to update service tasks', error)
  }
}

/**
 * Brings the service's tags to what the definition says (specification 5.3.6); answers how to take back what was said
 * to be left behind.
 * @throws StepError `failed to tag service`, `failed to untag service`
 */
export async function changeTags(context: Context, service: Service, tags: TagChange): Promise<() => void> {
  const arn = service.serviceArn ?? ''
  const { ecs } = context.aws
  const forget: (() => void)[] = []
  if (tags.add.length > 0) {
    const what = tags.add.map((tag) => `${tag.key}=${tag.value}`).join(', ')
    const step = { operation: 'TagResource', verb: 'tag', what, input: { resourceArn: arn, tags: tags.add } }
    forget.push(await takeStep(context, step, () => ecs.tagResource(arn, tags.add)))
  }
  if (tags.remove.length > 0) {
    const what = tags.remove.join(', ')
    const step = { operation: 'UntagResource', verb: 'untag', what, input: { resourceArn: arn, tagKeys: tags.remove } }
    forget.push(await takeStep(context, step, () => ecs.untagResource(arn, tags.remove)))
  }
  return () => {
    for (const one of forget) one()
  }
}

interface TagStep {
  readonly operation: string
  readonly verb: string
  /** The tags concerned. */
  readonly what: string
  readonly input: object
}

async function takeStep(context: Context, step: TagStep, act: () => Promise<void>): Promise<() => void> {
  const { operation, verb, what, input } = step
  const call = { kind: 'call', operation, input } as const
  if (isDryRun(context)) {
    context.emit({ ...call, summary: `${verb} the service: ${what}`, dryRun: true })
    return () => {}
  }
  refuseWhenCancelled(context, `the service was ${verb}ged`)
  try {
    await act()
  } catch (error) {
    leaveDoubt(context, error, `the service may have been ${verb}ged`)
    throw new StepError(`failed to ${verb} service`, error)
  }
  context.emit({ ...call, summary: `${verb}ged the service: ${what}`, dryRun: false })
  return context.leave(`the service was ${verb}ged before the failure: ${what}`)
}

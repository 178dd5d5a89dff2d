import { StepError } from '../errors.ts'
import type { Service } from '../model/ecs.ts'
import type { JsonObject } from '../model/json.ts'
import type { TagChange } from '../plan/tags.ts'
import { type Context, isDryRun } from './context.ts'

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
  try {
    const service = await aws.ecs.updateService(input)
    emit({ ...call, dryRun: false, summary: 'updated the service' })
    return service
  } catch (error) {
    throw new StepError('failed to update service tasks', error)
  }
}

/**
 * Brings the service's tags to what the definition says (specification 5.3.6).
 * @throws StepError `failed to tag service`, `failed to untag service`
 */
export async function changeTags(context: Context, service: Service, tags: TagChange): Promise<void> {
  const arn = service.serviceArn ?? ''
  const { ecs } = context.aws
  const added = tags.add.map((tag) => `${tag.key}=${tag.value}`).join(', ')
  const removed = tags.remove.join(', ')
  const tag: TagStep = {
    operation: 'TagResource',
    summary: `tagged the service: ${added}`,
    failure: 'failed to tag service',
  }
  const untag: TagStep = {
    operation: 'UntagResource',
    summary: `removed tags of the service: ${removed}`,
    failure: 'failed to untag service',
  }
  if (tags.add.length > 0) await takeStep(context, tag, () => ecs.tagResource(arn, tags.add))
  if (tags.remove.length > 0) await takeStep(context, untag, () => ecs.untagResource(arn, tags.remove))
}

interface TagStep {
  readonly operation: string
  readonly summary: string
  readonly failure: string
}

async function takeStep(context: Context, step: TagStep, act: () => Promise<void>): Promise<void> {
  const { operation, summary, failure } = step
  const dryRun = isDryRun(context)
  try {
    if (!dryRun) await act()
  } catch (error) {
    throw new StepError(failure, error)
  }
  context.emit({ kind: 'call', operation, summary, dryRun })
  if (!dryRun) context.leave(`${summary} before the failure`)
}

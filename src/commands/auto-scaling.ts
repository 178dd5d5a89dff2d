import { AwsError, describeError, StepError, UserError } from '../errors.ts'
import type { Service } from '../model/ecs.ts'
import type { Location } from '../model/location.ts'
import { type ScalingChange, type ScalingLimits, scalableResource } from '../model/scaling.ts'
import {
  applyScaling,
  describeScaling,
  mayBeMovedBack,
  planScaling,
  planScalingReturn,
  type ScalingRequest,
} from '../plan/scaling-plan.ts'
import { type Context, isDryRun, requireService } from './context.ts'
import { asksForBoth } from './scaling-flags.ts'

/** The desired count that an update will send. */
export interface PlannedCount {
  /** Undefined: the service keeps its own. */
  readonly value: number | undefined
  /** Where the service definition says it; absent where a flag does. */
  readonly location?: Location
}

/** What a deploy does to auto scaling. */
export interface Scaling {
  /** The scalable target as it was; undefined where there is none or nobody had to know. */
  readonly before: ScalingLimits | undefined
  /** Undefined: it stays as it is. */
  readonly change: ScalingChange | undefined
  /** Whether auto scaling looks after a count that we change: then it is not ours to put back. */
  readonly ownsCount: boolean
}

/** A deploy that leaves the count and auto scaling alone. */
export const noScaling: Scaling = { before: undefined, change: undefined, ownsCount: false }

interface Wish {
  readonly service: Service
  readonly count: PlannedCount
  readonly request: ScalingRequest | undefined
}

/**
 * Decides about auto scaling before anything is written, and warns where it and the desired count contradict each other.
 * Asked only where a flag or another count needs it.
 * @throws StepError where a flag needs what may not be read
 * @throws UserError for a range that is none
 */
export async function decideScaling(context: Context, wish: Wish): Promise<Scaling> {
  const { service, count, request } = wish
  const changesCount = count.value !== undefined && count.value !== service.desiredCount
  if (request === undefined && !changesCount) return noScaling
  const before = await readTarget(context, request !== undefined)
  if (before === 'unknown') return { ...noScaling, ownsCount: true }
  if (before === undefined) {
    if (request !== undefined) warn(context, `${nameOf(context)} has no auto scaling: the flags for it do nothing`)
    return noScaling
  }
  if (asksForBoth(context)) {
    warn(context, '--suspend-auto-scaling and --resume-auto-scaling contradict each other: auto scaling is suspended')
  }
  const change = request && planScaling(requireService(context.project), request)
  const after = applyScaling(before, change)
  refuseRange(context, after)
  if (changesCount) warnOfCount(context, { ...wish, after })
  return { before, change, ownsCount: true }
}

async function readTarget(context: Context, needed: boolean): Promise<ScalingLimits | undefined | 'unknown'> {
  const { aws, emit, project } = context
  try {
    return await aws.scaling.readTarget(requireService(project))
  } catch (error) {
    if (!(error instanceof AwsError)) throw error
    if (needed) throw new StepError('failed to describe the scalable target', error)
    const text = `whether auto scaling moves the desired count is not known, so no rollback will put it back: ${describeError(error)}`
    emit({ kind: 'note', level: 'info', text })
    return 'unknown'
  }
}

/** A bound that is given, held against the other one as it stays. */
function refuseRange(context: Context, { MinCapacity, MaxCapacity }: ScalingLimits): void {
  if (MinCapacity <= MaxCapacity) return
  throw new UserError(
    `the auto scaling of ${nameOf(context)} would have a minimum of ${MinCapacity} and a maximum of ${MaxCapacity}`,
    { hint: 'give both: --auto-scaling-min and --auto-scaling-max', category: 'config/autoscaling' },
  )
}

function warnOfCount(context: Context, { service, count, after }: Wish & { readonly after: ScalingLimits }): void {
  const { value = 0, location } = count
  const range = `${after.MinCapacity} to ${after.MaxCapacity}`
  if (mayBeMovedBack(value, after)) {
    const what = location === undefined ? `--tasks ${value}` : `desiredCount ${value}`
    warn(context, `${what} is outside the ${range} tasks of auto scaling, which may move it back`, location)
  } else if (location !== undefined) {
    const text =
      `auto scaling looks after the desired count (${range} tasks) and has it at ${service.desiredCount}; ` +
      `this deploy sets it to ${value}: leave desiredCount out of the service definition to keep it`
    warn(context, text, location)
  }
}

function warn({ emit }: Context, text: string, location?: Location): void {
  emit({ kind: 'note', level: 'warning', text, ...(location && { location }) })
}

function nameOf({ project }: Context): string {
  return scalableResource(requireService(project)).ResourceId
}

/** Auto scaling as a deploy has left it. */
export interface ScalingDone extends Scaling {
  /** How to put it back; absent where nothing is different from before. */
  readonly undo?: { readonly input: ScalingChange; forget(): void }
}

/**
 * Carries the decision out; with `--dry-run` only says so.
 * @throws StepError `failed to register scalable target`
 */
export async function changeScaling(context: Context, scaling: Scaling): Promise<ScalingDone> {
  const { before, change } = scaling
  if (change === undefined || before === undefined) return scaling
  const { aws, emit } = context
  const call = { kind: 'call', operation: 'RegisterScalableTarget', input: change } as const
  const what = `auto scaling: ${describeScaling(change)}`
  if (isDryRun(context)) {
    emit({ ...call, dryRun: true, summary: `change ${what}` })
    return scaling
  }
  try {
    await aws.scaling.changeTarget(change)
  } catch (error) {
    throw new StepError('failed to register scalable target', error)
  }
  emit({ ...call, dryRun: false, summary: `changed ${what}` })
  const input = planScalingReturn(before, change)
  if (input === undefined) return scaling
  const forget = context.leave(`auto scaling stays changed; to put it back: \`${commandOf(input)}\``)
  return { ...scaling, undo: { input, forget } }
}

/** The AWS CLI's form of a RegisterScalableTarget. */
function commandOf({ ResourceId, MinCapacity, MaxCapacity, SuspendedState }: ScalingChange): string {
  return [
    'aws application-autoscaling register-scalable-target --service-namespace ecs',
    `--scalable-dimension ecs:service:DesiredCount --resource-id ${ResourceId}`,
    ...(MinCapacity === undefined ? [] : [`--min-capacity ${MinCapacity}`]),
    ...(MaxCapacity === undefined ? [] : [`--max-capacity ${MaxCapacity}`]),
    ...(SuspendedState === undefined ? [] : [`--suspended-state '${JSON.stringify(SuspendedState)}'`]),
  ].join(' ')
}

/** Puts auto scaling back after a rollback; answers what AWS said against it. */
export async function restoreScaling({ aws, emit }: Context, { undo }: ScalingDone): Promise<string | undefined> {
  if (undo === undefined) return undefined
  try {
    await aws.scaling.changeTarget(undo.input)
  } catch (error) {
    if (!(error instanceof AwsError)) throw error
    return describeError(error)
  }
  undo.forget()
  const summary = `put auto scaling back: ${describeScaling(undo.input)}`
  emit({ kind: 'call', operation: 'RegisterScalableTarget', dryRun: false, summary, input: undo.input })
  return undefined
}

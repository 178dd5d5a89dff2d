import type { ServiceName } from '../model/ecs.ts'
import { type ScalingChange, type ScalingLimits, type SuspendedScaling, scalableResource } from '../model/scaling.ts'

/** What a command line asks of auto scaling (specification 5.3.5); what is absent stays. */
export interface ScalingRequest {
  readonly suspend?: boolean
  readonly min?: number
  readonly max?: number
}

/** The RegisterScalableTarget that a request comes to; a suspension is always all three. */
export function planScaling(name: ServiceName, { suspend, min, max }: ScalingRequest): ScalingChange {
  return {
    ...scalableResource(name),
    ...(min === undefined ? {} : { MinCapacity: min }),
    ...(max === undefined ? {} : { MaxCapacity: max }),
    ...(suspend === undefined ? {} : { SuspendedState: suspendAll(suspend) }),
  }
}

function suspendAll(suspended: boolean): SuspendedScaling {
  return {
    DynamicScalingInSuspended: suspended,
    DynamicScalingOutSuspended: suspended,
    ScheduledScalingSuspended: suspended,
  }
}

/** The call that puts back what a change made different; undefined where it made nothing different. */
export function planScalingReturn(before: ScalingLimits, change: ScalingChange): ScalingChange | undefined {
  const { MinCapacity, MaxCapacity, SuspendedState } = change
  const { ServiceNamespace, ResourceId, ScalableDimension } = change
  const wanted = SuspendedState && describeSuspension(SuspendedState)
  const described = describeSuspension(before.SuspendedState)
  const differing = {
    ...(differs(MinCapacity, before.MinCapacity) ? { MinCapacity: before.MinCapacity } : {}),
    ...(differs(MaxCapacity, before.MaxCapacity) ? { MaxCapacity: before.MaxCapacity } : {}),
    ...(differs(wanted, described) ? { SuspendedState: before.SuspendedState } : {}),
  }
  if (Object.keys(differing).length === 0) return undefined
  return { ServiceNamespace, ResourceId, ScalableDimension, ...differing }
}

function differs<T>(wanted: T | undefined, before: T): boolean {
  return wanted !== undefined && wanted !== before
}

/** The target as it is after a change. */
export function applyScaling(before: ScalingLimits, change: Partial<ScalingLimits> = {}): ScalingLimits {
  const { MinCapacity, MaxCapacity, SuspendedState } = { ...before, ...change }
  return { MinCapacity, MaxCapacity, SuspendedState }
}

/** Whether auto scaling may move `count` back: it is outside the range, and what would move it is not suspended. */
export function mayBeMovedBack(count: number, { MinCapacity, MaxCapacity, SuspendedState }: ScalingLimits): boolean {
  if (count < MinCapacity) return !SuspendedState.DynamicScalingOutSuspended
  return count > MaxCapacity && !SuspendedState.DynamicScalingInSuspended
}

/** A change in the words of ecspresso's log: `MaxCapacity=5, MinCapacity=1, Suspend=false` (specification 9.1). */
export function describeScaling({ MinCapacity, MaxCapacity, SuspendedState }: ScalingChange): string {
  const members = { MaxCapacity, MinCapacity, Suspend: SuspendedState && describeSuspension(SuspendedState) }
  const said = Object.entries(members).filter(([, value]) => value !== undefined)
  return said.map(([name, value]) => `${name}=${value}`).join(', ')
}

/** `true` and `false` where all three agree, else which of them are suspended: `in+scheduled`. */
function describeSuspension(suspended: SuspendedScaling): string {
  const { DynamicScalingInSuspended, DynamicScalingOutSuspended, ScheduledScalingSuspended } = suspended
  const kinds = { in: DynamicScalingInSuspended, out: DynamicScalingOutSuspended, scheduled: ScheduledScalingSuspended }
  const names = Object.entries(kinds).flatMap(([name, value]) => (value ? [name] : []))
  if (names.length === 0) return 'false'
  return names.length === Object.keys(kinds).length ? 'true' : names.join('+')
}

import { AwsError, describeError } from '../errors.ts'
import type { ScalingLimits, ScalingPolicy } from '../model/scaling.ts'
import { type Context, requireService } from './context.ts'

/**
 * The lines of `status` on auto scaling (specification 5.1 B2): the header always, the rest where there is a scalable
 * target. What AWS refuses to tell is a warning.
 */
export async function describeAutoScaling(context: Context): Promise<readonly string[]> {
  const { scaling } = context.aws
  const name = requireService(context.project)
  const target = await orWarn(context, scaling.readTarget(name))
  if (target === undefined) return ['AutoScaling:']
  const policies = await orWarn(context, scaling.listPolicies(name))
  return ['AutoScaling:', ...describeTarget(target), ...describePolicies(policies)]
}

async function orWarn<T>({ emit }: Context, reading: Promise<T>): Promise<T | undefined> {
  try {
    return await reading
  } catch (error) {
    if (!(error instanceof AwsError)) throw error
    const text = `auto scaling cannot be shown: ${describeError(error)}`
    emit({ kind: 'note', level: 'warning', text })
    return undefined
  }
}

function describeTarget({ MinCapacity, MaxCapacity, SuspendedState }: ScalingLimits): readonly string[] {
  const { DynamicScalingInSuspended, DynamicScalingOutSuspended, ScheduledScalingSuspended } = SuspendedState
  return [
    `  Capacity min:${MinCapacity} max:${MaxCapacity}`,
    `  Suspended in:${DynamicScalingInSuspended} out:${DynamicScalingOutSuspended} scheduled:${ScheduledScalingSuspended}`,
  ]
}

function describePolicies(policies: readonly ScalingPolicy[] = []): readonly string[] {
  return policies.map(({ name, type }) => `  Policy name:${name} type:${type}`)
}

import type { ScalingRequest } from '../plan/scaling-plan.ts'
import { argumentError } from './argument-error.ts'
import { booleanFlag, type Context, numberFlag } from './context.ts'

/**
 * What the line asks of auto scaling; undefined where it asks nothing (specification 5.3.5).
 * @throws UserError for a capacity below 0 and for a range that is none
 */
export function readScalingRequest(context: Context): ScalingRequest | undefined {
  const min = readCapacity(context, 'auto-scaling-min')
  const max = readCapacity(context, 'auto-scaling-max')
  if (min !== undefined && max !== undefined && min > max) {
    const hint = 'the minimum is the first of the two: `--auto-scaling-min 1 --auto-scaling-max 4`'
    throw argumentError(`--auto-scaling-min ${min} is above --auto-scaling-max ${max}`, hint)
  }
  const suspend = readSuspension(context)
  if (min === undefined && max === undefined && suspend === undefined) return undefined
  return {
    ...(suspend === undefined ? {} : { suspend }),
    ...(min === undefined ? {} : { min }),
    ...(max === undefined ? {} : { max }),
  }
}

function readCapacity(context: Context, flag: string): number | undefined {
  const value = numberFlag(context, flag)
  if (value === undefined || value >= 0) return value
  throw argumentError(`--${flag}: ${value} is below 0`, `write a number of tasks: --${flag} 2`)
}

function readSuspension(context: Context): boolean | undefined {
  if (booleanFlag(context, 'suspend-auto-scaling')) return true
  return booleanFlag(context, 'resume-auto-scaling') ? false : undefined
}

/** Whether both are asked for: suspending wins. */
export function asksForBoth(context: Context): boolean {
  return booleanFlag(context, 'suspend-auto-scaling') && booleanFlag(context, 'resume-auto-scaling')
}

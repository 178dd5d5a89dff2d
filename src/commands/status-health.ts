import { targetGroupsOf } from '../diagnose/service-news.ts'
import { describeError } from '../errors.ts'
import type { Service } from '../model/ecs.ts'
import type { TargetHealth } from '../model/ports.ts'
import type { Context } from './context.ts'
import { section } from './status-text.ts'

/** The lines of `status` on the service's target groups: how many targets are in which state, and why. */
export async function describeTargetGroups(context: Context, service: Service): Promise<readonly string[]> {
  const lines = await Promise.all(targetGroupsOf(service).map((arn) => describeGroup(context, arn)))
  return section('TargetGroups:', lines.flat())
}

async function describeGroup({ aws, emit }: Context, arn: string): Promise<readonly string[]> {
  const name = arn.split('/')[1] ?? arn
  try {
    return [`  ${name} ${describeTargets(await aws.targetGroups.readHealth(arn))}`]
  } catch (error) {
    const text = `the health of the target group ${name} cannot be shown: ${describeError(error)}`
    emit({ kind: 'note', level: 'warning', text })
    return []
  }
}

/** `healthy:2 unhealthy:1 (Target.Timeout: Request timed out)`, each reason once. */
function describeTargets(targets: readonly TargetHealth[]): string {
  const states = [...new Set(targets.map((one) => one.state))].sort()
  const counts = states.map((state) => `${state}:${targets.filter((one) => one.state === state).length}`)
  // Draining targets have a reason too; every deployment makes some.
  const told = targets.filter((one) => one.state !== 'draining')
  const reasons = new Set(
    told.map(({ reason, description }) => [reason, description].filter((part) => part !== '').join(': ')),
  )
  reasons.delete('')
  const why = reasons.size === 0 ? '' : ` (${[...reasons].join('; ')})`
  return `${counts.join(' ') || 'no targets'}${why}`
}

import { shortName } from '../model/ecs.ts'
import { taskDefinitionOf } from './started.ts'
import type { Return } from './turn.ts'

/** ms: a pipeline registers what it deploys. */
const recent = 15 * 60_000

/**
 * Says who registered what took over: ECS tells nobody's name in a deployment, but a task definition names who registered
 * it, and one that is as new as ours was registered to be deployed.
 */
export async function nameRegistrar(sentence: string, { follower, started, tools }: Return): Promise<string> {
  const service = follower.latest()?.service
  const other = service === undefined ? '' : taskDefinitionOf(service)
  if (other === '' || other === started.taskDefinition) return sentence
  const { definition } = (await tools.ecs.describeTaskDefinition(other).catch(() => undefined)) ?? {}
  const { registeredBy, registeredAt } = definition ?? {}
  if (registeredBy === undefined || (registeredAt?.getTime() ?? 0) < started.createdAt - recent) return sentence
  return `${sentence}; ${shortName(other)} was registered by ${registeredBy.split(':').slice(5).join(':')}`
}

import { type JsonObject, numberAt, objectsAt, valueAt } from '../model/json.ts'
import type { TargetGroupTimes } from '../model/ports.ts'

/** What the length of a deployment is read from. */
export interface TimeSources {
  /** The service definition, or the live service. */
  readonly service: JsonObject
  readonly taskDefinition: JsonObject | undefined
  readonly targetGroups: readonly TargetGroupTimes[]
}

/** A stage that a deployment may have to sit out, in seconds. */
export interface Stage {
  readonly name: string
  readonly seconds: number
}

/** The stages that a deployment may need one after the other, without those that take no time. */
export function listStages({ service, taskDefinition, targetGroups }: TimeSources): readonly Stage[] {
  const containers = objectsAt(taskDefinition, ['containerDefinitions']).map(timeOfHealthCheck)
  const stages: readonly Stage[] = [
    { name: 'health check grace period', seconds: numberAt(service, ['healthCheckGracePeriodSeconds']) ?? 0 },
    {
      name: 'health checks',
      seconds: Math.max(0, ...containers, ...targetGroups.map((group) => group.becomingHealthy)),
    },
    {
      name: 'deregistration delay',
      seconds: Math.max(0, ...targetGroups.map((group) => group.deregistrationDelay)),
    },
    { name: 'bake time', seconds: (numberAt(service, ['deploymentConfiguration', 'bakeTimeInMinutes']) ?? 0) * 60 },
  ]
  return stages.filter(({ seconds }) => seconds > 0)
}

// RegisterTaskDefinition: what a health check leaves out is 30 s of interval and no start period.
function timeOfHealthCheck(container: JsonObject): number {
  if (valueAt(container, ['healthCheck', 'command']) === undefined) return 0
  const startPeriod = numberAt(container, ['healthCheck', 'startPeriod']) ?? 0
  return startPeriod + (numberAt(container, ['healthCheck', 'interval']) ?? 30)
}

/** Seconds that all stages take together. */
export function sumStages(stages: readonly Stage[]): number {
  return stages.reduce((sum, { seconds }) => sum + seconds, 0)
}

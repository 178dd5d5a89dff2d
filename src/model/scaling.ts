import { type ServiceName, shortName } from './ecs.ts'

/** The one thing of a service that Application Auto Scaling moves: its desired count. Names as the API has them. */
export interface ScalableResource {
  readonly ServiceNamespace: 'ecs'
  /** `service/<cluster>/<service>`, short names. */
  readonly ResourceId: string
  readonly ScalableDimension: 'ecs:service:DesiredCount'
}

/** Which kinds of scaling are suspended. */
export interface SuspendedScaling {
  readonly DynamicScalingInSuspended: boolean
  readonly DynamicScalingOutSuspended: boolean
  readonly ScheduledScalingSuspended: boolean
}

/** What a scalable target says besides of whom. */
export interface ScalingLimits {
  readonly MinCapacity: number
  readonly MaxCapacity: number
  readonly SuspendedState: SuspendedScaling
}

/** Input of RegisterScalableTarget for a target that there is: what is left out stays as it is. */
export interface ScalingChange extends ScalableResource, Partial<ScalingLimits> {}

/** A scaling policy of a target. */
export interface ScalingPolicy {
  readonly name: string
  /** `TargetTrackingScaling`, `StepScaling`, … */
  readonly type: string
}

/** The desired count of a service as Application Auto Scaling names it, also where the config has ARNs. */
export function scalableResource({ cluster, service }: ServiceName): ScalableResource {
  return {
    ServiceNamespace: 'ecs',
    ResourceId: `service/${shortName(cluster)}/${shortName(service)}`,
    ScalableDimension: 'ecs:service:DesiredCount',
  }
}

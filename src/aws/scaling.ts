import type { ScalingPort } from '../model/ports.ts'
import { makeCall } from './call.ts'
import type { Connection } from './connection.ts'

/** Application Auto Scaling, as far as a rollback must know of it. */
export function openScaling(connection: Connection): ScalingPort {
  return {
    async ownsDesiredCount({ cluster, service }) {
      const sdk = await import('@aws-sdk/client-application-auto-scaling')
      const client = new sdk.ApplicationAutoScalingClient(connection.settingsFor('APPLICATION_AUTO_SCALING'))
      const input = {
        ServiceNamespace: 'ecs' as const,
        ScalableDimension: 'ecs:service:DesiredCount' as const,
        ResourceIds: [`service/${cluster.slice(cluster.lastIndexOf('/') + 1)}/${service}`],
      }
      const name = { service: 'application-autoscaling', operation: 'DescribeScalableTargets', repeatable: true }
      const command = () => new sdk.DescribeScalableTargetsCommand(input)
      const answer = await makeCall(connection.calling, name, () => client.send(command()))
      return (answer.ScalableTargets ?? []).length > 0
    },
  }
}

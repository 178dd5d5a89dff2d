import type { ScalingPort } from '../model/ports.ts'
import { type ScalingLimits, type ScalingPolicy, scalableResource } from '../model/scaling.ts'
import { makeCall } from './call.ts'
import type { Connection } from './connection.ts'
import { once } from './credentials.ts'

/** Application Auto Scaling of services. A service has one target at most: only its desired count can be scaled. */
export function openScaling(connection: Connection): ScalingPort {
  const open = once(async () => {
    const sdk = await import('@aws-sdk/client-application-auto-scaling')
    return { sdk, client: new sdk.ApplicationAutoScalingClient(connection.settingsFor('APPLICATION_AUTO_SCALING')) }
  })
  const call = <T>(operation: string, send: () => Promise<T>) =>
    makeCall(connection.calling, { service: 'application-autoscaling', operation, repeatable: true }, send)
  return {
    async readTarget(name) {
      const { sdk, client } = await open()
      const { ResourceId, ...kind } = scalableResource(name)
      const input = { ...kind, ResourceIds: [ResourceId] }
      const send = () => client.send(new sdk.DescribeScalableTargetsCommand(input))
      const [target] = (await call('DescribeScalableTargets', send)).ScalableTargets ?? []
      return target && limitsOf(target)
    },
    async listPolicies(name) {
      const { sdk, client } = await open()
      const policies: ScalingPolicy[] = []
      let token: string | undefined
      do {
        const input = { ...scalableResource(name), NextToken: token }
        const send = () => client.send(new sdk.DescribeScalingPoliciesCommand(input))
        const page = await call('DescribeScalingPolicies', send)
        for (const one of page.ScalingPolicies ?? []) {
          policies.push({ name: one.PolicyName ?? '', type: one.PolicyType ?? '' })
        }
        token = page.NextToken
      } while (token !== undefined)
      return policies
    },
    async changeTarget(change) {
      const { sdk, client } = await open()
      await call('RegisterScalableTarget', () => client.send(new sdk.RegisterScalableTargetCommand(change)))
    },
  }
}

type Target = import('@aws-sdk/client-application-auto-scaling').ScalableTarget

function limitsOf({ MinCapacity = 0, MaxCapacity = 0, SuspendedState = {} }: Target): ScalingLimits {
  return {
    MinCapacity,
    MaxCapacity,
    SuspendedState: {
      DynamicScalingInSuspended: SuspendedState.DynamicScalingInSuspended ?? false,
      DynamicScalingOutSuspended: SuspendedState.DynamicScalingOutSuspended ?? false,
      ScheduledScalingSuspended: SuspendedState.ScheduledScalingSuspended ?? false,
    },
  }
}

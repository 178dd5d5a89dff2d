import { AwsError } from '../errors.ts'
import type { TargetGroupPort, TargetGroupTimes } from '../model/ports.ts'
import { makeCall } from './call.ts'
import type { Connection } from './connection.ts'
import { once } from './credentials.ts'

/** Target groups of Elastic Load Balancing. */
export function openTargetGroups(connection: Connection): TargetGroupPort {
  const open = once(async () => {
    const sdk = await import('@aws-sdk/client-elastic-load-balancing-v2')
    return { sdk, client: new sdk.ElasticLoadBalancingV2Client(connection.settingsFor('ELASTIC_LOAD_BALANCING_V2')) }
  })
  const call = <T>(operation: string, send: () => Promise<T>, attempts?: number) =>
    makeCall(connection.calling, { service: 'elasticloadbalancing', operation, repeatable: true, attempts }, send)
  const times = new Map<string, Promise<TargetGroupTimes>>()

  async function readTimes(targetGroupArn: string): Promise<TargetGroupTimes> {
    const { sdk, client } = await open()
    const groups = () => new sdk.DescribeTargetGroupsCommand({ TargetGroupArns: [targetGroupArn] })
    const attributes = () => new sdk.DescribeTargetGroupAttributesCommand({ TargetGroupArn: targetGroupArn })
    // Nice to know, and not worth a wait.
    const [{ TargetGroups }, { Attributes }] = await Promise.all([
      call('DescribeTargetGroups', () => client.send(groups()), 1),
      call('DescribeTargetGroupAttributes', () => client.send(attributes()), 1),
    ])
    const { HealthCheckIntervalSeconds = 0, HealthyThresholdCount = 0 } = TargetGroups?.[0] ?? {}
    const delay = Attributes?.find(({ Key }) => Key === 'deregistration_delay.timeout_seconds')?.Value
    return {
      becomingHealthy: HealthCheckIntervalSeconds * HealthyThresholdCount,
      deregistrationDelay: Number(delay ?? 0),
    }
  }

  return {
    readTimes(targetGroupArn) {
      const known = times.get(targetGroupArn) ?? readTimes(targetGroupArn)
      times.set(targetGroupArn, known)
      return known
    },
    async readHealth(targetGroupArn) {
      const { sdk, client } = await open()
      const command = () => new sdk.DescribeTargetHealthCommand({ TargetGroupArn: targetGroupArn })
      const answer = await call('DescribeTargetHealth', () => client.send(command()))
      return (answer.TargetHealthDescriptions ?? []).map(({ Target, TargetHealth }) => ({
        target: `${Target?.Id ?? ''}:${Target?.Port ?? ''}`,
        state: TargetHealth?.State ?? '',
        reason: TargetHealth?.Reason ?? '',
        description: TargetHealth?.Description ?? '',
      }))
    },
    async exists(targetGroupArn) {
      const { sdk, client } = await open()
      const command = () => new sdk.DescribeTargetGroupsCommand({ TargetGroupArns: [targetGroupArn] })
      try {
        const answer = await call('DescribeTargetGroups', () => client.send(command()))
        return (answer.TargetGroups ?? []).length > 0
      } catch (error) {
        if (error instanceof AwsError && error.code.startsWith('TargetGroupNotFound')) return false
        throw error
      }
    },
  }
}

import { AwsError } from '../errors.ts'
import type { TargetGroupPort } from '../model/ports.ts'
import { makeCall } from './call.ts'
import type { Connection } from './connection.ts'
import { once } from './credentials.ts'

/** Target groups of Elastic Load Balancing. */
export function openTargetGroups(connection: Connection): TargetGroupPort {
  const open = once(async () => {
    const sdk = await import('@aws-sdk/client-elastic-load-balancing-v2')
    return { sdk, client: new sdk.ElasticLoadBalancingV2Client(connection.settingsFor('ELASTIC_LOAD_BALANCING_V2')) }
  })
  const call = <T>(operation: string, send: () => Promise<T>) =>
    makeCall(connection.calling, { service: 'elasticloadbalancing', operation, repeatable: true }, send)
  return {
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

import { AwsError } from '../../src/errors.ts'
import type { Aws, ImageLookup } from '../../src/model/ports.ts'

/** What a pretended account has; everything else it has not. */
export interface Account {
  readonly clusters?: Readonly<Record<string, string>>
  readonly images?: Readonly<Record<string, ImageLookup>>
  /** `region/group` */
  readonly groups?: readonly string[]
  readonly secrets?: readonly string[]
  readonly targetGroups?: readonly string[]
}

/** An account in us-east-1 that answers what `verify` asks. */
export function accountWith(account: Account): Aws {
  const answers = {
    region: 'us-east-1',
    ecs: {
      async describeCluster(cluster: string) {
        const status = account.clusters?.[cluster]
        return status === undefined ? undefined : { clusterName: cluster, status }
      },
    },
    images: {
      async findImage(reference: string): Promise<ImageLookup> {
        return account.images?.[reference] ?? { kind: 'elsewhere' }
      },
    },
    logs: {
      async hasGroup(group: string, region: string) {
        return account.groups?.includes(`${region}/${group}`) ?? false
      },
    },
    secrets: {
      async checkSecret(valueFrom: string) {
        if (account.secrets?.includes(valueFrom)) return { usable: true }
        return { usable: false, message: `the parameter ${valueFrom} does not exist` }
      },
    },
    targetGroups: {
      async exists(arn: string) {
        return account.targetGroups?.includes(arn) ?? false
      },
    },
  }
  return answers as unknown as Aws
}

/** An account that refuses every call with `code`. */
export function refusingWith(code: string, message: string): Aws {
  const refuse = (service: string, operation: string) => async () => {
    throw new AwsError(message, { service, operation, code, status: 400 })
  }
  const answers = {
    region: 'us-east-1',
    ecs: { describeCluster: refuse('ecs', 'DescribeClusters') },
    images: { findImage: refuse('ecr', 'DescribeImages') },
    logs: { hasGroup: refuse('logs', 'DescribeLogGroups') },
    secrets: { checkSecret: refuse('ssm', 'GetParameters') },
    targetGroups: { exists: refuse('elasticloadbalancing', 'DescribeTargetGroups') },
  }
  return answers as unknown as Aws
}

/** The one file that names the SDK's types; the rest of the code speaks of ECS through it. */
export type {
  Cluster,
  Container,
  Deployment,
  Service,
  ServiceDeployment,
  ServiceDeploymentBrief,
  ServiceRevision,
  Tag,
  Task,
  TaskDefinition,
  TaskSet,
} from '@aws-sdk/client-ecs'

/** A service as the config names it. */
export interface ServiceName {
  readonly cluster: string
  readonly service: string
}

/** The text after the last `/` of an ARN: `api:43` of a task definition's. */
export function shortName(arn: string): string {
  return arn.slice(arn.lastIndexOf('/') + 1)
}

/** Family and revision of `…/api:43` or `api:43`; revision 0 where it has none. */
export function parseTaskDefinitionName(name: string): { readonly family: string; readonly revision: number } {
  const short = shortName(name)
  const colon = short.lastIndexOf(':')
  if (colon < 0) return { family: short, revision: 0 }
  return { family: short.slice(0, colon), revision: Number(short.slice(colon + 1)) }
}

import { UserError } from '../errors.ts'
import { type Json, type JsonObject, numberAt, objectsAt, textAt, valueAt } from '../model/json.ts'

/** What an AppSpec is made of. */
export interface AppSpecParts {
  /** The service, by the names of the ECS API. */
  readonly service: JsonObject
  /** ARN */
  readonly taskDefinition: string
  /** One key each: `[{ "AfterInstall": "a-lambda" }]`. */
  readonly hooks: readonly JsonObject[]
}

/**
 * The AppSpec with which CodeDeploy deploys a service (specification 5.16).
 * @throws UserError where the service has no load balancer
 */
export function createAppSpec({ service, taskDefinition, hooks }: AppSpecParts): JsonObject {
  const [balancer] = objectsAt(service, ['loadBalancers'])
  if (balancer === undefined) {
    throw new UserError('failed to create appspec: require LoadBalancers', {
      hint: 'CodeDeploy shifts the traffic of a load balancer: name one under `loadBalancers` of the service definition',
      category: 'config/codedeploy',
    })
  }
  const properties = {
    TaskDefinition: taskDefinition,
    LoadBalancerInfo: {
      ContainerName: textAt(balancer, ['containerName']) ?? '',
      ContainerPort: numberAt(balancer, ['containerPort']) ?? 0,
    },
    ...withText('PlatformVersion', textAt(service, ['platformVersion'])),
    ...networkOf(service),
    ...capacityOf(service),
  }
  return {
    version: '0.0',
    Resources: [{ TargetService: { Type: 'AWS::ECS::Service', Properties: properties } }],
    ...(hooks.length > 0 && { Hooks: hooks }),
  }
}

function networkOf(service: JsonObject): JsonObject {
  const network = valueAt(service, ['networkConfiguration', 'awsvpcConfiguration'])
  if (network === undefined || network === null) return {}
  const list = (key: string): Json => valueAt(network, [key]) ?? []
  return {
    NetworkConfiguration: {
      AwsvpcConfiguration: {
        ...withText('AssignPublicIp', textAt(network, ['assignPublicIp'])),
        SecurityGroups: list('securityGroups'),
        Subnets: list('subnets'),
      },
    },
  }
}

/** A base or weight of 0 is left out. */
function capacityOf(service: JsonObject): JsonObject {
  const strategy = objectsAt(service, ['capacityProviderStrategy']).map((item) => {
    const [base = 0, weight = 0] = [numberAt(item, ['base']), numberAt(item, ['weight'])]
    return {
      CapacityProvider: textAt(item, ['capacityProvider']) ?? '',
      ...(base !== 0 && { Base: base }),
      ...(weight !== 0 && { Weight: weight }),
    }
  })
  return strategy.length === 0 ? {} : { CapacityProviderStrategy: strategy }
}

function withText(key: string, text: string | undefined): JsonObject {
  return text === undefined || text === '' ? {} : { [key]: text }
}

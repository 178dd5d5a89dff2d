import { shapeDefinition } from '../../src/config/definition-shape.ts'
import { parseJson } from '../../src/config/json-text.ts'
import { toObject } from '../../src/config/tree.ts'
import type { Definition } from '../../src/model/definition.ts'
import type { Service } from '../../src/model/ecs.ts'
import { formatPath, type JsonObject } from '../../src/model/json.ts'
import type { RegisteredTaskDefinition } from '../../src/model/ports.ts'
import { formatDocument } from '../../src/plan/canonical.ts'

/** A definition without a text behind it. */
export function definition(document: JsonObject, file = 'ecs/definition.json'): Definition {
  return { file, document, locate: (path) => ({ file, path: formatPath(path) }) }
}

/** A document as it comes back from a file that was written of it. */
export function loaded(document: JsonObject, kind: 'service' | 'task'): JsonObject {
  const tree = parseJson(formatDocument(document))
  if (tree.kind !== 'object') throw new TypeError('a definition is an object')
  return toObject(shapeDefinition(tree, { kind, ignoreTags: [], warn: () => {} }).tree)
}

/** A running service as DescribeServices answers it; `service` overrides. */
export function running(service: Service = {}): Service {
  return {
    serviceArn: 'arn:aws:ecs:us-east-1:123456789012:service/prod/api',
    serviceName: 'api',
    clusterArn: 'arn:aws:ecs:us-east-1:123456789012:cluster/prod',
    status: 'ACTIVE',
    desiredCount: 2,
    runningCount: 2,
    pendingCount: 0,
    launchType: 'FARGATE',
    platformVersion: 'LATEST',
    platformFamily: 'Linux',
    taskDefinition: 'arn:aws:ecs:us-east-1:123456789012:task-definition/api:42',
    schedulingStrategy: 'REPLICA',
    deploymentController: { type: 'ECS' },
    deploymentConfiguration: {
      deploymentCircuitBreaker: { enable: false, rollback: false },
      maximumPercent: 200,
      minimumHealthyPercent: 100,
    },
    availabilityZoneRebalancing: 'DISABLED',
    enableECSManagedTags: false,
    enableExecuteCommand: false,
    createdAt: new Date('2026-01-01T00:00:00Z'),
    loadBalancers: [],
    serviceRegistries: [],
    placementConstraints: [],
    placementStrategy: [],
    events: [],
    ...service,
  }
}

/** A registered task definition as DescribeTaskDefinition answers it. */
export function registered(taskDefinition: RegisteredTaskDefinition['definition'] = {}): RegisteredTaskDefinition {
  const arn = 'arn:aws:ecs:us-east-1:123456789012:task-definition/api:42'
  return {
    arn,
    definition: {
      taskDefinitionArn: arn,
      family: 'api',
      revision: 42,
      status: 'ACTIVE',
      registeredAt: new Date('2026-01-01T00:00:00Z'),
      registeredBy: 'arn:aws:iam::123456789012:role/deploy',
      compatibilities: ['EC2', 'FARGATE'],
      requiresAttributes: [{ name: 'com.amazonaws.ecs.capability.task-eni' }],
      volumes: [],
      placementConstraints: [],
      ...taskDefinition,
    },
    tags: [],
  }
}

/** The project that most stories are about: the service `api` of the cluster `shop`, its image chosen by `TAG`. */

const registry = '123456789012.dkr.ecr.ap-northeast-1.amazonaws.com'

export const taskDefinition = {
  family: 'api',
  cpu: '256',
  memory: '512',
  networkMode: 'awsvpc',
  requiresCompatibilities: ['FARGATE'],
  executionRoleArn: 'arn:aws:iam::123456789012:role/execution',
  containerDefinitions: [
    {
      name: 'app',
      image: `${registry}/api:{{ must_env \`TAG\` }}`,
      essential: true,
      portMappings: [{ containerPort: 8080, protocol: 'tcp' }],
      logConfiguration: {
        logDriver: 'awslogs',
        options: { 'awslogs-group': '/ecs/api', 'awslogs-region': 'ap-northeast-1', 'awslogs-stream-prefix': 'api' },
      },
    },
  ],
}

export const service = {
  desiredCount: 2,
  launchType: 'FARGATE',
  propagateTags: 'NONE',
  availabilityZoneRebalancing: 'ENABLED',
  deploymentConfiguration: {
    maximumPercent: 200,
    minimumHealthyPercent: 100,
    deploymentCircuitBreaker: { enable: true, rollback: true },
  },
  networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-1'], securityGroups: ['sg-1'] } },
}

const config = `region: ap-northeast-1
cluster: shop
service: api
task_definition: ecs/task.json
service_definition: ecs/service.json
timeout: 10m
`

/** The repository; `more` replaces files or adds to them. */
export function shopFiles(more: Readonly<Record<string, string>> = {}): Readonly<Record<string, string>> {
  return {
    'ecspresso.yml': config,
    'ecs/task.json': pretty(taskDefinition),
    'ecs/service.json': pretty(service),
    ...more,
  }
}

/** A definition as people write it. */
export function pretty(value: object): string {
  return `${JSON.stringify(value, undefined, 2)}\n`
}

/** The task definition as it was registered with an image's tag. */
export function registered(tag: string, definition: object = taskDefinition): { readonly input: unknown } {
  return { input: JSON.parse(JSON.stringify(definition).replaceAll('{{ must_env `TAG` }}', tag)) }
}

/** An account with an empty cluster. */
export const emptyAccount = {
  region: 'ap-northeast-1',
  timings: { jitter: 0 },
  clusters: [{ name: 'shop' }],
  images: ['1', '2'].map((tag) => ({ repository: 'api', tag, platforms: ['linux/amd64'] })),
  logGroups: ['/ecs/api'],
  roles: [{ name: 'execution' }],
}

/** The account in which `api:1` (tag 1) has been running for a day; `more` adds what the story is about. */
export function shop(more: object = {}, attributes: object = {}): object {
  const running = { ...service, serviceName: 'api', cluster: 'shop', taskDefinition: 'api:1', ...attributes }
  return { ...emptyAccount, taskDefinitions: [registered('1')], services: [running], ...more }
}

/** The same service with another way of ending deployments; without an argument no circuit breaker at all. */
export function breaker(deploymentCircuitBreaker?: { enable: boolean; rollback: boolean }) {
  const { deploymentCircuitBreaker: _, ...percents } = service.deploymentConfiguration
  const deploymentConfiguration = { ...percents, ...(deploymentCircuitBreaker && { deploymentCircuitBreaker }) }
  return { ...service, deploymentConfiguration }
}

/** Registration of the service as a scalable target. */
export function scalableTarget(MinCapacity: number, MaxCapacity: number) {
  const resource = { ServiceNamespace: 'ecs', ResourceId: 'service/shop/api' }
  return { ...resource, ScalableDimension: 'ecs:service:DesiredCount', MinCapacity, MaxCapacity }
}

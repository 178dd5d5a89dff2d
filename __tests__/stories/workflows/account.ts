const registry = '123456789012.dkr.ecr.ap-northeast-1.amazonaws.com'
const names = ['api', 'admin']

/** The account of examples/shop: both services run their newest of so many revisions; there are images of two tags. */
export function shopAccount(more: object = {}, revisions = 1): object {
  const tags = ['1', '2'].slice(0, revisions)
  return {
    region: 'ap-northeast-1',
    timings: { jitter: 0 },
    clusters: [{ name: 'shop' }],
    images: names.flatMap((name) =>
      ['1', '2'].map((tag) => ({ repository: `shop/${name}`, tag, platforms: ['linux/amd64'] })),
    ),
    logGroups: names.map((name) => `/ecs/shop/${name}`),
    roles: [{ name: 'shop-execution' }],
    taskDefinitions: names.flatMap((name) => tags.map((tag) => ({ input: taskDefinition(name, tag) }))),
    services: names.map((name) => ({
      cluster: 'shop',
      serviceName: name,
      taskDefinition: `${name}:${revisions}`,
      desiredCount: name === 'api' ? 2 : 1,
      launchType: 'FARGATE',
      availabilityZoneRebalancing: 'ENABLED',
      propagateTags: 'NONE',
      deploymentConfiguration: {
        minimumHealthyPercent: 100,
        maximumPercent: 200,
        deploymentCircuitBreaker: { enable: true, rollback: true },
      },
      networkConfiguration: {
        awsvpcConfiguration: {
          subnets: ['subnet-0a1b2c3d4e5f60001', 'subnet-0a1b2c3d4e5f60002'],
          securityGroups: ['sg-0a1b2c3d4e5f60003'],
        },
      },
    })),
    ...more,
  }
}

function taskDefinition(name: string, tag: string): object {
  return {
    family: name,
    requiresCompatibilities: ['FARGATE'],
    networkMode: 'awsvpc',
    cpu: '256',
    memory: '512',
    executionRoleArn: 'arn:aws:iam::123456789012:role/shop-execution',
    containerDefinitions: [
      {
        name,
        image: `${registry}/shop/${name}:${tag}`,
        essential: true,
        logConfiguration: {
          logDriver: 'awslogs',
          options: {
            'awslogs-group': `/ecs/shop/${name}`,
            'awslogs-region': 'ap-northeast-1',
            'awslogs-stream-prefix': name,
          },
        },
      },
    ],
  }
}

local common = import 'common.libsonnet';
local tag = std.extVar('image_tag');

{
  family: common.name,
  requiresCompatibilities: ['FARGATE'],
  networkMode: 'awsvpc',
  cpu: '512',
  memory: '1024',
  executionRoleArn: common.role('shop-execution'),
  taskRoleArn: common.role('shop-search'),
  containerDefinitions: [
    common.container('app') {
      image: '%s/shop/search:%s' % [common.registry, tag],
      portMappings: [{ containerPort: 8080, protocol: 'tcp' }],
      environment: common.variables({
        INDEX: 'products',
        PORT: '8080',
      }),
      secrets: [{ name: 'INDEX_KEY', valueFrom: common.parameter('shop/search/index-key') }],
    },
    // Fills the cache of the container beside it; the service lives on without it.
    common.container('warm-up') {
      image: '%s/shop/warm-up:%s' % [common.registry, tag],
      essential: false,
      dependsOn: [{ containerName: 'app', condition: 'START' }],
    },
  ],
  tags: common.tags,
}

local common = import 'ecs/common.libsonnet';

{
  region: common.region,
  cluster: 'shop',
  service: common.name,
  service_definition: 'ecs/service.jsonnet',
  task_definition: 'ecs/task.jsonnet',
  timeout: '10m',
}

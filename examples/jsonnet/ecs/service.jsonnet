local common = import 'common.libsonnet';
local must_env = std.native('must_env');
local env = std.native('env');

{
  launchType: 'FARGATE',
  platformVersion: 'LATEST',
  desiredCount: std.parseInt(env('TASKS', '2')),
  availabilityZoneRebalancing: 'ENABLED',
  deploymentConfiguration: {
    minimumHealthyPercent: 100,
    maximumPercent: 200,
    deploymentCircuitBreaker: { enable: true, rollback: true },
  },
  networkConfiguration: {
    awsvpcConfiguration: {
      subnets: [must_env('SUBNET_' + zone) for zone in ['A', 'C']],
      securityGroups: [must_env('SECURITY_GROUP')],
      assignPublicIp: 'DISABLED',
    },
  },
  propagateTags: 'SERVICE',
  tags: common.tags,
}

// What the config and both definitions say alike.
local must_env = std.native('must_env');

{
  name: 'search',
  region: 'ap-northeast-1',
  tags: [{ key: 'app', value: 'shop' }],

  account:: must_env('AWS_ACCOUNT_ID'),
  registry:: '%s.dkr.ecr.%s.amazonaws.com' % [self.account, self.region],
  role(name):: 'arn:aws:iam::%s:role/%s' % [self.account, name],
  parameter(name):: 'arn:aws:ssm:%s:%s:parameter/%s' % [self.region, self.account, name],

  // Variables of a container, written as an object.
  variables(values):: [{ name: name, value: values[name] } for name in std.objectFields(values)],

  // A container that logs where all of this service do.
  container(name):: {
    name: name,
    essential: true,
    logConfiguration: {
      logDriver: 'awslogs',
      options: {
        'awslogs-group': '/ecs/shop/' + $.name,
        'awslogs-region': $.region,
        'awslogs-stream-prefix': name,
      },
    },
  },
}

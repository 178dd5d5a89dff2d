import { fromCaller, fromTasks, type Rule } from './rule.ts'

const diff = 'Run `ecspresso diff` to see what would be sent.'
const verify = 'Run `ecspresso verify` before the next deploy.'
const everywhere = [...fromCaller, ...fromTasks, 'codedeploy', 'health'] as const

/** A file or parameter of the user is wrong or names a thing that does not exist: the parts around the service. */
export const surroundingRules: readonly Rule[] = [
  {
    label: 'config/task-size',
    rank: 'cause',
    when: [
      /No Fargate configuration exists|(?:cpu|memory)\b.{0,60}(?:combination|not (?:a )?(?:valid|supported|allowed)|is invalid|invalid for)|Invalid (?:'?cpu'?|'?memory'?)|(?:invalid|unsupported) (?:task )?(?:cpu|memory)|task[- ]level (?:cpu|memory)|(?:cpu|memory) (?:setting|value)\b|Fargate requires .{0,60}(?:cpu|memory)/i,
    ],
    reason: ({ quote }) => `this pair of cpu and memory does not exist: ${quote}`,
    hint: 'Choose a pair of Fargate’s table: 256 with 512–2048, 512 with 1024–4096, 1024 with 2048–8192, 2048 with 4096–16384, 4096 with 8192–30720.',
    next: ['Larger ones: 8192 with 16384–61440 in steps of 4096, 16384 with 32768–122880 in steps of 8192.', verify],
    retryable: false,
  },
  {
    label: 'config/autoscaling',
    rank: 'cause',
    when: [
      /scalable ?target|scaling polic|application.?auto.?scaling|\bObjectNotFoundException|minimum capacity .{0,60}maximum|MinCapacity|AUTO_SCALING_CONFIGURATION|MaxCapacity|FailedResourceAccess/i,
      { operation: /ScalableTarget|ScalingPolic|ScheduledAction/i },
    ],
    reason: ({ quote }) => `Application Auto Scaling refused it: ${quote}`,
    hint: 'Register the scalable target first (`service/CLUSTER/SERVICE`), with a minimum not above the maximum.',
    next: ['Run `ecspresso status`: it shows the targets and policies of the service.'],
    retryable: false,
  },
  {
    label: 'config/service-discovery',
    rank: 'cause',
    when: [
      /NamespaceNotFound|namespace .{0,100}(?:not found|wasn't found|does not exist)|service ?registr(?:y|ies)|Service ?Connect|Cloud ?Map|service ?discovery|servicediscovery|\bServiceNotFound: |discoveryName|portName|values for 'containerName' and 'containerPort'|InstanceNotFound/i,
    ],
    from: everywhere,
    reason: ({ quote }) => `service discovery does not fit: ${quote}`,
    hint: 'Check the namespace or registry in this region, and name container and port in the registry only for SRV records or bridge and host networks.',
    next: [diff],
    retryable: false,
  },
  {
    label: 'config/codedeploy',
    rank: 'cause',
    when: [
      /(?:Application|DeploymentGroup|DeploymentConfig|Deployment|Revision)DoesNotExist|(?:Application|DeploymentGroup|DeploymentConfig)NameRequired|Invalid(?:Revision|DeploymentConfig|DeploymentGroup|ECSService|TargetGroupPair|BlueGreen|TrafficRouting|DeploymentStyle|LoadBalancerInfo|ApplicationName|AutoRollbackConfig|Alarm)\w*|DescriptionTooLong|REVISION_MISSING|INVALID_(?:ECS_SERVICE|REVISION|LAMBDA_\w+)|MISSING_(?:ELB_INFORMATION|BLUE_GREEN\w+|GITHUB_TOKEN)|HEALTH_CONSTRAINTS_INVALID|CODEDEPLOY_RESOURCE_CANNOT_BE_FOUND|CLOUDFORMATION_STACK_FAILURE|(?:APPLICATION|DEPLOYMENT_GROUP)_MISSING|ECSServiceMappingLimit/i,
      /AppSpec|gradual traffic routing|Traffic ?routing (?:config|type)|BlueGreen style|AWS::CodeDeploy|valid pair of target groups|target group pair|CodeDeploy .{0,80}(?:application|deployment group|deployment config)|(?:application|deployment group|deployment config)\w* .{0,100}(?:not found|does not exist|doesn't exist|no .{0,20}found)|no (?:deployment ?group|application) .{0,20}found/i,
    ],
    otherwise: [
      { operation: /Deployment(?:Group|Config)?$|ApplicationRevision$/i, from: ['apiError'] },
      { all: [/invalid|missing|does not exist|must|not (?:found|valid)/i], from: ['codedeploy'] },
    ],
    from: ['apiError', 'cli', 'codedeploy'],
    reason: ({ quote }) => `CodeDeploy refused it: ${quote}`,
    hint: 'Compare application, deployment group and deployment config with CodeDeploy in this region, and the AppSpec with `ecspresso appspec`.',
    next: ['The deployment group needs a pair of target groups and a listener.'],
    retryable: false,
  },
  {
    label: 'config/load-balancer',
    rank: 'cause',
    when: [
      /target ?group|listener|invalid networking configuration|\brules? not found|ELB_INVALID_INSTANCE|load ?balancer|ELASTIC_LOAD_BALANCING_INVALID|Target\.NotInUse|advancedConfiguration|healthCheckGracePeriodSeconds|\bELB\b/i,
      /container ?name can ?not be (?:blank|empty)|container (?:name )?.{0,120} (?:does not exist|is not defined) in (?:the )?task definition|container port \d+ .{0,60}not defined|containerPort .{0,60}load balanc|did not have a container port/i,
    ],
    from: everywhere,
    reason: ({ quote }) => `the load balancer settings do not fit: ${quote}`,
    hint: 'Compare target group, container name and port in `loadBalancers` with the task definition; awsvpc needs target type `ip`, and a listener must use the group.',
    next: [verify, 'Target group, load balancer and subnets belong to one VPC.'],
    retryable: false,
  },
  {
    label: 'config/capacity-provider',
    rank: 'cause',
    when: [/capacity ?provider/i],
    from: everywhere,
    reason: ({ quote }) => `the capacity provider strategy does not fit: ${quote}`,
    hint: 'Attach the capacity provider to the cluster, and use either `launchType` or `capacityProviderStrategy`.',
    next: ['Run `aws ecs describe-clusters` to see the providers of the cluster.'],
    retryable: false,
  },
  {
    label: 'config/logging',
    rank: 'cause',
    when: [
      /log group .{0,300}(?:does not exist|not found|doesn't exist)|(?:can't|cannot) find the (?:Amazon )?CloudWatch log group|awslogs-(?:region|group|stream-prefix|create-group|\w+)|log[- ]?(?:opt|option|configuration|driver)|logging driver|logger args|logConfiguration/i,
      { all: [/ResourceNotFoundException/i, /\blogs?\b|CloudWatch/i] },
    ],
    reason: ({ quote }) => `the log configuration does not fit: ${quote}`,
    hint: 'Create the log group in that region, or set `awslogs-create-group` and allow logs:CreateLogGroup.',
    next: [
      'The awslogs driver needs `awslogs-group` and `awslogs-region`, on Fargate `awslogs-stream-prefix` too.',
      verify,
    ],
    retryable: false,
  },
  {
    label: 'config/env-file',
    rank: 'cause',
    when: [
      /env(?:ironment)? ?files?\b|\benvfile|environmentFiles|\.env\b|godotenv|unexpected character .{0,60} in variable name/i,
      { all: [/NoSuchKey|NoSuchBucket|\b404\b/i, /\bs3\b|download/i] },
    ],
    reason: ({ quote }) => `an environment file is wrong: ${quote}`,
    hint: 'One KEY=VALUE a line; for `environmentFiles` the full ARN of an S3 object that ends in `.env`.',
    next: ['A later file wins over an earlier one here; in ECS the earlier one and `environment` win.'],
    retryable: false,
  },
  {
    label: 'config/volume',
    rank: 'cause',
    when: [
      {
        all: [
          /\befs\b|mount(?:ing)?\b(?! callback)|volume|nfs/i,
          /No such file or directory|chown|ownership|operation not permitted|invalid (?:mount|volume)|bind source|does not exist|not found|access ?point|already mounted|invalid argument|not supported/i,
        ],
      },
      /rootfs_linux\.go.{0,80}mounting|error mounting|CannotCreateVolume|VolumeResource|mount source path|invalid mount|bind source path|VolumeDriver|volume plugin|(?:sourceVolume|mountPoints?|volumeConfigurations?|efsVolumeConfiguration|volumesFrom)\b|unknown volume|volume .{0,80}(?:not (?:found|exist)|invalid|must)|EFS utils/i,
    ],
    from: everywhere,
    reason: ({ quote }) => `a volume cannot be mounted: ${quote}`,
    hint: 'Check that the directory exists in the file system, and the user of the access point.',
    next: ['A file mounted over a directory, or the reverse, fails too.'],
    retryable: false,
  },
  {
    label: 'config/network',
    rank: 'cause',
    when: [
      /subnets?\b|security ?groups?|awsvpcConfiguration|networkConfiguration|network configuration|Invalid(?:Subnet|SecurityGroup|GroupId|Group)\w*|\bLOCATION\b|assign(?: a)? ?public ?ip|same VPC|\bvpc-/i,
    ],
    from: everywhere,
    reason: ({ quote }) => `the network configuration does not fit: ${quote}`,
    hint: 'Check the ids of subnets and security groups: one region, one VPC, and none missing for awsvpc.',
    next: [diff],
    retryable: false,
  },
]

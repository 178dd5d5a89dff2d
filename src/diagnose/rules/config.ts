import { fromCaller, fromTasks, type Rule } from './rule.ts'

const diff = 'Run `ecspresso diff` to see what would be sent.'
const verify = 'Run `ecspresso verify` before the next deploy.'
const everywhere = [...fromCaller, ...fromTasks, 'codedeploy', 'health'] as const

/** A file or parameter of the user is wrong or names a thing that does not exist: the parts around the service. */
const surroundings: readonly Rule[] = [
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
      /AppSpec|gradual traffic routing|Traffic ?routing (?:config|type)|BlueGreen style|AWS::CodeDeploy|valid pair of target groups|target group pair|CodeDeploy .{0,80}(?:application|deployment group|deployment config)|(?:application|deployment group|deployment config)\w* .{0,100}(?:not found|does not exist|doesn't exist|no .{0,20}found)|no (?:deployment group|application) .{0,20}found/i,
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
      /subnets?\b|security groups?|awsvpcConfiguration|networkConfiguration|network configuration|Invalid(?:Subnet|SecurityGroup|GroupId|Group)\w*|\bLOCATION\b|assign(?: a)? ?public ?ip|same VPC|\bvpc-/i,
    ],
    from: everywhere,
    reason: ({ quote }) => `the network configuration does not fit: ${quote}`,
    hint: 'Check the ids of subnets and security groups: one region, one VPC, and none missing for awsvpc.',
    next: [diff],
    retryable: false,
  },
]

const serviceDefinition: Rule = {
  label: 'config/service-definition',
  rank: 'cause',
  when: [
    /deployment controller|service couldn't be updated because|CODE_DEPLOY|deploymentController|deployment percentages?|minimum ?Healthy ?Percent|maximum ?Percent|desired ?count|scheduling ?strategy|DAEMON (?:scheduling|service)|enableExecuteCommand|execute command|deployment ?(?:configuration|strategy)|circuit breaker (?:\w+ ){0,2}(?:only|cannot|can only|not)|placement ?strateg|propagateTags|service name|service definition|bakeTime|new ARN and resource ID|long arn/i,
  ],
  from: everywhere,
  otherwise: [
    {
      all: [
        /InvalidParameterException|InvalidParameter\b|ClientException|ValidationException|InvalidRequest|SerializationException|Unknown parameter|validation/i,
      ],
      operation: /^(?:Create|Update|Delete)Service$|TaskSet$/i,
    },
    { all: [/InvalidParameterException|UnsupportedOperation/i] },
  ],
  reason: ({ quote }) => `ECS refused the service definition: ${quote}`,
  hint: 'Correct the field that is named; some can only be set when the service is created, others not with this deployment controller.',
  next: [diff, verify],
  retryable: false,
}

const taskDefinition: Rule = {
  label: 'config/task-definition',
  rank: 'cause',
  when: [
    /task ?definition|container ?definition|execution ?role|executionRoleArn|taskRoleArn|memoryReservation|pidMode|ipcMode|networkMode|network mode|hostPort|containerPort|port ?mapping|(?:environment|secret)s? .{0,60}(?:unique|duplicate)|duplicate|essential container (?!(?:in task )?exited)|ulimit|linuxParameters|device information|privileged|Invalid setting for container|Tags? can ?not|Role is not valid|invalid role (?:syntax|ARN)|usually caused by a client action|Invalid arn syntax|image is not defined|Container\.\w+ (?:contains|should|must)|minimum memory limit|requiresAttributes|family\b/i,
  ],
  from: ['apiError', 'cli', 'containerReason', 'stoppedReason', 'event', 'rollout'],
  otherwise: [
    { operation: /^RegisterTaskDefinition$/i, from: [...fromCaller] },
    { all: [/ClientException|InvalidParameterValue|ValidationException/i], from: [...fromCaller] },
  ],
  reason: ({ quote }) => `ECS refused the task definition: ${quote}`,
  hint: 'Correct the field that is named; keys that ECS only answers (taskDefinitionArn, revision, status, …) do not belong into the file.',
  next: [
    verify,
    'Set `executionRoleArn` when the task uses ECR, awslogs or secrets.',
    'Run again with `--debug` to see the request.',
  ],
  retryable: false,
}

const template: Rule = {
  label: 'config/template',
  rank: 'cause',
  from: ['cli'],
  when: [
    /environment variable .{0,120}(?:not (?:defined|set)|undefined|is required|missing)|must_env|template\b|tfstate|terraform state|jsonnet|\byaml\b|plugin|config file|RUNTIME ERROR|unknown (?:field|key)|failed to (?:load|parse|read|render|evaluate|lookup|look up)|did not find expected|unmarshal|invalid character .{0,40}(?:looking|after)|unexpected (?:token|end of (?:JSON|input))|function ["']\w+["'] not defined|cloudformation (?:output|export|stack)|(?:output|export) .{0,80}(?:is )?not found|ssm parameter .{0,60}lookup/i,
  ],
  otherwise: [/\bis not (?:set|defined)\b|no such file or directory/i],
  reason: ({ quote }) => `a file could not be rendered: ${quote}`,
  hint: 'Set the variable or correct the place that is named, and look at the result with `ecspresso render`.',
  next: ['Refresh the state when a value comes from one.'],
  retryable: false,
}

/** Fields that the API does not know: the call tells which of the two documents holds them. */
const foreignField =
  /Unknown parameter|Unexpected key|UnexpectedParameter|Missing required|ParamValidation|parameter validation failed|InvalidParameterType/i

/** What names its document or its file so plainly that no other word in it counts. */
const plain: readonly Rule[] = [
  { ...template, when: [/\btemplate: |must_env|tfstate|jsonnet|RUNTIME ERROR|\byaml: /i] },
  { ...taskDefinition, when: [/to have (?:an )?execution role|execution role ARN/i], otherwise: [] },
  { ...serviceDefinition, when: [{ all: [foreignField], operation: /^(?:Create|Update)Service$/i }], otherwise: [] },
  { ...taskDefinition, when: [{ all: [foreignField] }], otherwise: [] },
]

/** The definitions themselves, the names in them, and the tool's own files. */
const documents: readonly Rule[] = [
  {
    label: 'config/platform',
    rank: 'cause',
    when: [
      /Platform(?:Unknown|TaskDefinitionIncompatibility)|UnsupportedFeature|launch[ _]?type .{0,120}(?:not (?:supported|compatible)|incompatible|does not)|requested compatibilit|requires ?compatibilit|platform ?version|platform version|runtime ?platform|operating ?system ?family|does not support .{0,40}launch[ _]?type|isn't (?:supported|available) in this Region|not (?:supported|available) in (?:this|the) Region|FARGATE .{0,60}not compatible/i,
      /is not compatible with .{0,60}(?:launch type|FARGATE|EC2|EXTERNAL)/i,
    ],
    reason: ({ quote }) => `platform and task definition do not fit: ${quote}`,
    hint: 'Check `requiresCompatibilities`, `runtimePlatform` and `platformVersion` (1.4.0 or LATEST) against the launch type.',
    next: [diff],
    retryable: false,
  },
  {
    label: 'config/reference',
    rank: 'cause',
    when: [
      /(?:Cluster|Service|TaskSet|Task|Target)NotFoundException|ServiceDeploymentNotFound|Unable to describe (?:task definition|service)|is MISSING|^MISSING$|(?:cluster|service|task ?definition|task set|family|revision)\b[^.]{0,200}(?:not found|does not exist|doesn't exist|is missing|could not be found|no such)|(?:not found|no such|missing|unknown|could not find|cannot find|unable to find) (?:\w+ ){0,3}(?:cluster|service|task ?definition|revision)|Revision is missing/i,
    ],
    from: ['apiError', 'cli', 'codedeploy', 'rollout', 'event'],
    otherwise: [/ResourceNotFoundException|NotFoundException|does not exist/i],
    reason: ({ quote }) => `something that is named does not exist: ${quote}`,
    hint: 'Check spelling, region and account of cluster, service and task definition.',
    next: ['Run `ecspresso status`.', 'A service that does not exist is created by `ecspresso deploy`.'],
    retryable: false,
  },
  template,
  {
    label: 'config/client',
    rank: 'cause',
    from: ['cli', 'apiError'],
    when: [
      /\bregion\b.{0,80}(?:valid|missing|must|required|specify|invalid|empty|not set|not found|provided|configured)|Input required and not supplied|(?:missing|invalid|specify|unknown|no) (?:a |the )?region|required.version|version .{0,60}(?:does not satisfy|constraint|not satisf|required|is too old)|(?:unknown|unexpected|invalid|unrecognized) (?:flag|option|argument|command|choice|subcommand)s?|the following arguments are required|Could not connect to the endpoint URL|Invalid endpoint|Unknown options/i,
    ],
    reason: ({ quote }) => `the call itself is wrong: ${quote}`,
    hint: 'Check region, version and flags of this step.',
    next: ['Run `ecspresso version`, and compare with `required_version` of the config.'],
    retryable: false,
  },
  serviceDefinition,
  taskDefinition,
]

/** The parts around the service; before what the container runtime says. */
export const surroundingRules: readonly Rule[] = [...plain, ...surroundings]

/** The documents; they read words that many messages hold, and come late. */
export const documentRules: readonly Rule[] = documents

import { describe, expect, it } from '@jest/globals'
import { recognise } from '../../src/diagnose/recognise.ts'
import type { Evidence, EvidenceSource } from '../../src/model/diagnosis.ts'

type Row = readonly [label: string, source: EvidenceSource, message: string, rest?: Partial<Evidence>]

const imageLines: readonly Row[] = [
  [
    'image/not-found',
    'containerReason',
    'CannotPullContainerError: Error response from daemon: manifest for nginx:nope not found: manifest unknown: manifest unknown',
    { errorName: 'CannotPullContainerError' },
  ],
  [
    'image/not-found',
    'containerReason',
    'CannotPullContainerError: failed to resolve reference "docker.io/library/foo:bar": docker.io/library/foo:bar: not found',
  ],
  [
    'image/not-found',
    'stoppedReason',
    'CannotPullContainerError: inspect image has been retried 1 time(s): failed to resolve ref "123456789012.dkr.ecr.us-east-1.amazonaws.com/api:v9": 123456789012.dkr.ecr.us-east-1.amazonaws.com/api:v9: not found',
  ],
  [
    'image/auth',
    'stoppedReason',
    'CannotPullContainerError: inspect image has been retried 1 time(s): failed to resolve ref "docker.io/acme/api:1": pull access denied, repository does not exist or may require authorization: server message: insufficient_scope: authorization failed',
  ],
  ['image/not-found', 'containerReason', 'CannotPullContainerError: Error: image acme/api:latest not found'],
  ['image/not-found', 'containerReason', 'Error response from daemon: No such image: acme/api:latest'],
  [
    'image/not-found',
    'cli',
    '123456789012.dkr.ecr.ap-northeast-1.amazonaws.com/app:v2 is not found in Registry',
    { operation: 'verify' },
  ],
  [
    'image/not-found',
    'containerReason',
    'CannotPullContainerError: The task cannot find the image. Verify that the image exists: Error response from daemon: manifest for 1234.dkr.ecr.eu-west-1.amazonaws.com/x:y not found',
  ],
  [
    'image/not-found',
    'apiError',
    `The image with imageId {imageDigest:'null', imageTag:'v3'} does not exist within the repository with name 'api' in the registry with id '123456789012'`,
    { errorName: 'ImageNotFoundException', operation: 'DescribeImages' },
  ],
  [
    'image/not-found',
    'apiError',
    `The repository with name 'api' does not exist in the registry with id '123456789012'`,
    { errorName: 'RepositoryNotFoundException', operation: 'DescribeImages' },
  ],
  [
    'image/rate-limit',
    'containerReason',
    'CannotPullContainerError: inspect image has been retried 5 time(s): httpReaderSeeker: failed open: unexpected status code https://registry-1.docker.io/v2/library/nginx/manifests/sha256:aaa: 429 Too Many Requests - Server message: toomanyrequests: You have reached your pull rate limit.',
  ],
  ['image/rate-limit', 'containerReason', 'CannotPullContainerError: toomanyrequests: Rate exceeded'],
  [
    'image/arch',
    'containerReason',
    `CannotPullContainerError: pull image manifest has been retried 1 time(s): image Manifest does not contain descriptor matching platform 'linux/amd64'`,
  ],
  [
    'image/arch',
    'containerReason',
    'CannotPullContainerError: no matching manifest for linux/arm64/v8 in the manifest list entries',
  ],
  ['image/arch', 'log', 'exec /usr/local/bin/docker-entrypoint.sh: exec format error'],
  [
    'image/arch',
    'containerReason',
    'CannotStartContainerError: Error response from daemon: OCI runtime create failed: container_linux.go:370: starting container process caused: exec: "/app": exec format error',
  ],
  [
    'image/corrupt',
    'containerReason',
    'CannotPullContainerError: failed to unpack image on snapshotter overlayfs: mismatched image rootfs and manifest layers',
  ],
  [
    'image/corrupt',
    'containerReason',
    'CannotPullContainerError: failed to extract layer sha256:abc: failed to get reader from content store: unsupported media type application/vnd.in-toto+json',
  ],
  [
    'image/corrupt',
    'containerReason',
    'CannotPullContainerError: failed to register layer: Error processing tar file(exit status 1): archive/tar: invalid tar header',
  ],
  ['image/invalid-ref', 'containerReason', 'CannotPullContainerError: invalid reference format'],
  [
    'image/invalid-ref',
    'containerReason',
    'InternalError: failed to normalize image reference "123456789012.dkr.ecr.us-east-1.amazonaws.com/app:". Check that the image name is correct',
  ],
  [
    'image/invalid-ref',
    'containerReason',
    'CannotPullContainerError: Error response from daemon: invalid reference format: repository name must be lowercase',
  ],
  [
    'image/invalid-ref',
    'apiError',
    'Container.image contains invalid characters.',
    { errorName: 'ClientException', operation: 'RegisterTaskDefinition' },
  ],
  [
    'image/auth',
    'containerReason',
    'CannotPullContainerError: Error response from daemon: Get "https://registry.gitlab.com/v2/acme/app/manifests/1": unauthorized: HTTP Basic: Access denied',
  ],
  [
    'image/auth',
    'containerReason',
    'CannotPullContainerError: Error response from daemon: unauthorized: authentication required',
  ],
  [
    'image/auth',
    'containerReason',
    'CannotPullContainerError: inspect image has been retried 1 time(s): failed to resolve ref "ghcr.io/acme/app:1": failed to authorize: failed to fetch anonymous token: unexpected status: 401 Unauthorized',
  ],
  [
    'permission/ecr-pull',
    'containerReason',
    'CannotPullContainerError: inspect image has been retried 1 time(s): failed to resolve ref "ghcr.io/acme/app:1": failed to authorize: failed to fetch oauth token: unexpected status: 403 Forbidden',
  ],
]

const resourceLines: readonly Row[] = [
  [
    'resource/disk',
    'containerReason',
    'CannotPullContainerError: failed to register layer: Error processing tar file(exit status 1): write /usr/lib/x.so: no space left on device',
  ],
  [
    'resource/disk',
    'containerReason',
    'CannotPullContainerError: write /var/lib/docker/tmp/GetImageBlob111111111: no space left on device',
  ],
  [
    'resource/disk',
    'containerReason',
    'CannotPullContainerError: ref pull has been retried 5 time(s): failed to extract layer sha256:aa: mount callback failed on /tmp/containerd: write: no space left on device: unknown',
  ],
  [
    'resource/port',
    'containerReason',
    'CannotStartContainerError: Error response from daemon: driver failed programming external connectivity on endpoint ecs-x: Bind for 0.0.0.0:80 failed: port is already allocated',
  ],
  [
    'resource/memory',
    'event',
    '(service api) was unable to place a task because no container instance met all of its requirements. The closest matching (container-instance abc) has insufficient memory available. For more information, see the Troubleshooting section of the Amazon ECS Developer Guide.',
  ],
  [
    'resource/port',
    'event',
    '(service api) was unable to place a task because no container instance met all of its requirements. The closest matching (container-instance abc) is already using a port required by your task.',
  ],
  [
    'resource/no-instances',
    'event',
    '(service api) was unable to place a task because no container instance met all of its requirements. Reason: No Container Instances were found in your cluster.',
  ],
  [
    'resource/agent',
    'event',
    `service api was unable to place a task because no container instance met all of its requirements. The closest matching container-instance 1 doesn't have the agent connected.`,
  ],
  [
    'resource/placement-constraint',
    'event',
    '(service api) was unable to place a task because no container instance met all of its requirements. Reason: MemberOf placement constraint unsatisfied.',
  ],
  [
    'resource/eni',
    'event',
    '(service api) was unable to place a task because no container instance met all of its requirements. The closest matching (container-instance x) encountered error "RESOURCE:ENI".',
  ],
  [
    'resource/gpu',
    'event',
    '(service api) was unable to place a task because no container instance met all of its requirements. The closest matching (container-instance x) encountered error "RESOURCE:GPU".',
  ],
  [
    'resource/quota',
    'event',
    `(service api) was unable to place a task. Reason: You've reached the limit on the number of tasks you can run concurrently.`,
  ],
  [
    'resource/quota',
    'event',
    '(service api) was unable to place a task. Reason: You’ve reached the limit on the number of vCPUs you can run concurrently.',
  ],
  [
    'resource/quota',
    'event',
    'service api was unable to place a task. Reason: The requested MEMORY configuration is above your limit.',
  ],
  ['resource/unspecified', 'event', '(service api) was unable to place a task.'],
  [
    'resource/unspecified',
    'event',
    '(service api) was unable to place a task in us-east-1a because no container instance met all of its requirements.',
  ],
  [
    'resource/quota',
    'event',
    '(service api) failed to register targets in (target-group x) with (error TooManyTargets: The maximum number of targets per target group has been reached)',
  ],
  [
    'resource/quota',
    'apiError',
    'The limit for the resource was exceeded.',
    { errorName: 'LimitExceededException', operation: 'CreateService' },
  ],
  [
    'resource/no-instances',
    'codedeploy',
    'No instances were specified, or no instances can be found.',
    { errorName: 'NO_INSTANCES' },
  ],
  [
    'resource/quota',
    'codedeploy',
    'The maximum number of instances was exceeded.',
    { errorName: 'OVER_MAX_INSTANCES' },
  ],
  ['resource/quota', 'codedeploy', 'RESOURCE_LIMIT_EXCEEDED', { errorName: 'RESOURCE_LIMIT_EXCEEDED' }],
  ['resource/spot', 'stoppedReason', 'Your Spot Task was interrupted.'],
  ['resource/instance-lost', 'stoppedReason', 'Host EC2 (instance i-0abc) terminated.'],
  ['resource/instance-lost', 'stoppedReason', 'Host EC2 (instance i-0abc) stopped.'],
  ['resource/instance-lost', 'stoppedReason', 'Container instance deregistration forced by user.'],
  [
    'resource/instance-lost',
    'stoppedReason',
    'ECS is performing maintenance on the underlying infrastructure hosting the task.',
  ],
  ['resource/agent', 'stoppedReason', 'TaskFailedToStart: Agent start timed out'],
  [
    'resource/fargate-capacity',
    'stoppedReason',
    'Capacity is unavailable at this time. Please try again later or in a different availability zone',
  ],
]

const configLines: readonly Row[] = [
  [
    'config/task-definition',
    'apiError',
    'Container.image should not be null or empty.',
    { errorName: 'ClientException', operation: 'RegisterTaskDefinition' },
  ],
  [
    'config/logging',
    'stoppedReason',
    'ResourceInitializationError: failed to validate logger args: create stream has been retried 1 times: failed to create Cloudwatch log stream: ResourceNotFoundException: The specified log group does not exist. : exit status 1',
  ],
  [
    'config/logging',
    'stoppedReason',
    `ResourceInitializationError: failed to validate logger args: The task cannot find the Amazon CloudWatch log group '/ecs/x' defined in the task definition. Check whether it exists.`,
  ],
  [
    'config/logging',
    'containerReason',
    'CannotStartContainerError: Error response from daemon: failed to initialize logging driver: failed to create Cloudwatch log stream: ResourceNotFoundException: The specified log group does not exist.',
  ],
  [
    'config/logging',
    'containerReason',
    `CannotStartContainerError: Error response from daemon: unknown log opt 'awslogs-foo' for awslogs log driver`,
  ],
  [
    'config/logging',
    'apiError',
    'Log driver awslogs requires options: awslogs-region, awslogs-group',
    { errorName: 'ClientException', operation: 'RegisterTaskDefinition' },
  ],
  [
    'config/env-file',
    'stoppedReason',
    'ResourceInitializationError: failed to download env files: file download command: non-empty error stream: NoSuchKey: The specified key does not exist. status code: 404',
  ],
  [
    'config/env-file',
    'stoppedReason',
    'ResourceInitializationError: failed to retrieve environment files: invalid env file line 3',
  ],
  [
    'config/env-file',
    'apiError',
    'Container.environmentFiles value must be a valid s3 object ARN ending with .env',
    { errorName: 'ClientException', operation: 'RegisterTaskDefinition' },
  ],
  [
    'config/volume',
    'stoppedReason',
    `ResourceInitializationError: failed to invoke EFS utils commands to set up EFS volumes: stderr: b'mount.nfs4: mounting fs-0123.efs.us-east-1.amazonaws.com:/data failed, reason given by server: No such file or directory'`,
  ],
  [
    'config/volume',
    'containerReason',
    'CannotStartContainerError: Error response from daemon: OCI runtime create failed: container_linux.go:380: starting container process caused: process_linux.go:545: container init caused: rootfs_linux.go:76: mounting "/etc/x" to rootfs at "/etc/x" caused: mount through procfd: not a directory',
  ],
  [
    'config/volume',
    'containerReason',
    'CannotCreateContainerError: Error response from daemon: invalid mount config for type "bind": bind source path does not exist: /data',
  ],
  [
    'config/load-balancer',
    'health',
    'Target.NotInUse: Target group is not configured to receive traffic from the load balancer',
  ],
  [
    'config/service-definition',
    'event',
    '(service api) was unable to stop or start tasks during a deployment because of the service deployment configuration. Update the minimumHealthyPercent or maximumPercent value and try again.',
  ],
  [
    'config/load-balancer',
    'event',
    `(service api) failed to register targets in (target-group arn:aws:elasticloadbalancing:us-east-1:1:targetgroup/a/b) with (error Target group 'arn:aws:elasticloadbalancing:us-east-1:1:targetgroup/a/b' not found)`,
  ],
  [
    'config/service-discovery',
    'event',
    '(service api) was unable to register instances in service registry arn:aws:servicediscovery:us-east-1:1:service/srv-1 : ServiceNotFound',
  ],
  [
    'config/task-definition',
    'apiError',
    'Fargate requires task definition to have execution role ARN to support ECR images.',
    { errorName: 'ClientException', operation: 'RegisterTaskDefinition' },
  ],
  [
    'config/task-definition',
    'apiError',
    'Fargate requires task definition to have execution role ARN to support log driver awslogs.',
    { errorName: 'ClientException', operation: 'RegisterTaskDefinition' },
  ],
  [
    'config/task-size',
    'apiError',
    `Invalid 'cpu' setting for task. For more information, see the Troubleshooting section of the Amazon ECS Developer Guide.`,
    { errorName: 'ClientException', operation: 'RegisterTaskDefinition' },
  ],
  [
    'config/task-size',
    'apiError',
    `Fargate requires that 'cpu' be defined at the task level.`,
    { errorName: 'ClientException', operation: 'RegisterTaskDefinition' },
  ],
  [
    'config/task-definition',
    'apiError',
    `The secret name must be unique and not shared with any new or existing environment variables set on the container, such as 'DB'.`,
    { errorName: 'ClientException', operation: 'RegisterTaskDefinition' },
  ],
  [
    'config/task-definition',
    'apiError',
    'Fargate only supports network mode ‘awsvpc’.',
    { errorName: 'ClientException', operation: 'RegisterTaskDefinition' },
  ],
  [
    'config/task-definition',
    'apiError',
    'Container.name should not be null or empty.',
    { errorName: 'ClientException', operation: 'RegisterTaskDefinition' },
  ],
  [
    'config/task-definition',
    'apiError',
    'When networkMode=awsvpc, the host ports and container ports in port mappings must match.',
    { errorName: 'ClientException', operation: 'RegisterTaskDefinition' },
  ],
  [
    'config/volume',
    'apiError',
    `Unknown volume 'data'.`,
    { errorName: 'ClientException', operation: 'RegisterTaskDefinition' },
  ],
  [
    'config/task-definition',
    'apiError',
    'Total cpu of containers exceeds the task cpu',
    { errorName: 'ClientException', operation: 'RegisterTaskDefinition' },
  ],
  [
    'config/network',
    'apiError',
    `Network Configuration must be provided when networkMode 'awsvpc' is specified.`,
    { errorName: 'InvalidParameterException', operation: 'CreateService' },
  ],
  [
    'config/network',
    'apiError',
    'subnets can not be empty.',
    { errorName: 'InvalidParameterException', operation: 'CreateService' },
  ],
  [
    'config/network',
    'apiError',
    `Error retrieving security group information for [sg-1]: The security group 'sg-1' does not exist (ErrorCode: InvalidGroup.NotFound)`,
    { errorName: 'InvalidParameterException', operation: 'CreateService' },
  ],
  [
    'config/network',
    'apiError',
    'Assign public IP is not supported for this launch type.',
    { errorName: 'InvalidParameterException', operation: 'CreateService' },
  ],
  [
    'config/load-balancer',
    'apiError',
    'The target group with targetGroupArn arn:aws:elasticloadbalancing:us-east-1:1:targetgroup/x/y does not have an associated load balancer.',
    { errorName: 'InvalidParameterException', operation: 'CreateService' },
  ],
  [
    'config/load-balancer',
    'apiError',
    'The container app did not have a container port 8080 defined.',
    { errorName: 'InvalidParameterException', operation: 'UpdateService' },
  ],
  [
    'config/load-balancer',
    'apiError',
    'Health check grace period is only valid for services configured to use load balancers',
    { errorName: 'InvalidParameterException', operation: 'CreateService' },
  ],
  [
    'config/service-discovery',
    'apiError',
    `When specifying 'host' or 'bridge' for networkMode, values for 'containerName' and 'containerPort' must be specified from the task definition.`,
    { errorName: 'InvalidParameterException', operation: 'CreateService' },
  ],
  [
    'config/service-discovery',
    'apiError',
    'Service Connect configuration portName "api" does not exist in the task definition',
    { errorName: 'InvalidParameterException', operation: 'CreateService' },
  ],
  [
    'config/capacity-provider',
    'apiError',
    `The specified capacity provider 'foo' was not found. Specify a valid name or ARN and try again.`,
    { errorName: 'InvalidParameterException', operation: 'CreateService' },
  ],
  [
    'config/capacity-provider',
    'apiError',
    'The specified capacity provider strategy cannot contain a capacity provider that is not associated with the cluster. Associate the capacity provider with the cluster and try again.',
    { errorName: 'InvalidParameterException', operation: 'CreateService' },
  ],
  [
    'config/platform',
    'apiError',
    'Task definition does not support launch_type FARGATE.',
    { errorName: 'InvalidParameterException', operation: 'CreateService' },
  ],
  [
    'config/platform',
    'apiError',
    'The specified platform does not exist.',
    { errorName: 'PlatformUnknownException', operation: 'CreateService' },
  ],
  [
    'config/service-definition',
    'apiError',
    'Both maximumPercent and minimumHealthyPercent cannot be 100 as this will block deployments.',
    { errorName: 'InvalidParameterException', operation: 'UpdateService' },
  ],
  [
    'config/service-definition',
    'apiError',
    'The daemon scheduling strategy does not support a desired count for services. Remove the desired count value and try again',
    { errorName: 'InvalidParameterException', operation: 'CreateService' },
  ],
  [
    'config/service-definition',
    'apiError',
    `The service couldn't be updated because execute command was enabled: a valid taskRoleArn is not being used.`,
    { errorName: 'InvalidParameterException', operation: 'UpdateService' },
  ],
  [
    'config/service-definition',
    'apiError',
    'Deployment circuit breaker feature is only supported with rolling update deployment controller',
    { errorName: 'InvalidParameterException', operation: 'UpdateService' },
  ],
  [
    'config/reference',
    'apiError',
    'Service not found.',
    { errorName: 'ServiceNotFoundException', operation: 'UpdateService' },
  ],
  [
    'config/reference',
    'apiError',
    'TaskDefinition not found.',
    { errorName: 'ClientException', operation: 'CreateService' },
  ],
  [
    'config/reference',
    'apiError',
    'Unable to describe task definition.',
    { errorName: 'ClientException', operation: 'UpdateService' },
  ],
  [
    'config/reference',
    'apiError',
    'Unable to find task definition family:9',
    { errorName: 'InvalidParameterException', operation: 'UpdateService' },
  ],
  [
    'config/codedeploy',
    'apiError',
    'No application found for name: x',
    { errorName: 'ApplicationDoesNotExistException', operation: 'CreateDeployment' },
  ],
  [
    'config/codedeploy',
    'apiError',
    'No Deployment Group found for name: x',
    { errorName: 'DeploymentGroupDoesNotExistException', operation: 'CreateDeployment' },
  ],
  [
    'config/codedeploy',
    'apiError',
    'For ECS deployment, revision type can only be set to AppSpecContent or S3',
    { errorName: 'InvalidRevisionException', operation: 'CreateDeployment' },
  ],
  ['config/codedeploy', 'codedeploy', 'INVALID_ECS_SERVICE', { errorName: 'INVALID_ECS_SERVICE' }],
  ['config/codedeploy', 'codedeploy', 'The deployment group was missing.', { errorName: 'DEPLOYMENT_GROUP_MISSING' }],
  ['config/codedeploy', 'codedeploy', 'The application was missing.', { errorName: 'APPLICATION_MISSING' }],
  ['config/codedeploy', 'codedeploy', 'MISSING_ELB_INFORMATION', { errorName: 'MISSING_ELB_INFORMATION' }],
  ['config/codedeploy', 'codedeploy', 'INVALID_LAMBDA_FUNCTION', { errorName: 'INVALID_LAMBDA_FUNCTION' }],
  [
    'config/load-balancer',
    'codedeploy',
    'The ELB could not be updated due to the following error: One of the listener rules has more than one target group',
  ],
  [
    'config/template',
    'cli',
    'failed to load config file ecspresso.yml: yaml: line 3: mapping values are not allowed in this context',
  ],
  [
    'config/template',
    'cli',
    'template: conf:3:5: executing "conf" at <tfstate `aws_subnet.a.id`>: error calling tfstate: aws_subnet.a.id is not found in tfstate',
  ],
  ['config/template', 'cli', 'RUNTIME ERROR: undefined external variable: ENV'],
  ['config/env-file', 'cli', 'failed to load envfile .env: line 3: unexpected character "?" in variable name'],
  ['config/client', 'cli', 'required_version ">= v2" does not satisfy the current version v1.9'],
  ['config/client', 'cli', 'You must specify a region. You can also configure your region by running "aws configure".'],
  ['config/client', 'cli', 'Could not connect to the endpoint URL: "https://ecs.ap-northeast1.amazonaws.com/"'],
  ['config/task-definition', 'cli', `Unexpected key 'foo' found in params`],
  ['config/reference', 'cli', 'service api is not found in cluster default'],
  ['config/reference', 'cli', 'Error: Service not found: my-service'],
  [
    'config/network',
    'stoppedReason',
    `TaskFailedToStart: Unexpected EC2 error while attempting to Create Network Interface in subnet 'subnet-1': InvalidSubnetID.NotFound`,
  ],
  [
    'config/autoscaling',
    'apiError',
    'Failed access to resources caused an exception.',
    { errorName: 'FailedResourceAccessException', operation: 'PutScalingPolicy' },
  ],
  [
    'config/autoscaling',
    'apiError',
    `ECS service doesn't exist: service/c/s`,
    { errorName: 'ValidationException', operation: 'RegisterScalableTarget' },
  ],
  [
    'config/platform',
    'apiError',
    `The specified feature isn't supported in this region`,
    { errorName: 'UnsupportedFeatureException', operation: 'CreateService' },
  ],
  ['config/reference', 'apiError', `The specified resource wasn't found.`, { errorName: 'ResourceNotFoundException' }],
]

const permissionLines: readonly Row[] = [
  [
    'permission/ecr-pull',
    'containerReason',
    'CannotPullContainerError: pull image manifest has been retried 1 time(s): failed to resolve ref 123456789012.dkr.ecr.us-east-1.amazonaws.com/x:1: failed to do request: Head "https://123456789012.dkr.ecr.us-east-1.amazonaws.com/v2/x/manifests/1": 403 Forbidden',
  ],
  [
    'permission/ecr-pull',
    'stoppedReason',
    'ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: unable to retrieve ecr registry auth: service call has been retried 1 time(s): AccessDeniedException: User: arn:aws:sts::123456789012:assumed-role/ecsTaskExecutionRole/0c1 is not authorized to perform: ecr:GetAuthorizationToken on resource: * because no identity-based policy allows the ecr:GetAuthorizationToken action status code: 400, request id: aaa',
  ],
  [
    'permission/kms',
    'stoppedReason',
    'ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: unable to retrieve secret from asm: service call has been retried 1 time(s): failed to fetch secret arn:aws:secretsmanager:us-east-1:1:secret:x from secrets manager: AccessDeniedException: Access to KMS is not allowed',
  ],
  [
    'permission/kms',
    'stoppedReason',
    'ResourceInitializationError: unable to pull secrets or registry auth: unable to retrieve secrets from ssm: AccessDeniedException: User: arn:aws:sts::123456789012:assumed-role/exec/abc is not authorized to perform: kms:Decrypt on resource: arn:aws:kms:us-east-1:123456789012:key/abc because no identity-based policy allows the kms:Decrypt action',
  ],
  [
    'permission/kms',
    'stoppedReason',
    'ResourceInitializationError: unable to pull secrets: The ciphertext refers to a customer master key that does not exist, does not exist in this region, or you are not allowed to access.',
  ],
  [
    'permission/execution-role-missing',
    'containerReason',
    'CannotStartContainerError: Error response from daemon: failed to initialize logging driver: failed to create Cloudwatch log stream: NoCredentialProviders: no valid providers in chain. Deprecated.',
  ],
  [
    'permission/logs',
    'containerReason',
    'CannotStartContainerError: Error response from daemon: failed to initialize logging driver: failed to create Cloudwatch log stream: AccessDeniedException: User: arn:aws:sts::1:assumed-role/ecsInstanceRole/i-1 is not authorized to perform: logs:CreateLogStream on resource: arn:aws:logs:us-east-1:1:log-group:/ecs/x:log-stream:y',
  ],
  [
    'permission/s3',
    'stoppedReason',
    'ResourceInitializationError: failed to download env files: file download command: non-empty error stream: service call has been retried 1 time(s): AccessDenied: Access Denied status code: 403, request id: ABC, host id: DEF',
  ],
  [
    'permission/service-role',
    'event',
    '(service api) failed to register targets in (target-group arn:aws:elasticloadbalancing:us-east-1:1:targetgroup/a/b) with (error User: arn:aws:sts::123456789012:assumed-role/AWSServiceRoleForECS/ecs-service-scheduler is not authorized to perform: elasticloadbalancing:RegisterTargets on resource: x)',
  ],
  [
    'permission/service-role',
    'event',
    'Service deployment rolled back because TEST_TRAFFIC_SHIFT lifecycle hook(s) failed. User: arn:aws:sts::1:assumed-role/HookRole/ECSNetworkingWithELB is not authorized to perform: lambda:InvokeFunction on resource: arn:aws:lambda:us-east-1:1:function:x because no identity-based policy allows the lambda:InvokeFunction action',
  ],
  [
    'permission/service-linked-role',
    'apiError',
    'Unable to assume the service linked role. Please verify that the ECS service linked role exists.',
    { errorName: 'InvalidParameterException', operation: 'CreateService' },
  ],
  [
    'permission/caller',
    'apiError',
    'User: arn:aws:sts::123456789012:assumed-role/deploy/GitHubActions is not authorized to perform: ecs:UpdateService on resource: arn:aws:ecs:us-east-1:123456789012:service/c/s because no identity-based policy allows the ecs:UpdateService action',
    { errorName: 'AccessDeniedException', operation: 'UpdateService' },
  ],
  [
    'permission/caller',
    'apiError',
    'User: arn:aws:iam::123456789012:user/ci is not authorized to perform: ecs:RegisterTaskDefinition on resource: * with an explicit deny in an identity-based policy',
    { errorName: 'AccessDeniedException', operation: 'RegisterTaskDefinition' },
  ],
  [
    'permission/org-policy',
    'apiError',
    'User: arn:aws:sts::123456789012:assumed-role/x/y is not authorized to perform: ecs:RegisterTaskDefinition on resource: * with an explicit deny in a service control policy',
    { errorName: 'AccessDeniedException', operation: 'RegisterTaskDefinition' },
  ],
  [
    'permission/pass-role',
    'apiError',
    'User: arn:aws:sts::1:assumed-role/deploy/x is not authorized to perform: iam:PassRole on resource: arn:aws:iam::1:role/exec because no identity-based policy allows the iam:PassRole action',
    { errorName: 'ClientException', operation: 'RegisterTaskDefinition' },
  ],
  [
    'permission/caller',
    'apiError',
    'User: arn:aws:iam::1:user/x is not authorized to perform: codedeploy:CreateDeployment on resource: arn:aws:codedeploy:us-east-1:1:deploymentgroup:app/dg',
    { errorName: 'AccessDeniedException', operation: 'CreateDeployment' },
  ],
  [
    'permission/service-role',
    'codedeploy',
    'The ELB could not be updated due to the following error: User: arn:aws:sts::1:assumed-role/ecsCodeDeployRole/x is not authorized to perform: elasticloadbalancing:ModifyListener on resource: y',
  ],
  [
    'permission/service-role',
    'codedeploy',
    'The IAM role arn:aws:iam::1:role/CodeDeployRole does not give you permission to perform operations in the following AWS service: AmazonECS. Contact your AWS administrator if you need help.',
  ],
  ['permission/pass-role', 'codedeploy', 'ECS is not authorized to perform iam:PassRole'],
  [
    'permission/assume-role',
    'stoppedReason',
    `ECS was unable to assume the role 'arn:aws:iam::1:role/x' that was provided for this task. Please verify that the role being passed has the proper trust relationship and permissions and that your IAM user has permissions to pass this role.`,
  ],
  [
    'permission/assume-role',
    'apiError',
    'ECS was unable to assume the infrastructure role arn:aws:iam::1:role/infra',
    { errorName: 'InvalidParameterException', operation: 'CreateService' },
  ],
  [
    'permission/service-linked-role',
    'apiError',
    'Verify that the ECS service linked role exists: Unable to assume',
    { errorName: 'ClientException', operation: 'CreateCluster' },
  ],
  [
    'permission/org-policy',
    'apiError',
    `The tag policy does not allow the specified value for the following tag key: 'env'.`,
    { errorName: 'TagPolicyViolation', operation: 'CreateService' },
  ],
]

const networkLines: readonly Row[] = [
  [
    'network/registry',
    'stoppedReason',
    'ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: unable to retrieve ecr registry auth: service call has been retried 3 time(s): RequestError: send request failed caused by: Post https://api.ecr.us-east-1.amazonaws.com/: dial tcp 52.94.228.167:443: i/o timeout',
  ],
  [
    'network/registry',
    'stoppedReason',
    'ResourceInitializationError: unable to pull secrets or registry auth: The task cannot pull registry auth from Amazon ECR: There is a connection issue between the task and Amazon ECR. Check your task network configuration. RequestError: send request failed caused by: Post "https://api.ecr.eu-central-1.amazonaws.com/": dial tcp 10.0.1.5:443: i/o timeout',
  ],
  [
    'network/registry',
    'stoppedReason',
    'CannotPullContainerError: ref pull has been retried 5 time(s): failed to copy: httpReadSeeker: failed open: failed to do request: Get https://prod-us-east-1-starport-layer-bucket.s3.us-east-1.amazonaws.com/abc: dial tcp 52.216.1.1:443: i/o timeout',
  ],
  [
    'network/registry',
    'containerReason',
    'CannotPullContainerError: Error response from daemon: Get https://registry-1.docker.io/v2/: net/http: request canceled while waiting for connection (Client.Timeout exceeded while awaiting headers)',
  ],
  [
    'network/registry',
    'containerReason',
    'CannotPullContainerError: Error response from daemon: Get "https://123456789012.dkr.ecr.us-west-2.amazonaws.com/v2/": context deadline exceeded',
  ],
  [
    'network/registry',
    'containerReason',
    'CannotPullContainerError: Error response from daemon: Get https://quay.io/v2/: net/http: TLS handshake timeout',
  ],
  [
    'network/registry',
    'containerReason',
    'CannotPullContainerError: error pulling image configuration: download failed after attempts=6: dial tcp 104.18.125.25:443: i/o timeout',
  ],
  [
    'network/dns',
    'containerReason',
    'CannotPullContainerError: Error response from daemon: Get https://registry-1.docker.io/v2/: dial tcp: lookup registry-1.docker.io on 10.0.0.2:53: server misbehaving',
  ],
  [
    'network/dns',
    'containerReason',
    'CannotPullContainerError: Error response from daemon: Get https://registry-1.docker.io/v2/: dial tcp: lookup registry-1.docker.io: Temporary failure in name resolution',
  ],
  [
    'network/secrets',
    'stoppedReason',
    'ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: unable to retrieve secrets from ssm: service call has been retried 5 time(s): RequestCanceled: request context canceled caused by: context deadline exceeded',
  ],
  [
    'network/registry',
    'stoppedReason',
    'ResourceInitializationError: unable to pull secrets or registry auth: pull command failed: : signal: killed',
  ],
  [
    'network/dns',
    'stoppedReason',
    'ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: unable to retrieve secret from asm: Post "https://secretsmanager.us-east-1.amazonaws.com/": dial tcp: lookup secretsmanager.us-east-1.amazonaws.com: no such host',
  ],
  [
    'network/logs',
    'stoppedReason',
    'ResourceInitializationError: failed to validate logger args: The task cannot find the Amazon CloudWatch log group defined in the task definition. There is a connection issue between the task and Amazon CloudWatch. Check your network configuration.: signal: killed',
  ],
  [
    'network/logs',
    'stoppedReason',
    'ResourceInitializationError: failed to validate logger args: create stream has been retried 2 times: failed to create Cloudwatch log stream: RequestError: send request failed caused by: Post "https://logs.eu-west-1.amazonaws.com/": dial tcp 1.1.1.1:443: connect: connection timed out',
  ],
  [
    'network/logs',
    'containerReason',
    'CannotStartContainerError: Error response from daemon: failed to initialize logging driver: dial tcp 127.0.0.1:24224: connect: connection refused',
  ],
  [
    'network/s3',
    'stoppedReason',
    'ResourceInitializationError: failed to download env files: file download command: non-empty error stream: RequestError: send request failed caused by: Get "https://bucket.s3.us-east-1.amazonaws.com/x.env": dial tcp 52.1.1.1:443: i/o timeout',
  ],
  [
    'network/efs',
    'stoppedReason',
    `ResourceInitializationError: failed to invoke EFS utils commands to set up EFS volumes: stderr: b'mount.nfs4: Connection timed out' : unsuccessful EFS utils command execution; code: 32`,
  ],
  [
    'network/efs',
    'stoppedReason',
    'ResourceInitializationError: failed to invoke EFS utils commands to set up EFS volumes: command set timed out; timed out',
  ],
  [
    'network/dns',
    'stoppedReason',
    'ResourceInitializationError: failed to invoke EFS utils commands to set up EFS volumes: stderr: Failed to resolve "fs-0123.efs.us-east-1.amazonaws.com" - check that your file system ID is correct, and ensure that the VPC has an EFS mount target for this file system ID.',
  ],
  [
    'network/eni',
    'stoppedReason',
    'ResourceInitializationError: failed to configure ENI: failed to setup regular ENI: netplugin failed with no error message',
  ],
]

const secretLines: readonly Row[] = [
  [
    'secret/not-found',
    'stoppedReason',
    'ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: unable to retrieve secrets from ssm: service call has been retried 1 time(s): invalid ssm parameters: /prod/api/DB_URL, /prod/api/KEY',
  ],
  [
    'secret/not-found',
    'stoppedReason',
    `ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: unable to retrieve secret from asm: service call has been retried 1 time(s): failed to fetch secret arn:aws:secretsmanager:us-east-1:123456789012:secret:x-AAAAAA from secrets manager: ResourceNotFoundException: Secrets Manager can't find the specified secret.`,
  ],
  [
    'secret/not-found',
    'containerReason',
    'Fetching secret data from SSM Parameter Store in us-east-1: invalid parameters: /a/b',
  ],
  [
    'secret/json-key',
    'stoppedReason',
    `ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: unable to retrieve secret from asm: service call has been retried 1 time(s): invalid character 'p' looking for beginning of value`,
  ],
  [
    'secret/invalid-arn',
    'stoppedReason',
    'ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: unable to retrieve secret from asm: unexpected ARN format with parameters when trying to retrieve ASM secret',
  ],
]

const throttleLines: readonly Row[] = [
  [
    'throttle/api',
    'stoppedReason',
    'ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: unable to retrieve secrets from ssm: service call has been retried 5 time(s): ThrottlingException: Rate exceeded status code: 400',
  ],
  ['throttle/service-scheduler', 'event', '(service api) operations are being throttled on elb. Will try again later.'],
  ['throttle/service-scheduler', 'event', 'service api operations are being throttled. Will try again later.'],
  [
    'throttle/api',
    'event',
    '(service api) failed to register targets in (target-group x) with (error Throttling: Rate exceeded)',
  ],
  ['throttle/service-scheduler', 'event', 'service api operations are being throttled on servicediscovery'],
  ['throttle/api', 'apiError', 'Rate exceeded', { errorName: 'ThrottlingException', operation: 'UpdateService' }],
  [
    'throttle/api',
    'cli',
    'An error occurred (ThrottlingException) when calling the DescribeServices operation (reached max retries: 4): Rate exceeded',
  ],
  [
    'conflict/concurrent-update',
    'apiError',
    'Too many concurrent attempts to create a new revision of the specified family.',
    { errorName: 'ClientException', operation: 'RegisterTaskDefinition' },
  ],
  [
    'throttle/api',
    'codedeploy',
    'The operation was throttled because the calling account exceeded the throttling limits of one or more AWS services.',
    { errorName: 'THROTTLED' },
  ],
]

const containerLines: readonly Row[] = [
  [
    'container/entrypoint',
    'containerReason',
    'CannotStartContainerError: ResourceInitializationError: failed to create new container runtime task: failed to create shim: OCI runtime create failed: runc create failed: unable to start container process: exec: "npm start": executable file not found in $PATH: unknown',
  ],
  [
    'container/entrypoint',
    'containerReason',
    'CannotStartContainerError: Error response from daemon: OCI runtime create failed: container_linux.go:345: starting container process caused "exec: \\"./start.sh\\": permission denied": unknown',
  ],
  [
    'container/entrypoint',
    'containerReason',
    'CannotStartContainerError: Error response from daemon: oci runtime error: exec: "/app/run": stat /app/run: no such file or directory',
  ],
  [
    'container/entrypoint',
    'containerReason',
    'CannotCreateContainerError: Error response from daemon: No command specified',
  ],
  ['container/entrypoint', 'log', '/bin/sh: 1: gunicorn: not found'],
  ['container/entrypoint', 'log', 'exec /docker-entrypoint.sh: no such file or directory'],
  ['container/entrypoint', 'log', `sh: can't open '/start.sh': No such file or directory`],
  ['container/entrypoint', 'exitCode', 'exit code 127'],
  ['container/entrypoint', 'stoppedReason', 'Essential container in task exited (exit code 126)'],
  ['container/oom', 'containerReason', 'OutOfMemoryError: Container killed due to memory usage'],
  ['container/oom', 'containerReason', 'OutOfMemory: container killed due to memory usage'],
  ['container/oom', 'log', 'FATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory'],
  ['container/oom', 'log', 'Exception in thread "main" java.lang.OutOfMemoryError: Java heap space'],
  [
    'container/runtime',
    'containerReason',
    'ContainerRuntimeTimeoutError: Could not transition to running; timed out after waiting 1m: context deadline exceeded',
  ],
  [
    'container/runtime',
    'containerReason',
    'CannotStopContainerError: failed sending SIGTERM to container: context deadline exceeded',
  ],
  [
    'container/runtime',
    'containerReason',
    'CannotInspectContainerError: Could not transition to inspecting; timed out after waiting 30s',
  ],
  [
    'container/runtime',
    'containerReason',
    'CannotStartContainerError: Error response from daemon: cgroups: cannot find cgroup mount destination: unknown',
  ],
  ['container/runtime', 'containerReason', 'CannotStartContainerError: failed to get container status: unknown'],
  [
    'container/runtime',
    'containerReason',
    'CannotStartContainerError: Error response from daemon: could not select device driver "" with capabilities: [[gpu]]',
  ],
  [
    'container/dependency',
    'containerReason',
    'dependency graph: container ordering dependency [db:HEALTHY] for target [app] did not resolve within the timeout',
  ],
  ['container/essential-exited', 'stoppedReason', 'Essential container in task exited'],
  ['container/signal', 'stoppedReason', 'Essential container in task exited, exit code 137'],
  ['container/exit-code', 'exitCode', 'Exit Code 255'],
  ['container/signal', 'exitCode', 'exitCode: 143'],
  ['container/app-error', 'log', `Error: Cannot find module '/app/dist/index.js'`],
  ['container/app-error', 'log', 'psycopg2.OperationalError: could not connect to server: Connection refused'],
  ['container/app-error', 'log', 'panic: runtime error: invalid memory address or nil pointer dereference'],
  ['container/app-error', 'log', `KeyError: 'DATABASE_URL'`],
  ['container/app-error', 'log', 'org.springframework.beans.factory.BeanCreationException: Error creating bean'],
  ['container/app-error', 'log', 'nginx: [emerg] host not found in upstream "app" in /etc/nginx/nginx.conf:12'],
]

const healthcheckLines: readonly Row[] = [
  [
    'healthcheck/elb',
    'stoppedReason',
    'Task failed ELB health checks in (target-group arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/x/y)',
  ],
  ['healthcheck/container', 'stoppedReason', 'Task failed container health checks'],
  [
    'healthcheck/elb',
    'event',
    '(service web) (port 80) is unhealthy in (target-group arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/aa) due to (reason Health checks failed with these codes: [502]).',
  ],
  [
    'healthcheck/elb',
    'event',
    '(service web, taskSet ecs-svc/12) (task abc) failed ELB health checks in (target-group x)',
  ],
  [
    'healthcheck/elb',
    'event',
    'service web (instance i-123) (port 8080) is unhealthy in (target-group x) due to (reason Request timed out)',
  ],
  [
    'healthcheck/elb',
    'event',
    '(service web) (instance i-1) is unhealthy in (elb my-elb) due to (reason Instance has failed at least the UnhealthyThreshold number of health checks consecutively.)',
  ],
  ['healthcheck/unspecified', 'event', 'Amazon ECS replaced 2 tasks due to an unhealthy status.'],
  ['healthcheck/elb', 'health', 'Target.Timeout: Request timed out'],
  ['healthcheck/elb', 'health', 'Target.FailedHealthChecks'],
]

const infoLines: readonly Row[] = [
  ['info/targets', 'health', 'Elb.InitialHealthChecking'],
  ['info/task-started', 'rollout', 'ECS deployment ecs-svc/123 in progress.'],
  ['info/deployment-completed', 'rollout', 'ECS deployment ecs-svc/123 completed.'],
  ['info/steady-state', 'event', '(service api) has reached a steady state.'],
  ['info/draining', 'event', '(service api) has begun draining connections on 2 tasks.'],
  ['info/task-stopped', 'event', '(service api) has stopped 1 running tasks: (task abc).'],
  [
    'info/targets',
    'event',
    '(service api) registered 2 targets in (target-group arn:aws:elasticloadbalancing:us-east-1:1:targetgroup/a/b)',
  ],
  ['info/deployment-completed', 'event', '(service api) (deployment ecs-svc/1) deployment completed.'],
  [
    'info/az-rebalance',
    'event',
    'service api is not AZ balanced with 2 tasks in us-east-1a, 0 in us-east-1b. AZ Rebalancing in progress.',
  ],
  [
    'info/scaling',
    'event',
    'Message: Successfully set desired count to 4. Change successfully fulfilled by ecs. Cause: monitor alarm TargetTracking-x in state ALARM triggered policy p',
  ],
  [
    'info/scaling',
    'event',
    '(service api, taskSet ecs-svc/1) updated state to STEADY_STATE. updated computedDesiredCount to 2',
  ],
  ['info/scaling', 'stoppedReason', 'Scaling activity initiated by (deployment ecs-svc/1)'],
]

const awsFaultLines: readonly Row[] = [
  ['aws-fault/internal', 'event', '(service api) was unable to place a task. Reason: Internal error.'],
  [
    'aws-fault/server-error',
    'apiError',
    'Service Unavailable. Please try again later.',
    { errorName: 'ServerException', operation: 'UpdateService' },
  ],
  [
    'aws-fault/server-error',
    'apiError',
    'These errors are usually caused by a server issue.',
    { errorName: 'ServerException', operation: 'UpdateService' },
  ],
  [
    'aws-fault/server-error',
    'cli',
    'operation error ECS: UpdateService, https response error StatusCode: 503, RequestID: abc, api error ServiceUnavailable: Service Unavailable',
  ],
  ['aws-fault/internal', 'stoppedReason', 'Timeout waiting for EphemeralStorage provisioning to complete.'],
]

const conflictLines: readonly Row[] = [
  [
    'conflict/task-protection',
    'event',
    '(service api) was unable to scale in due to (reason 2 tasks under protection)',
  ],
  [
    'conflict/task-protection',
    'event',
    '(service api, taskSet ecs-svc/1) has 3 protected tasks blocking the deployment',
  ],
  [
    'conflict/already-exists',
    'apiError',
    'Creation of service was not idempotent.',
    { errorName: 'InvalidParameterException', operation: 'CreateService' },
  ],
  [
    'conflict/service-inactive',
    'apiError',
    'Service was not ACTIVE.',
    { errorName: 'ServiceNotActiveException', operation: 'UpdateService' },
  ],
  [
    'conflict/deployment-in-progress',
    'apiError',
    `The Deployment Group 'dg' already has an active Deployment 'd-ABC'`,
    { errorName: 'DeploymentLimitExceededException', operation: 'CreateDeployment' },
  ],
  [
    'conflict/concurrent-update',
    'apiError',
    `There's already a current Amazon ECS container agent update in progress on the container instance that's specified.`,
    { errorName: 'UpdateInProgressException', operation: 'UpdateClusterSettings' },
  ],
  [
    'conflict/resource-in-use',
    'apiError',
    'The request could not be processed because of conflict in the current state of the resource.',
    { errorName: 'ConflictException', operation: 'StopServiceDeployment' },
  ],
  [
    'conflict/resource-in-use',
    'apiError',
    `The specified resource is in-use and can't be removed.`,
    { errorName: 'ResourceInUseException' },
  ],
]

const rollbackLines: readonly Row[] = [
  ['rollback/rolling-back', 'event', '(service api) rolling back to deployment ecs-svc/1.'],
  [
    'rollback/circuit-breaker',
    'event',
    '(service api) (deployment ecs-svc/1) deployment failed: tasks failed to start.',
  ],
  ['rollback/alarm', 'event', '(service api) deployment ecs-svc/1 deployment failed: alarm detected.'],
  ['rollback/circuit-breaker', 'rollout', 'ECS deployment circuit breaker: tasks failed to start.'],
  ['rollback/rolling-back', 'rollout', 'ECS deployment circuit breaker: rolling back to deploymentId ecs-svc/123.'],
  [
    'rollback/circuit-breaker',
    'rollout',
    'Service deployment rolled back because the circuit breaker threshold was exceeded.',
  ],
  [
    'rollback/alarm',
    'rollout',
    'Service deployment rolled back because of CloudWatch alarm(s): my-alarm in ALARM state',
  ],
  ['rollback/manual', 'rollout', 'Service deployment was stopped by user request.'],
  [
    'rollback/hook',
    'event',
    'Service deployment rolled back because POST_TEST_TRAFFIC_SHIFT lifecycle hook(s) failed. Lifecycle hook target arn:aws:lambda:us-west-2:123456789012:function:myHook returned FAILED status.',
  ],
  ['rollback/hook', 'event', 'Service deployment rolled back because PRE_SCALE_UP lifecycle hook(s) timed out.'],
  [
    'rollback/alarm',
    'codedeploy',
    'One or more alarms have been activated according to the Amazon CloudWatch metrics you selected, and the affected deployments have been stopped.',
    { errorName: 'ALARM_ACTIVE' },
  ],
  ['rollback/hook', 'codedeploy', 'The hook execution failed', { errorName: 'HOOK_EXECUTION_FAILURE' }],
  [
    'rollback/hook',
    'codedeploy',
    'One or more of the lifecycle events did not run and the deployment was unsuccessful. Possible causes: (1) a lifecycle event hook failed',
  ],
  [
    'rollback/circuit-breaker',
    'cli',
    `Resource handler returned message: "Error occurred during operation 'ECS Deployment Circuit Breaker was triggered'." (RequestToken: x, HandlerErrorCode: GeneralServiceException)`,
  ],
  ['rollback/no-target', 'cli', 'rollback target is not found'],
  ['rollback/no-target', 'cli', 'Error: no previous task definition to roll back to'],
  ['rollback/failed', 'cli', 'CloudFormation stack is in UPDATE_ROLLBACK_FAILED state'],
]

const unknownLines: readonly Row[] = [
  ['unknown/symptom-only', 'event', '(service api) is unable to consistently start tasks successfully.'],
  ['unknown/symptom-only', 'stoppedReason', 'Task failed to start'],
  ['unknown/unclassified', 'log', 'Server listening on port 3000'],
]

const credentialsLines: readonly Row[] = [
  [
    'credentials/expired',
    'apiError',
    'The security token included in the request is expired',
    { errorName: 'ExpiredTokenException', operation: 'DescribeServices' },
  ],
  [
    'credentials/invalid',
    'apiError',
    'The security token included in the request is invalid.',
    { errorName: 'UnrecognizedClientException', operation: 'DescribeServices' },
  ],
  [
    'credentials/invalid',
    'apiError',
    'The request signature we calculated does not match the signature you provided.',
    { errorName: 'SignatureDoesNotMatch' },
  ],
  [
    'credentials/invalid',
    'apiError',
    'Signature expired: 20240101T000000Z is now earlier than 20240101T001000Z',
    { errorName: 'InvalidSignatureException' },
  ],
  [
    'credentials/missing',
    'cli',
    'Unable to locate credentials. You can configure credentials by running "aws configure".',
  ],
  [
    'credentials/missing',
    'cli',
    'Credentials could not be loaded, please check your action inputs: Could not load credentials from any providers',
  ],
  [
    'credentials/oidc',
    'cli',
    'Could not assume role with OIDC: No OpenIDConnect provider found in your account for https://token.actions.githubusercontent.com',
  ],
  ['credentials/oidc', 'cli', 'Could not assume role with OIDC: Request ARN is invalid'],
  ['credentials/oidc', 'cli', 'Error: Unable to get ACTIONS_ID_TOKEN_REQUEST_URL env variable'],
  [
    'credentials/assume-role',
    'apiError',
    'User: arn:aws:iam::123456789012:user/ci is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::123456789012:role/deploy',
    { errorName: 'AccessDenied', operation: 'AssumeRole' },
  ],
  [
    'credentials/assume-role',
    'apiError',
    'User: arn:aws:iam::123456789012:user/ci is not authorized to perform: sts:TagSession on resource: arn:aws:iam::123456789012:role/deploy',
    { errorName: 'AccessDenied', operation: 'AssumeRole' },
  ],
]

const timeoutLines: readonly Row[] = [
  [
    'timeout/codedeploy',
    'codedeploy',
    'The deployment timed out while waiting for the replacement task set to become healthy. This time out period is 60 minutes.',
  ],
  ['timeout/stability', 'cli', 'Waiter ServicesStable failed: Max attempts exceeded'],
  ['timeout/stability', 'cli', 'ResourceNotReady: exceeded wait attempts'],
  ['timeout/stability', 'cli', 'failed to wait for service stable: exceeded max wait time for ServicesStable waiter'],
  ['timeout/stability', 'cli', 'failed to wait for service stable: context deadline exceeded'],
  ['timeout/stability', 'cli', 'timeout waiting for service stable: running 0/2'],
  [
    'timeout/stability',
    'cli',
    `Error: waiting for ECS Service (x) update: timeout while waiting for state to become 'tfSTABLE' (last state: 'tfPENDING', timeout: 20m0s)`,
  ],
  [
    'timeout/stability',
    'cli',
    'Resource handler returned message: "Exceeded attempts to wait" (RequestToken: abc, HandlerErrorCode: NotStabilized)',
  ],
  [
    'timeout/client',
    'cli',
    'The job running on runner GitHub Actions 2 has exceeded the maximum execution time of 60 minutes.',
  ],
  ['timeout/client', 'cli', 'Error: The operation was canceled.'],
  ['timeout/task', 'cli', 'Waiter TasksStopped failed: Max attempts exceeded'],
]

describe('recognise', () => {
  it.each(imageLines)('%s from %s: %s', expectLabel)
  it.each(resourceLines)('%s from %s: %s', expectLabel)
  it.each(configLines)('%s from %s: %s', expectLabel)
  it.each(permissionLines)('%s from %s: %s', expectLabel)
  it.each(networkLines)('%s from %s: %s', expectLabel)
  it.each(secretLines)('%s from %s: %s', expectLabel)
  it.each(throttleLines)('%s from %s: %s', expectLabel)
  it.each(containerLines)('%s from %s: %s', expectLabel)
  it.each(healthcheckLines)('%s from %s: %s', expectLabel)
  it.each(infoLines)('%s from %s: %s', expectLabel)
  it.each(awsFaultLines)('%s from %s: %s', expectLabel)
  it.each(conflictLines)('%s from %s: %s', expectLabel)
  it.each(rollbackLines)('%s from %s: %s', expectLabel)
  it.each(unknownLines)('%s from %s: %s', expectLabel)
  it.each(credentialsLines)('%s from %s: %s', expectLabel)
  it.each(timeoutLines)('%s from %s: %s', expectLabel)
})

function expectLabel(label: string, source: EvidenceSource, message: string, rest: Partial<Evidence> = {}) {
  expect(recognise({ source, message, ...rest }).rule.label).toBe(label)
}

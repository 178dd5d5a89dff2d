import { denied, fromCaller, fromTasks, type Rule, the, whose } from './rule.ts'

const taskSources = [...fromTasks, 'cli', 'apiError'] as const
const propagation = 'A role that was just created is known everywhere after about a minute: run again once.'

/** The identity is known, and a policy, a trust policy or a missing role stops it. */
export const permissionRules: readonly Rule[] = [
  {
    label: 'permission/org-policy',
    rank: 'cause',
    when: [
      /TagPolicyViolation|tag policy|service control policy|\bSCP\b|resource control policy/i,
      { all: [/explicit deny/i, /organization/i] },
    ],
    reason: ({ action, quote }) =>
      action === undefined
        ? `a policy of the organization refuses it: ${quote}`
        : `a policy of the organization denies ${action}`,
    hint: 'Ask the owner of the organization’s policies; no policy of this account can allow it.',
    next: ['Check which tags the tag policy demands on services and task definitions.'],
    retryable: false,
  },
  {
    label: 'permission/pass-role',
    rank: 'cause',
    from: [...fromCaller, 'codedeploy', 'log'],
    when: [
      /iam:PassRole/i,
      /(?:not|n't) (?:authorized|allowed|have permission)[^.]{0,60}pass(?:ing)? (?:the |this )?role/i,
    ],
    reason: ({ resource, principal }) =>
      `${principal ?? 'the deployer'} may not pass ${resource ?? 'the role of the task definition'} to ECS`,
    hint: 'Allow iam:PassRole on the task role and on the execution role.',
    next: ['Look at `taskRoleArn` and `executionRoleArn` of the task definition: both are passed.', propagation],
    retryable: false,
  },
  {
    label: 'permission/assume-role',
    rank: 'cause',
    when: [
      /ECS was unable to assume/i,
      /has not a valid policy document|unable to assume (?:the )?(?:service |task |execution |infrastructure )?role(?! and validate)/i,
      /IAM trust relationship has been misconfigured/i,
      /(?:cannot|can't|could not|not able to|failed to) assume (?:the )?(?:task|execution|infrastructure|service|provided)? ?role(?! with user)/i,
      { all: [denied, /sts:AssumeRole\b/i], from: fromTasks },
      /role .{0,300}(?:trust (?:relationship|policy)|is not trusted)/i,
    ],
    reason: ({ role }) => `ECS cannot assume ${role === undefined ? 'the role of the task' : the('role', role)}`,
    hint: 'Check that the role exists and that its trust policy names ecs-tasks.amazonaws.com (ecs.amazonaws.com for infrastructure and hook roles).',
    next: ['Compare `taskRoleArn` and `executionRoleArn` with the roles of this account.', propagation],
    retryable: false,
  },
  {
    label: 'permission/service-linked-role',
    rank: 'cause',
    when: [/service[- ]linked role|iam:CreateServiceLinkedRole|AWSServiceRoleFor/i],
    reason: () => 'the service-linked role of ECS is missing or not usable yet',
    hint: 'Create it once per account with `aws iam create-service-linked-role --aws-service-name ecs.amazonaws.com`, then run again after a minute.',
    next: ['Other services of the deployment (load balancing, auto scaling) have service-linked roles of their own.'],
    retryable: true,
  },
  {
    label: 'permission/kms',
    rank: 'cause',
    when: [
      { all: [denied, /\bkms:|\bKMS\b/i] },
      /Access to KMS is not allowed|ciphertext refers to|customer master key|DecryptionFailure|InvalidCiphertext|KMSInvalid\w*|KMSAccessDenied|KMS key .{0,200}(?:denied|not (?:accessible|authorized|allowed|permitted))|(?:decrypt|encrypt)\w* .{0,60}KMS.{0,80}(?:denied|permission)/i,
    ],
    reason: ({ role, action }) => `${whose(role)} may not use the KMS key (${action ?? 'kms:Decrypt'})`,
    hint: 'Allow kms:Decrypt in the key policy and in the policy of the role.',
    next: ['AWS managed keys cannot be shared with another account: use a key of your own there.'],
    retryable: false,
  },
  {
    label: 'permission/secret-read',
    rank: 'cause',
    when: [
      { all: [denied, /secretsmanager:|ssm:GetParameter/i] },
      {
        all: [/AccessDenied/i, /secret|\bssm\b|\basm\b|parameter/i],
        from: ['stoppedReason', 'containerReason', 'event'],
      },
      { all: [denied], operation: /(?:GetSecretValue|GetParameters?(?:ByPath)?|DescribeSecret)$/i },
      /(?:can't|cannot|could not|unable to) (?:read|access|get|fetch|retrieve).{0,80}(?:secret|parameter).{0,120}(?:permission|not authorized)/i,
    ],
    reason: ({ role, secret, resource }) => `${whose(role)} may not read ${secret ?? resource ?? 'the secret'}`,
    hint: 'Allow the execution role to read this secret or parameter, and kms:Decrypt when it is encrypted with a key of your own.',
    next: [
      'A secret’s ARN ends in six random characters: end the policy’s resource in `-??????`.',
      'Run `ecspresso verify`.',
    ],
    retryable: false,
  },
  {
    label: 'permission/logs',
    rank: 'cause',
    when: [
      { all: [denied, /\blogs:/i] },
      { all: [denied, /log (?:group|stream|driver)|logger args|logging driver/i] },
      { all: [/AccessDenied/i], operation: /^logs:|^(?:Create|Put|Get)Log\w+$/i },
    ],
    reason: ({ role, action }) => `${whose(role)} may not write the log (${action ?? 'logs:CreateLogStream'})`,
    hint: 'Allow the execution role the named action; the managed execution policy does not hold logs:CreateLogGroup.',
    next: ['Create the log group beforehand, or drop `awslogs-create-group`.'],
    retryable: false,
  },
  {
    label: 'permission/efs',
    rank: 'cause',
    when: [
      /access denied by server while mounting/i,
      { all: [denied, /elasticfilesystem:|\bEFS\b|fs-[0-9a-f]{8}/i] },
      /mount.{0,200}(?:Permission denied|Operation not permitted by (?:server|policy))/i,
    ],
    reason: ({ role }) => `EFS refused the mount${role === undefined ? '' : ` to ${role}`}`,
    hint: 'Allow the task role elasticfilesystem:ClientMount (and ClientWrite), turn on `iam: ENABLED` in the volume, and check the file system policy.',
    next: ['Check the access point and `transitEncryption` of the volume.'],
    retryable: false,
  },
  {
    label: 'permission/s3',
    rank: 'cause',
    when: [
      { all: [denied], operation: /^(?:s3:)?(?:Get|Head)Object$|^(?:s3:)?GetBucketLocation$/ },
      { all: [denied, /\bs3:|env(?:ironment)? ?files?|\bS3\b/i] },
      { all: [/env(?:ironment)? ?files?|\bs3\b|HeadObject|GetBucketLocation/i, /\b403\b|Forbidden|AccessDenied/i] },
    ],
    reason: ({ resource }) =>
      `the environment file${resource === undefined ? '' : ` ${resource}`} may not be read from S3`,
    hint: 'Allow the execution role s3:GetObject on the object and s3:GetBucketLocation on the bucket.',
    next: ['S3 answers 403 for an object that is missing when s3:ListBucket is missing too: check the name.'],
    retryable: false,
  },
  {
    label: 'permission/instance-role',
    rank: 'cause',
    when: [
      {
        all: [
          denied,
          /ecs:(?:RegisterContainerInstance|DiscoverPollEndpoint|Poll|StartTelemetrySession|SubmitContainerStateChange|SubmitTaskStateChange|UpdateContainerInstancesState|DeregisterContainerInstance)/i,
        ],
      },
    ],
    reason: ({ role }) => `the container instances’ role${role === undefined ? '' : ` ${role}`} may not talk to ECS`,
    hint: 'Attach the managed policy AmazonEC2ContainerServiceforEC2Role to the instance role.',
    next: ['Check that the instance profile is set in the launch template.'],
    retryable: false,
  },
  {
    label: 'permission/ecr-pull',
    rank: 'cause',
    when: [
      {
        all: [
          denied,
          /ecr(?:-public)?:(?:GetAuthorizationToken|BatchGetImage|GetDownloadUrlForLayer|BatchCheckLayerAvailability|BatchImportUpstreamImage|CreateRepository|GetServiceBearerToken)|CannotPullECR/i,
        ],
      },
      { all: [/AccessDenied|not authorized/i, /CannotPull|registry auth|\becr\b/i], from: taskSources },
      {
        all: [
          /\b403\b(?: Forbidden)?|Forbidden/i,
          /CannotPull|\.dkr\.ecr\.|resolve ref|pull image|manifests?\b|registry/i,
        ],
      },
      { all: [denied], operation: /^(?:ecr:)?(?:GetAuthorizationToken|BatchGetImage|GetDownloadUrlForLayer)$/i },
      /no VPC endpoint policy allows the ecr:/i,
    ],
    reason: ({ role, image, action }) =>
      `${whose(role)} may not pull ${image ?? 'the image'} from ECR (${action ?? 'ecr:BatchGetImage'})`,
    hint: 'Attach AmazonECSTaskExecutionRolePolicy to the execution role (EC2: to the instance role); across accounts the repository policy must allow it too.',
    next: ['Behind VPC endpoints, check the endpoint policies of ecr.api, ecr.dkr and S3.', 'Run `ecspresso verify`.'],
    retryable: false,
  },
  {
    label: 'permission/execution-role-missing',
    rank: 'cause',
    when: [
      {
        all: [
          /execution role/i,
          /(?:no|missing|not found|unable to (?:get|retrieve|find)|could not find|not (?:been )?(?:set|provided|available)).{0,60}credentials|credentials.{0,60}(?:not found|missing|no |unavailable)/i,
        ],
        from: [...fromTasks],
      },
      /credentials? (?:not found )?(?:for|of) (?:the )?(?:task )?execution role|execution role credentials?|execution credentials/i,
      { all: [/NoCredentialProviders|no valid providers in chain/i], from: [...fromTasks] },
    ],
    reason: () => 'the agent has no credentials of an execution role',
    hint: 'Set `executionRoleArn` in the task definition: ECR, awslogs and secrets need it.',
    next: ['On EC2, check that the agent runs with ECS_ENABLE_TASK_IAM_ROLE and is up to date.'],
    retryable: false,
  },
  {
    label: 'permission/service-role',
    rank: 'cause',
    when: [
      /IAM_ROLE_(?:PERMISSIONS|MISSING)|IAM permissions? (?:policies|policy) ha(?:s|ve) been misconfigured|RoleRequiredException|InvalidRoleException|InvalidRole\b/i,
      /(?:service|infrastructure) role .{0,120}(?:permission|cannot be accessed|does not|not have|not valid|must)|Unable to assume (?:the )?(?:service )?role and validate/i,
      /infrastructure (?:IAM )?role|AWSCodeDeployRole/i,
      { all: [denied, /ecs-service-scheduler|codedeploy.{0,40}assumed-role|assumed-role\/\w*codedeploy/i] },
      {
        all: [
          denied,
          /elasticloadbalancing:|iam:PassRole|lambda:Invoke|\bAWSLambda\b|\bLambda\b|servicediscovery:|autoscaling:|cloudwatch:DescribeAlarms|vpc-lattice:|ec2:\w+/i,
        ],
        from: ['event', 'rollout', 'codedeploy', 'stoppedReason'],
      },
      /AWSLambda.{0,120}(?:permission|not authorized|denied)|(?:permission|not authorized|denied).{0,120}AWSLambda|permissions? (?:required )?to (?:perform|invoke|assume).{0,80}(?:Lambda|role|service)/i,
      { all: [/(?:does not|doesn't) (?:give|have) .{0,60}permissions?/i], from: ['codedeploy'] },
    ],
    reason: ({ role, action, quote }) =>
      action === undefined
        ? `a role that works for ECS lacks a permission: ${quote}`
        : `${role ?? 'the service’s role'} lacks ${action}`,
    hint: 'Give the role that CodeDeploy, the load balancer or the hook uses its managed policy (AWSCodeDeployRoleForECS, the ECS infrastructure role’s policy, lambda:InvokeFunction).',
    next: ['Check that the role still exists and that nobody changed the service-linked role’s trust.'],
    retryable: false,
  },
  {
    label: 'permission/account-blocked',
    rank: 'cause',
    when: [
      /BlockedException|account is (?:currently )?(?:blocked|suspended|on hold|pending)|pending verification|NO_EC2_SUBSCRIPTION|not subscribed to|account .{0,40}(?:suspended|has been blocked)|OptInRequired/i,
    ],
    reason: () => 'AWS has blocked this account',
    hint: 'Only AWS Support can lift it: open a case.',
    next: [],
    retryable: false,
  },
  {
    label: 'permission/caller',
    rank: 'cause',
    when: [
      /not authorized to perform|UnauthorizedOperation|missing the following permissions/i,
      { all: [/^(?:AccessDenied\w*|Unauthorized(?:Exception)?|AuthorizationError):/], from: ['apiError'] },
    ],
    otherwise: [
      { all: [denied], from: [...fromCaller, 'codedeploy', 'event', 'rollout'] },
      /AccessDenied(?:Exception)?|UnauthorizedException|AuthorizationError|NotAuthorized/i,
    ],
    reason: ({ principal, action, resource }) =>
      `${principal ?? 'the deployer'} may not call ${action ?? 'this API'}${resource === undefined ? '' : ` on ${resource}`}`,
    hint: 'Add the action to the policy of the role that deploys.',
    next: ['Look for an explicit deny or a permissions boundary when the policy already allows it.'],
    retryable: false,
  },
]

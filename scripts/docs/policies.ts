/** An AWS action that commands need. */
interface Need {
  readonly action: string
  /** `all`, or names of commands. */
  readonly commands: readonly string[]
  /** Without it the command works, and says what it could not find out. */
  readonly optional?: true
  /** When it is needed; absent: always. */
  readonly when?: string
}

const following = ['deploy', 'rollback', 'refresh', 'scale', 'wait']
const explaining = ['deploy', 'refresh', 'scale', 'wait', 'status']
/** Those that look at the service only. */
const looking = ['status', 'delete', 'appspec', 'tasks']
/** Those that change a service. */
const updating = ['deploy', 'rollback', 'refresh', 'scale']
/** Those that ask which revisions something uses. */
const using = ['deregister', 'revisions']
const diagnosing = '`deploy`, `refresh`, `scale`, `wait` and `status`: for the diagnosis, and they work without'

/** What the code asks AWS, command by command (`__tests__/docs.test.ts` compares it with the calls of `src/aws`). */
export const needs: readonly Need[] = [
  { action: 'ecs:DescribeServices', commands: ['diff', ...updating, ...looking, 'wait', 'run', 'init', ...using] },
  { action: 'ecs:DescribeTaskDefinition', commands: ['diff', ...updating, 'wait', 'run', 'tasks', 'init', ...using] },
  { action: 'ecs:ListTaskDefinitions', commands: ['diff', 'deploy', 'rollback', 'run', 'appspec', ...using] },
  { action: 'ecs:DescribeClusters', commands: ['verify'] },
  {
    action: 'ecr:DescribeImages',
    commands: ['verify', 'deploy', 'rollback'],
    when: 'images in ECR; `deploy` and `rollback`: whether the way back is open, and they work without',
  },
  {
    action: 'ssm:GetParameters',
    commands: ['all'],
    when: '`ssm` in a file; `verify`: parameters (and `kms:Decrypt` for a key of your own)',
  },
  { action: 'secretsmanager:GetSecretValue', commands: ['verify'], when: 'secrets' },
  { action: 'logs:DescribeLogGroups', commands: ['verify'], when: 'the awslogs driver' },
  {
    action: 'elasticloadbalancing:DescribeTargetGroups',
    commands: ['verify', 'deploy', 'refresh', 'scale'],
    when: '`verify`: target groups; the others: whether the timeout can suffice, and they work without',
  },
  { action: 'ecs:RegisterTaskDefinition', commands: ['deploy', 'register', 'run'] },
  { action: 'ecs:TagResource', commands: ['deploy', 'register', 'run'], when: 'tags' },
  { action: 'ecs:UntagResource', commands: ['deploy'], when: 'tags' },
  { action: 'iam:PassRole', commands: ['deploy', 'register', 'run'], when: 'roles of the task definition' },
  { action: 'ecs:CreateService', commands: ['deploy'], when: 'a service that is not there yet' },
  { action: 'ecs:UpdateService', commands: updating },
  { action: 'ecs:RunTask', commands: ['run'] },
  { action: 'ecs:ListTagsForResource', commands: ['run'], when: '`--propagate-tags SERVICE`' },
  { action: 'ecs:ListServiceDeployments', commands: [...following, ...using] },
  { action: 'ecs:DescribeServiceDeployments', commands: [...following, ...using] },
  { action: 'ecs:DescribeServiceRevisions', commands: [...following, ...using] },
  { action: 'ecs:StopServiceDeployment', commands: updating },
  {
    action: 'ecs:DeregisterTaskDefinition',
    commands: ['rollback', 'deregister'],
    when: '`rollback`: not with `--no-deregister-task-definition`',
  },
  { action: 'ecs:DeleteService', commands: ['delete'] },
  { action: 'ecs:StopTask', commands: ['run', 'tasks'], when: '`run`: a time-out or a cancellation; `tasks --stop`' },
  { action: 'ecs:DeleteTaskDefinitions', commands: ['deregister'], when: '`--delete`' },
  {
    action: 'application-autoscaling:DescribeScalableTargets',
    commands: ['deploy', 'scale', 'status', 'delete', 'init'],
    when: 'another desired count, `status`, `delete` and `init`: they work without; the auto scaling flags',
  },
  {
    action: 'application-autoscaling:DescribeScalingPolicies',
    commands: ['status', 'delete'],
    optional: true,
    when: 'auto scaling',
  },
  {
    action: 'application-autoscaling:RegisterScalableTarget',
    commands: ['deploy', 'scale'],
    when: 'the auto scaling flags',
  },
  { action: 'ecs:ListTasks', commands: [...explaining, 'tasks', ...using], when: diagnosing },
  { action: 'ecs:DescribeTasks', commands: [...explaining, 'run', 'tasks', ...using], when: diagnosing },
  {
    action: 'logs:GetLogEvents',
    commands: [...explaining, 'run', 'tasks'],
    optional: true,
    when: 'the diagnosis; `run`, `tasks logs` and `tasks trace`: the log',
  },
  { action: 'elasticloadbalancing:DescribeTargetHealth', commands: explaining, optional: true, when: 'the diagnosis' },
  {
    action: 'elasticloadbalancing:DescribeTargetGroupAttributes',
    commands: explaining,
    optional: true,
    when: 'how long connections drain; whether the timeout can suffice',
  },
  { action: 'ssm:GetParameter', commands: ['all'], when: '`ssm` in a file, where GetParameters is not allowed' },
  { action: 'secretsmanager:DescribeSecret', commands: ['all'], when: '`secretsmanager_arn` in a file' },
  { action: 'cloudformation:DescribeStacks', commands: ['all'], when: '`cfn_output` in a file' },
  { action: 'cloudformation:ListExports', commands: ['all'], when: '`cfn_export` in a file' },
  { action: 's3:GetObject', commands: ['all'], when: 'a Terraform state in S3' },
  { action: 'sts:AssumeRole', commands: ['all'], when: '`assume-role-arn`' },
  { action: 'sts:GetCallerIdentity', commands: ['all'], when: '`AWS_ACCOUNT_ID` (needs no permission)' },
]

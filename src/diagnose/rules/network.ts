import { fromCaller, fromTasks, type Rule, unreachable } from './rule.ts'

const tasks = [...fromTasks, 'cli', 'apiError', 'codedeploy', 'health'] as const
const endpoints =
  'A task without a public IP needs a NAT gateway or VPC endpoints (ecr.api, ecr.dkr, S3 gateway, secretsmanager, ssm, kms, logs) with private DNS.'
const groups =
  'Check that the endpoints’ security groups accept port 443 from the task, and that the task’s security group lets it out.'

/** A connection that had to be made was not made. The clause about the connection decides, not what was asked for. */
export const networkRules: readonly Rule[] = [
  {
    label: 'network/eni',
    rank: 'cause',
    when: [
      /Timeout waiting for network interface|network interface (?:provisioning|attachment).{0,60}(?:tim|fail)|failed to (?:configure|set ?up) (?:\w+ )?ENI|netplugin failed|eni .{0,40}(?:timed out|not attached|attachment)/i,
    ],
    reason: () => 'the task’s network interface was not ready in time',
    hint: 'Run again; when it happens repeatedly, look at the subnet’s free addresses and at the instance’s limit of network interfaces.',
    next: ['Check AWS Health for the Availability Zone of the subnet.'],
    retryable: true,
  },
  {
    label: 'network/dns',
    rank: 'cause',
    from: tasks,
    when: [
      /no such host|server misbehaving|name resolution|could not resolve host|\bENOTFOUND\b|\bEAI_AGAIN\b|failed to resolve ["']?(?:fs-|\w+\.[\w-]+\.)|(?:name|host\w*) .{0,60}(?:could not|cannot|can't) be resolved|getaddrinfo|DNS (?:resolution|lookup|name)/i,
    ],
    otherwise: [{ all: [/\b(?:ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|EPIPE)\b/], from: [...fromCaller] }],
    reason: ({ quote }) =>
      /resol|no such host|lookup|getaddrinfo|NOTFOUND|EAI_AGAIN/i.test(quote)
        ? `a host name did not resolve: ${quote}`
        : `an address could not be reached: ${quote}`,
    hint: 'Check the host’s spelling, and that the VPC has DNS support and DNS host names turned on.',
    next: [endpoints],
    retryable: false,
  },
  {
    label: 'network/efs',
    rank: 'cause',
    from: tasks,
    when: [
      {
        all: [
          /\befs\b|mount\.nfs|nfs4?\b|fs-[0-9a-f]{8}/i,
          /tim(?:ed?|ing) ?out|timeout|mount system call failed|unreachable|reset|refused|no route/i,
        ],
      },
    ],
    reason: () => 'the EFS file system could not be reached',
    hint: 'Give the file system a mount target in the task’s Availability Zone whose security group accepts port 2049 from the task.',
    next: ['Check that the VPC resolves the file system’s DNS name.'],
    retryable: false,
  },
  {
    label: 'network/logs',
    rank: 'cause',
    from: tasks,
    when: [
      {
        all: [
          unreachable,
          /logger args|log (?:group|stream|driver|event)|logging driver|CloudWatch|\blogs\.|awslogs|fluentd?|splunk|firelens/i,
        ],
      },
      { all: [/logging driver/i, /CredentialsEndpointError|169\.254\.170\.2/i] },
    ],
    reason: () => 'the task could not reach CloudWatch Logs or its log server',
    hint: 'Give the task a way to the logs endpoint of its region.',
    next: [endpoints, groups],
    retryable: false,
  },
  {
    label: 'network/s3',
    rank: 'cause',
    from: tasks,
    when: [
      {
        all: [
          /^(?!.*(?:CannotPull|httpReadSeeker|starport))/i,
          unreachable,
          /env(?:ironment)? ?files?|\bs3[.:-]|from S3|Amazon S3/i,
        ],
        from: ['stoppedReason', 'containerReason', 'event', 'cli'],
      },
    ],
    reason: () => 'the task could not reach S3',
    hint: 'Give the subnet an S3 gateway endpoint in its route table, or a NAT gateway.',
    next: [groups],
    retryable: false,
  },
  {
    label: 'network/secrets',
    rank: 'cause',
    from: tasks,
    when: [
      {
        all: [
          unreachable,
          /secrets? (?:from|manager)|\basm\b|\bssm\b|secretsmanager|Systems Manager|Parameter Store|fetch secret/i,
        ],
        from: ['stoppedReason', 'containerReason', 'event', 'cli'],
      },
    ],
    reason: ({ secret }) =>
      `the task could not reach ${/ssm|parameter/.test(secret ?? '') ? 'Systems Manager' : 'the service that holds its secrets'}`,
    hint: 'Give the task a way to Secrets Manager or Systems Manager: a public IP, a NAT gateway or VPC endpoints.',
    next: [groups, endpoints],
    retryable: false,
  },
  {
    label: 'network/registry',
    rank: 'cause',
    from: tasks,
    when: [
      {
        all: [
          unreachable,
          /CannotPull|registr(?!y auth)|\becr\b|docker\.io|pull(?:ing)? (?!secrets)|\/v2\/|api\.ecr|image/i,
        ],
        from: ['stoppedReason', 'containerReason', 'event', 'cli'],
      },
      /pull command failed: (?:panic|: signal)|Check your network configuration|error pulling image configuration|There is a connection issue between the task and (?:Amazon )?(?:ECR|the registry)/i,
      { all: [/CannotPull/i, /net\/http|timeout|timed out|EOF$/i] },
    ],
    otherwise: [{ all: [unreachable], from: ['stoppedReason', 'containerReason'] }],
    reason: ({ image }) => `the registry of ${image ?? 'the image'} could not be reached`,
    hint: 'Give the task a way to the registry: a public IP, a NAT gateway or VPC endpoints.',
    next: [endpoints, groups],
    retryable: false,
  },
]
/** Applied after the more general `unable to pull secrets or registry auth`, which alone does not say which of both. */
export const networkFallbackRules: readonly Rule[] = networkRules
  .filter((rule) => rule.label === 'network/secrets')
  .map((rule) => ({ ...rule, when: [{ all: [unreachable, /unable to pull secrets or registry auth/i] }] }))

import { type Rule, the } from './rule.ts'

const events = 'Run `ecspresso status` to see the service’s events.'
const smaller = 'Add instances, or ask for less in the task definition.'

/** Stands before the image rules: a layer that does not fit is not a broken layer. */
export const fullDisk: Rule = {
  label: 'resource/disk',
  rank: 'cause',
  from: ['event', 'stoppedReason', 'rollout', 'cli', 'containerReason', 'apiError', 'log'],
  when: [
    /no space left on device|Thin Pool has|insufficient (?:disk|storage|ephemeral)|disk (?:is )?full|free data blocks|not enough (?:disk|storage)|(?:disk|storage) (?:space|quota).{0,40}(?:exceed|insufficient|exhaust)|EphemeralStorage .{0,40}(?:exceed|full)|RESOURCE:(?:DISK|STORAGE)|out of disk/i,
  ],
  reason: () => 'the disk of the host or the task’s ephemeral storage is full',
  hint: 'Raise `ephemeralStorage` (Fargate) or the instance’s volume, and use smaller images.',
  next: ['On instances, unused images and stopped containers take the space.'],
  retryable: false,
}

/** Valid and allowed, but there is not enough of something, or the host went away. */
export const resourceRules: readonly Rule[] = [
  {
    label: 'resource/ip',
    rank: 'cause',
    when: [
      /InsufficientFreeAddresses|(?:not enough|insufficient|no) (?:free |available )?(?:IP )?addresses|subnet .{0,80}(?:is full|exhausted|no (?:free|available))|Create Network Interface.{0,160}subnet.{0,80}insufficient/i,
    ],
    reason: ({ subnet }) => `${the('subnet', subnet)} has no free address left`,
    hint: 'Add larger or more subnets to the service, or free addresses.',
    next: ['During a rollout old and new tasks hold addresses together: a lower `maximumPercent` needs fewer.'],
    retryable: true,
  },
  {
    label: 'resource/quota',
    rank: 'cause',
    when: [
      /above your limit|reached the limit|limit on the number of|LimitExceeded(?:Exception)?(?<!DeploymentLimitExceeded(?:Exception)?)|RESOURCE_LIMIT_EXCEEDED|ServiceQuotaExceeded|quota (?:has been |is |was )?exceeded|exceed(?:s|ed)? (?:the |your )?(?:\w+ ){0,4}(?:limit|quota|maximum number)|VcpuLimit|maximum number of .{0,60}(?:reached|exceeded)|TooMany(?!Requests)\w+|(?:concurrent|vCPU).{0,60}limit/i,
    ],
    reason: ({ quote }) => `a quota of the account is reached: ${quote}`,
    hint: 'Ask for a higher quota in Service Quotas, or free some of what is counted.',
    next: ['A size that is above the quota can never start: make the task smaller.'],
    retryable: true,
  },
  {
    label: 'resource/no-instances',
    rank: 'cause',
    when: [
      /No Container Instances were found|no (?:active |registered |container )*instances\b|EMPTY CAPACITY PROVIDER|NO ACTIVE INSTANCES|no (?:registered )?container instances|there (?:are|were) no .{0,30}instances/i,
    ],
    reason: () => 'the cluster has no container instance that could run the task',
    hint: 'Register instances: check the desired size of the Auto Scaling group and the cluster name in the user data.',
    next: ['Use `launchType: FARGATE` or a Fargate capacity provider when the service needs no instances.', events],
    retryable: true,
  },
  {
    label: 'resource/fargate-capacity',
    rank: 'cause',
    when: [
      /Capacity is unavailable|insufficient (?:fargate )?capacity|InsufficientInstanceCapacity|capacity .{0,40}(?:not available|unavailable|exhausted)|RESOURCE:CAPACITY|do(?:es)? not have (?:enough|sufficient) capacity/i,
    ],
    reason: () => 'AWS has no capacity of this kind at the moment',
    hint: 'Run again later, or give the service subnets in more Availability Zones.',
    next: ['With Fargate Spot, keep a `base` of on-demand tasks in the capacity provider strategy.'],
    retryable: true,
  },
  {
    label: 'resource/spot',
    rank: 'weak',
    when: [/Spot (?:Task|Instance|interruption)|SpotInterruption|spot .{0,40}(?:interrupt|reclaim|terminat)/i],
    reason: () => 'AWS took Spot capacity back',
    hint: 'Run again, and keep a `base` of on-demand tasks when the service must not shrink.',
    next: ['The application gets SIGTERM two minutes before: let it finish.'],
    retryable: true,
  },
  {
    label: 'resource/instance-lost',
    rank: 'weak',
    when: [
      /Host EC2 .{0,80}(?:stopped|terminated|stopping)|Container instance .{0,60}(?:deregist|terminat|lost|stopped)|deregist\w+ forced|instance .{0,60}(?:was|has been|is) (?:being )?(?:terminated|stopped|deregistered|lost|retired|drained)|TerminationNotice|InfrastructureHealth|maintenance on the underlying|task retirement|underlying (?:host|infrastructure|hardware)/i,
    ],
    reason: () => 'the host of the task went away',
    hint: 'Run again when the cluster has its instances back; managed draining avoids it.',
    next: ['Look at the activity of the Auto Scaling group.'],
    retryable: true,
  },
  {
    label: 'resource/agent',
    rank: 'cause',
    when: [
      /agent (?:connected|is (?:dis)?connected|is not|start|disconnect|not connected|has not)|(?:encountered error|:|reason:?) ["'(]?AGENT\b|^AGENT$|AGENT_ISSUE|MissingVersionException|NoUpdateAvailableException|ECS (?:container )?agent .{0,60}(?:not|fail|time|disconnect)|TaskFailedToStart: AGENT|agent .{0,30}timed out/i,
    ],
    reason: () => 'the ECS agent of the instance is not connected',
    hint: 'Restart the agent on the instance, and check its way to the ECS endpoint.',
    next: ['Read /var/log/ecs/ecs-agent.log of the instance.'],
    retryable: true,
  },
  {
    label: 'resource/placement-constraint',
    rank: 'cause',
    when: [/placement constraint|(?:memberOf|distinctInstance) (?:constraint )?|constraint .{0,40}unsatisf/i],
    from: ['event', 'stoppedReason', 'rollout', 'cli', 'containerReason'],
    reason: ({ quote }) => `no instance satisfies the placement constraints: ${quote}`,
    hint: 'Compare the expressions in `placementConstraints` with the attributes of the instances.',
    next: ['The constraint distinctInstance needs as many instances as tasks, more during a rollout.'],
    retryable: false,
  },
  {
    label: 'resource/port',
    rank: 'cause',
    when: [
      /RESOURCE:PORTS?|already using a port|port is already allocated|address already in use|host ?port .{0,60}(?:in use|conflict|already|unavailable)|Bind for .{0,60}failed|insufficient ports/i,
    ],
    reason: () => 'the host port that the task asks for is taken',
    hint: 'Use dynamic host ports (`hostPort: 0`) or the awsvpc network mode, or add instances.',
    next: ['A rollout needs a free host port beside the old task: lower `minimumHealthyPercent`.'],
    retryable: true,
  },
  {
    label: 'resource/eni',
    rank: 'cause',
    when: [
      /RESOURCE:ENI|insufficient (?:ENI|network interface)|(?:not enough|no) (?:available |free )?(?:ENIs?|network interfaces?)|AttachmentLimitExceeded|ENI .{0,40}limit/i,
    ],
    reason: () => 'the instances have no network interface left for the task',
    hint: 'Turn on ENI trunking (awsvpcTrunking), or add instances.',
    next: [events],
    retryable: true,
  },
  {
    label: 'resource/gpu',
    rank: 'cause',
    when: [/RESOURCE:GPU|insufficient GPU|not enough GPU|no GPUs?\b/i],
    reason: () => 'no instance has enough GPUs free',
    hint: smaller,
    next: [events],
    retryable: true,
  },
  {
    label: 'resource/cpu',
    rank: 'cause',
    when: [/RESOURCE:CPU|insufficient CPU|not enough CPU|CPU units (?:are )?(?:not|un)available/i],
    reason: () => 'no instance has enough CPU units free',
    hint: smaller,
    next: ['A rollout runs old and new tasks together: lower `maximumPercent` or add an instance.', events],
    retryable: true,
  },
  {
    label: 'resource/memory',
    rank: 'cause',
    when: [/RESOURCE:MEMORY|insufficient memory|not enough memory|cannot allocate memory/i],
    reason: () => 'no instance has enough memory free',
    hint: smaller,
    next: ['A rollout runs old and new tasks together: lower `maximumPercent` or add an instance.', events],
    retryable: true,
  },
  {
    label: 'resource/attribute',
    rank: 'cause',
    when: [
      /missing an attribute|(?:encountered error|:|reason:?) ["'(]?ATTRIBUTE\b|^ATTRIBUTE$|required attribute|attributes? .{0,40}(?:missing|not (?:found|available))|AttributeNotFound|TargetNotFoundException.{0,40}attribute/i,
    ],
    reason: () => 'no instance has an attribute that the task requires',
    hint: 'Compare `requiresAttributes` of the task definition with the instance: log driver, Availability Zone, network mode, agent version.',
    next: ['Run `aws ecs describe-container-instances` and compare its attributes.'],
    retryable: false,
  },
  {
    label: 'resource/instances',
    rank: 'cause',
    when: [/HEALTH_CONSTRAINTS|too (?:many|few) (?:individual |healthy )?instances/i],
    reason: () => 'too many instances of the CodeDeploy deployment failed',
    hint: 'Look at the failed targets of the deployment in CodeDeploy.',
    next: ['Run `aws deploy list-deployment-targets` for the deployment.'],
    retryable: true,
  },
  {
    label: 'resource/unspecified',
    rank: 'weak',
    when: [],
    otherwise: [
      /could not launch \d* ?tasks?|no container instance met all|unable to place a task|(?:not enough|insufficient) (?:resources|capacity)|RESOURCE:\w+/i,
    ],
    reason: ({ quote }) => `ECS could not place the tasks: ${quote}`,
    hint: 'The reason stands in the events beside this one.',
    next: [events],
    retryable: true,
  },
]

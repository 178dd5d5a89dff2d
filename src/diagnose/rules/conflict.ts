import type { Rule } from './rule.ts'

const again = 'Give the workflow a `concurrency` group per service, so that two deployments never meet.'

/** Another deployment or the state of the object is in the way; and AWS's own faults. */
export const conflictRules: readonly Rule[] = [
  {
    label: 'conflict/concurrent-update',
    rank: 'cause',
    when: [
      /Too many concurrent attempts|DuplicateRequest|operation is already in progress|ConcurrentUpdate|ConcurrentModification|concurrent(?:ly)? .{0,40}(?:update|modif|operation)|UpdateInProgress(?!.*deployment)|another (?:update|operation) .{0,30}in progress|OptimisticLock/i,
    ],
    reason: () => 'somebody else changed the same object at the same moment',
    hint: 'Run again.',
    next: [again],
    retryable: true,
  },
  {
    label: 'conflict/task-definition-inactive',
    rank: 'cause',
    when: [
      /Task ?Definition (?:\S+ )?is (?:inactive|not active|deregistered)|inactive task definition|task definition .{0,200}(?:is|was|has been) (?:inactive|deregistered|INACTIVE|DELETE_IN_PROGRESS)/i,
    ],
    reason: () => 'the task definition revision is deregistered',
    hint: 'Register it again with a plain `deploy`, or choose a revision that `aws ecs list-task-definitions` lists as active.',
    next: ['Keep the revisions that a rollback may need: `deregister --keeps N`.'],
    retryable: false,
  },
  {
    label: 'conflict/task-protection',
    rank: 'cause',
    when: [/DEPLOYMENT_BLOCKED|task protection|under protection|protected tasks?|scale-in protect|TASK_NOT_VALID/i],
    reason: () => 'protected tasks hold the deployment up',
    hint: 'Wait until the protection ends, or clear it with `aws ecs update-task-protection`.',
    next: ['The deployment ends by itself once the last protected task is free.'],
    retryable: true,
  },
  {
    label: 'conflict/service-draining',
    rank: 'cause',
    when: [
      /still Draining|\bis DRAINING\b|(?:service|it) is (?:still |currently )?DRAINING|status:? DRAINING|state draining.{0,30}service/i,
    ],
    from: ['apiError', 'cli', 'rollout', 'event'],
    reason: () => 'the service is being deleted and still drains',
    hint: 'Wait until it is INACTIVE, then create it again.',
    next: ['Run `ecspresso status`.'],
    retryable: true,
  },
  {
    label: 'conflict/cluster-inactive',
    rank: 'cause',
    when: [/cluster (?:was|is) (?:inactive|INACTIVE|not active)|inactive cluster/i],
    reason: () => 'the cluster was deleted',
    hint: 'Create the cluster again, or correct `cluster` in the config.',
    next: ['Check account and region.'],
    retryable: false,
  },
  {
    label: 'conflict/service-inactive',
    rank: 'cause',
    when: [/ServiceNotActive|service .{0,200}(?:was|is|were|are) (?:not ACTIVE|INACTIVE)|inactive service/i],
    otherwise: [/^INACTIVE$|\bis INACTIVE\b/],
    reason: () => 'the service was deleted',
    hint: 'Create it again with `ecspresso deploy`.',
    next: ['Run `ecspresso status`.', 'Check account and region.'],
    retryable: false,
  },
  {
    label: 'conflict/already-exists',
    rank: 'cause',
    when: [
      /not idempotent|AlreadyExists(?:Exception)?|already exists|ResourceInUse.{0,60}exists|Duplicate\w*Exception/i,
    ],
    from: ['apiError', 'cli', 'codedeploy', 'event', 'rollout'],
    reason: ({ quote }) => `it exists already: ${quote}`,
    hint: 'Update what is there instead of creating it.',
    next: ['Run `ecspresso status` to see the service.'],
    retryable: false,
  },
  {
    label: 'conflict/deployment-in-progress',
    rank: 'cause',
    when: [
      /DeploymentLimitExceeded|(?:active|ongoing|running|in.progress) deployments?|deployment .{0,120}(?:is |already )(?:in progress|active|running)|already .{0,60}deployment|exceed\w* .{0,60}\bdeployments\b|UpdateInProgress/i,
    ],
    from: ['apiError', 'cli', 'codedeploy'],
    reason: () => 'another deployment of the service is still running',
    hint: 'Wait for it (`ecspresso wait`), or stop it, then run again.',
    next: [again],
    retryable: true,
  },
  {
    label: 'conflict/superseded',
    rank: 'cause',
    when: [
      /superseded|Service deployment failed:? STOPPED|(?:replaced|stopped|overtaken) (?:by|because of) (?:a )?(?:newer|new|another|later) (?:service )?deployment|newer deployment|deployment .{0,60}no longer (?:primary|the primary)/i,
    ],
    reason: () => 'a newer deployment of the service took over',
    hint: 'Look at the newest deployment with `ecspresso status`.',
    next: [again],
    retryable: false,
  },
  {
    label: 'conflict/resource-in-use',
    rank: 'cause',
    when: [
      /in use by|ResourceInUse|is (?:currently )?(?:in use|being used|referenced)|cannot be deleted (?:while|because)|ConflictException|TargetGroupAssociationLimit|ClusterContains\w+|has dependent/i,
    ],
    from: ['apiError', 'cli', 'codedeploy', 'event', 'rollout'],
    reason: ({ quote }) => `it is still in use: ${quote}`,
    hint: 'Release it first, or choose another one.',
    next: ['Run `ecspresso status` to see what uses it.'],
    retryable: true,
  },
]

/** Stands before the settings, since it blames nobody. */
export const serverFault: Rule = {
  label: 'aws-fault/server-error',
  rank: 'cause',
  when: [
    /ServerException|InternalServer(?:Error|Exception|Failure)?\b|InternalFailure|InternalService(?:Error|Exception)|ServiceUnavailable|Service Unavailable|StatusCode: 5\d\d|status code:? 5\d\d|\b50[0234] (?:Internal|Bad|Service|Gateway)|ServiceException: .{0,40}server|server-?side error|ECONNRESET|socket hang up/i,
  ],
  from: ['apiError', 'cli', 'codedeploy', 'event', 'stoppedReason', 'rollout'],
  reason: ({ operation }) => `AWS failed to answer${operation === undefined ? '' : ` ${operation}`}`,
  hint: 'Run again in a few minutes; AWS Health tells whether the region has a problem.',
  next: [],
  retryable: true,
}

export const faultRules: readonly Rule[] = [
  {
    label: 'aws-fault/internal',
    rank: 'cause',
    when: [
      /INTERNAL_ERROR|internal (?:service |server )?error|InternalError\b|Unexpected EC2 error|Timeout waiting for \w+ provisioning|Elb\.InternalError/i,
    ],
    reason: ({ quote }) => `AWS reports an internal error: ${quote}`,
    hint: 'Run again; when it repeats, look at AWS Health and at the Availability Zone of the subnets.',
    next: ['Not every Availability Zone runs Fargate: take the zone’s subnet out when only one fails.'],
    retryable: true,
  },
]

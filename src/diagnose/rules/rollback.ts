import type { Rule } from './rule.ts'

const tasks = 'Look at the stopped tasks of the failed revision: they tell why.'

/** The deployment controller gave up, reversed, or could not reverse. */
export const rollbackRules: readonly Rule[] = [
  {
    label: 'rollback/no-target',
    rank: 'cause',
    when: [
      /rollback (?:target|candidate)|no more than (?:1|one) deployment|(?:previous|prior|earlier|last successful) (?:\w+ ){0,3}(?:is |was |could )?not (?:be )?found|no (?:previous|earlier|prior|rollback|successful|completed) (?:\w+ ){0,3}(?:task definition|revision|deployment|target)|(?:cannot|can't|could not|unable to|failed to) (?:find|get|determine) .{0,40}(?:rollback|previous|last successful|earlier)|nothing to roll ?back|no \w* ?(?:deployment|revision)s? .{0,40}(?:to roll ?back|found for rollback)|has no (?:previous|earlier) /i,
    ],
    from: ['apiError', 'cli', 'rollout', 'event', 'codedeploy'],
    reason: () => 'there is nothing to roll back to',
    hint: 'List what there is with `aws ecs list-task-definitions`, and name one: `rollback --revision N`.',
    next: ['Keep older revisions registered.', 'The first deployment of a service has no predecessor.'],
    retryable: false,
  },
  {
    label: 'rollback/hook',
    rank: 'cause',
    when: [
      /hook execution fail|HOOK_EXECUTION_FAILURE|lifecycle hooks?(?:\(s\))? (?:failed|timed out)|(?:life-?cycle |\b)(?<!BlueGreen)hook\b.{0,120}(?:fail|timed? ?out|timeout|invalid|reject|unable|error)|(?:fail|timed? ?out)\w* .{0,100}\bhooks?\b|HookStatus|status callback|lifecycle event .{0,80}(?:fail|hook)|LifecycleEventHook|validation (?:function|test|lambda) .{0,60}fail|(?:Before|After)(?:Install|AllowTraffic|AllowTestTraffic) .{0,80}fail/i,
    ],
    from: ['event', 'rollout', 'codedeploy', 'cli', 'stoppedReason'],
    reason: ({ quote }) => `a lifecycle hook stopped the deployment: ${quote}`,
    hint: 'Read the log of the hook’s function, and check that it answers with a `hookStatus`.',
    next: ['A function that needs long answers IN_PROGRESS and is asked again.'],
    retryable: false,
  },
  {
    label: 'rollback/alarm',
    rank: 'cause',
    when: [
      /ALARM_ACTIVE|alarm(?:\(s\)|s)? (?:have been |has been |was |were )?(?:activated|detected|triggered|breach)|(?:CloudWatch )?alarm\b.{0,100}(?:in ALARM|state|threshold|went|fired)|because of .{0,20}alarm|alarm detected|due to .{0,30}alarm/i,
    ],
    from: ['event', 'rollout', 'codedeploy', 'cli'],
    reason: ({ key }) => `an alarm ended the deployment${key === undefined ? '' : `: ${key}`}`,
    hint: 'Look at the alarm’s metric around the rollout: the new version makes it rise.',
    next: ['Check that the alarm was not already active before the deployment.'],
    retryable: false,
  },
  {
    label: 'rollback/manual',
    rank: 'cause',
    when: [
      /MANUAL_STOP|(?:stopped|rolled back|cancel(?:l)?ed|aborted|requested) (?:manually|by (?:a |the )?(?:user|person|operator|customer|request))|manual(?:ly)? (?:stop|rollback|roll)|ROLLBACK_REQUESTED|STOP_REQUESTED|StopServiceDeployment|(?:user|manual)[- ](?:requested|initiated)|stop deployment (?:was )?(?:called|requested)/i,
    ],
    from: ['event', 'rollout', 'codedeploy', 'cli'],
    reason: () => 'somebody stopped the deployment by hand',
    hint: 'Ask who stopped it; CloudTrail shows the StopServiceDeployment or StopDeployment call.',
    next: ['Run `ecspresso status`.'],
    retryable: false,
  },
  {
    label: 'rollback/failed',
    rank: 'symptom',
    when: [
      /is not stopped yet|AlreadyCompleted|ROLLBACK_FAILED|rollback (?:has )?failed|failed to roll ?back|(?:could not|unable to) roll ?back|rolling back .{0,40}failed/i,
    ],
    reason: ({ quote }) => `the rollback itself did not work: ${quote}`,
    hint: 'Look at the state with `ecspresso status`, and deploy a revision that works.',
    next: [tasks],
    retryable: false,
  },
  {
    label: 'rollback/rolling-back',
    rank: 'symptom',
    when: [
      /rolling back|roll(?:ed)? ?back (?:to|deployment|was|has|in progress|started|complete)|ROLLBACK_(?:IN_PROGRESS|SUCCESSFUL|COMPLETE)|rollback (?:in progress|started|is)|AUTO_ROLLBACK/i,
    ],
    reason: () => 'the deployment is going back to what ran before',
    hint: 'Wait for the end of the rollback, then look at the failed revision’s tasks.',
    next: [tasks],
    retryable: false,
  },
  {
    label: 'rollback/circuit-breaker',
    rank: 'symptom',
    when: [
      /circuit breaker|deployment failed: tasks failed to start|(?:deployment|rollout).{0,40}failed.{0,30}tasks failed to start|tasks failed to start/i,
    ],
    from: ['event', 'rollout', 'codedeploy', 'cli'],
    reason: () => 'the circuit breaker ended the deployment because its tasks did not stay up',
    hint: 'Look at the stopped tasks of the failed revision.',
    next: [tasks, 'Run `ecspresso status` within the hour: ECS forgets stopped tasks after that.'],
    retryable: false,
  },
]

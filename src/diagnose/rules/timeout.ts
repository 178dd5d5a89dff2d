import type { Rule } from './rule.ts'

const longer =
  'Raise `--timeout` when the rollout only needs longer; a long deregistration delay of the target group adds to it.'

/** Something stopped waiting: says nothing about why. */
export const timeoutRules: readonly Rule[] = [
  {
    label: 'timeout/codedeploy',
    rank: 'symptom',
    when: [
      /DeploymentSuccessful|deployment (?:has )?timed out|Deployment timed? ?out|wait(?:ing)? for (?:the )?(?:CodeDeploy )?deployment successful|traffic rerout|replacement task set.{0,120}(?:time|healthy)/i,
      { all: [/^TIMEOUT|timed? ?out/i], from: ['codedeploy'] },
      { all: [/timed? ?out|max attempts|exceeded max wait/i, /codedeploy/i] },
    ],
    from: ['codedeploy', 'cli', 'apiError', 'event', 'rollout'],
    reason: () => 'CodeDeploy stopped waiting for the deployment',
    hint: 'Look at the tasks of the replacement task set and at the target health.',
    next: [longer],
    retryable: true,
  },
  {
    label: 'timeout/task',
    rank: 'symptom',
    when: [
      /Tasks(?:Stopped|Running)|wait(?:ing)? (?:for )?(?:the )?tasks? (?:to (?:stop|run|finish|complete)|stopped|running)|task .{0,60}(?:did not (?:stop|finish|complete|start)|timed out)|run task.{0,40}time/i,
    ],
    from: ['cli', 'apiError'],
    reason: () => 'the task did not end in the time that was given',
    hint: 'Look at the task’s log, and raise `--timeout` when it only needs longer.',
    next: ['Run `aws ecs list-tasks` to see whether it still runs.'],
    retryable: true,
  },
  {
    label: 'timeout/client',
    rank: 'symptom',
    when: [
      /maximum execution time|The operation was cancell?ed|job .{0,60}(?:exceeded|timed out|cancell?ed)|step .{0,40}timed out|(?:Read|Connect) timeout on endpoint|ReadTimeout(?:Error)?|RequestTimeout|socket (?:time|timed) ?out|build timed out|timeout-minutes|\bE(?:SOCKET)?TIMEDOUT\b|operation timed out/i,
    ],
    from: ['cli', 'apiError'],
    otherwise: [
      { all: [/ETIMEDOUT|TimeoutError|timed? ?out|context (?:deadline exceeded|cancell?ed)/i], from: ['apiError'] },
    ],
    reason: () => 'the job stopped waiting; the deployment may go on',
    hint: 'Look at the deployment with `ecspresso status`, and give the job more time.',
    next: [longer],
    retryable: true,
  },
  {
    label: 'timeout/stability',
    rank: 'symptom',
    when: [
      /Waiter|Max attempts|ResourceNotReady|(?:fail|did|does)\w* (?:not )?(?:to )?stabili[sz]e|not stabili[sz]ed?|NotStabilized|Stabilization|(?:service|services|deployment)s? ?stable|tfSTABLE|ServicesStable|wait for service|waiting for (?:the )?service|timeout while waiting for state|exceeded max wait time|(?:become|reach\w*) (?:a )?(?:stable|steady)(?! state\.?$)/i,
    ],
    from: ['cli', 'apiError', 'event', 'rollout'],
    otherwise: [
      {
        all: [/timed? ?out|context (?:deadline exceeded|cancell?ed)|TimeoutError/i],
        from: ['cli', 'rollout', 'event'],
      },
    ],
    reason: () => 'the service did not become stable in the time that was given',
    hint: 'Look at the events and the stopped tasks with `ecspresso status`.',
    next: [longer, 'Check the health checks: a slow start delays everything.'],
    retryable: true,
  },
]

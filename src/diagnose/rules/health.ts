import type { Rule } from './rule.ts'
import { the } from './rule.ts'

/** The process runs, and a health check says no. */
export const healthRules: readonly Rule[] = [
  {
    label: 'healthcheck/container',
    rank: 'cause',
    when: [
      /failed (?:the )?container health ?checks?|container health ?checks?\b.{0,60}(?:fail|unhealthy)|(?:fail|unhealthy)\w*.{0,60}container health ?check/i,
      { all: [/\bUNHEALTHY\b/], from: ['health'] },
    ],
    otherwise: [/^(?:healthStatus |health status )?UNHEALTHY\b/],
    reason: ({ container }) => `the health check of ${the('container', container)} failed`,
    hint: 'Run the check’s command inside the image: often `curl` or `wget` is missing; give slow starts a `startPeriod`.',
    next: [
      'Look at the log of the container around the checks.',
      'Compare the port and path of the command with what the application listens on.',
    ],
    retryable: false,
  },
  {
    label: 'healthcheck/elb',
    rank: 'cause',
    when: [
      /is unhealthy in (?:\()?(?:target[- ]group|elb|load balancer|VPC Lattice)|failed ELB health ?checks?|Target\.(?:ResponseCodeMismatch|Timeout|FailedHealthChecks)|Elb\.\w*Unhealthy|Health checks failed|(?:ELB|ALB|NLB|load balancer|target group) health ?checks?.{0,80}(?:fail|unhealthy|timed out)|target\b.{0,80}\bunhealthy|unhealthy (?:targets?|instances?|hosts?)|not passing .{0,40}health ?check|is unhealthy in/i,
    ],
    from: ['event', 'stoppedReason', 'rollout', 'codedeploy', 'health', 'cli', 'apiError', 'containerReason'],
    reason: ({ targetGroup, quote }) =>
      `the tasks do not pass the health check of ${the('target group', targetGroup)}${codes(quote)}`,
    hint: 'Check path, port and expected codes of the target group’s health check, and raise `healthCheckGracePeriodSeconds` when the application starts slowly.',
    next: [
      'Code 404: the path is wrong; 502 or 503: the application is not ready; a time-out: security group or port.',
      'The task’s security group must accept the health check’s port from the load balancer.',
    ],
    retryable: false,
  },
  {
    label: 'healthcheck/container',
    rank: 'weak',
    from: ['log'],
    when: [
      /(?:GET|HEAD) \S*(?:health|ping|ready|live|status)\S*(?: HTTP\/[\d.]+)?["']?,? (?:status[ =:])?[45]\d\d|health ?check.{0,60}(?:fail|unhealthy|\b[45]\d\d\b)/i,
    ],
    reason: ({ quote }) => `the application answers its health check with an error: ${quote}`,
    hint: 'Correct the path of the health check, or what the application answers there.',
    next: ['Ask the path inside the container with `ecspresso exec`.'],
    retryable: false,
  },
  {
    label: 'healthcheck/unspecified',
    rank: 'symptom',
    when: [
      /due to an? unhealthy status|CUSTOMER_APPLICATION_UNHEALTHY|unhealthy status|failed health checks?\b|health checks? failed|(?:tasks?|containers?|instances?) (?:is|are|was|were|became) unhealthy|did not (?:become|pass).{0,20}health/i,
    ],
    reason: () => 'ECS replaced tasks because a health check failed',
    hint: 'Find out which check it was: the container’s or the load balancer’s.',
    next: ['Run `ecspresso status` to see the events.'],
    retryable: false,
  },
]

function codes(quote: string): string {
  const [, found] = /codes?:? (\[\d{3}(?:, ?\d{3})*\])/.exec(quote) ?? []
  return found === undefined ? '' : `: they answered ${found}`
}

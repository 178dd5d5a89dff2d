import type { Rule } from './rule.ts'

/** AWS limits the rate of calls. */
export const throttleRules: readonly Rule[] = [
  {
    label: 'throttle/service-scheduler',
    rank: 'cause',
    from: ['event', 'rollout', 'cli'],
    when: [
      /operations are being throttled|OPERATION_THROTTLED|being throttled|scheduler .{0,60}(?:throttl|limit)|(?:throttl|rate.limit)\w* .{0,60}scheduler|launch(?:ing)? tasks? .{0,60}throttl/i,
    ],
    reason: () => 'ECS holds this service’s scheduler back because of too many calls',
    hint: 'Wait: ECS goes on by itself; ask for a higher quota when it happens often.',
    next: ['Deploy fewer services at once (`max-parallel`).'],
    retryable: true,
  },
  {
    label: 'throttle/api',
    rank: 'cause',
    when: [
      /rate limit token|retry quota exceeded|Throttl(?:ing|ed)\w*|RequestLimitExceeded|Rate (?:limit )?exceeded|TooManyRequestsException|SlowDown|ProvisionedThroughputExceeded|RequestThrottled|PriorRequestNotComplete|TransactionInProgress|BandwidthLimitExceeded|ClientRequestLimit|quota for the number of requests|reached max retries/i,
      /\b429\b|Too Many Requests/i,
    ],
    reason: ({ operation }) => `AWS limits the rate of calls${operation === undefined ? '' : ` to ${operation}`}`,
    hint: 'Run again later, and deploy fewer services at once (`max-parallel`).',
    next: ['Other jobs and tools of the account share the limit.'],
    retryable: true,
  },
]

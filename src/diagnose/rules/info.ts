import type { Rule } from './rule.ts'

type Line = Pick<Rule, 'label' | 'when'> & Partial<Pick<Rule, 'otherwise'>>

/** Normal lines of a service's life: kept out of every diagnosis. */
const lines: readonly Line[] = [
  { label: 'info/user-stop', when: [/Task (?:was )?stopped by (?:the |a )?user|UserInitiated|user initiated/i] },
  {
    label: 'info/scaling',
    when: [
      /Scaling activity|scal(?:ing|ed?)[- ](?:in|out|up|down)|(?:updated|changed) (?:the )?(?:computed ?)?desired ?count|\bset (?:the )?desired ?count|setting desired count|Successfully set desired count/i,
    ],
  },
  { label: 'info/az-rebalance', when: [/AZ[- ]?(?:re)?balanc|Availability Zone rebalanc|rebalanc/i] },
  { label: 'info/steady-state', when: [/reached a steady state/i] },
  {
    label: 'info/deployment-completed',
    when: [/deployment (?:\S+ )?(?:completed|succeeded)\b|deployment .{0,80}\bcompleted\b|rollout completed/i],
  },
  { label: 'info/draining', when: [/begun draining|connection draining|draining connections/i] },
  {
    label: 'info/targets',
    when: [
      /(?:de)?registered \d+ (?:targets?|instances?)|Target\.(?:DeregistrationInProgress|NotRegistered|HealthCheckDisabled)|Elb\.(?:InitialHealthChecking|RegistrationInProgress)|(?:target|state) .{0,40}\b(?:draining|initial|healthy)\b|^state (?:draining|initial|healthy)\b/i,
    ],
  },
  {
    label: 'info/task-started',
    when: [
      /has started \d+ tasks?|started \d+ tasks?|ECS deployment \S+ in progress|task .{0,40}(?:is )?(?:running|started|provisioning|pending)$/i,
    ],
  },
  {
    label: 'info/task-stopped',
    when: [/has stopped \d+ (?:running |pending )?tasks?|stopped \d+ (?:running |pending )?tasks?/i],
  },
]

export const infoRules: readonly Rule[] = lines.map((line) => ({
  ...line,
  rank: 'info',
  reason: ({ quote }) => quote,
  hint: 'This is a normal line and no failure.',
  next: [],
  retryable: false,
}))

export const unknownRules: readonly Rule[] = [
  {
    label: 'unknown/truncated',
    rank: 'symptom',
    when: [],
    otherwise: [
      /has been retried \d+ time\(?s?\)?\W*$/i,
      /^\w*ResourceInitializationError\b|unable to pull secrets or registry auth/i,
      /(?:\.\.\.|…)$/,
    ],
    reason: ({ quote }) => `ECS cut the message before the reason: ${quote}`,
    hint: 'Look at the stopped task itself: its stopped reason may hold more.',
    next: [
      'Run `aws ecs describe-tasks` for the stopped task.',
      'Run `ecspresso verify`: it checks image, secrets and roles.',
    ],
    retryable: true,
  },
  {
    label: 'unknown/symptom-only',
    rank: 'symptom',
    when: [/unable to consistently start tasks|SERVICE_TASK_START_IMPAIRED|ECS_UPDATE_ERROR/i],
    otherwise: [
      /Task failed to start|TaskFailedToStart|ServiceSchedulerInitiated|^failed to (?:register|update|create|wait)[\w ]*$|deployment failed/i,
    ],
    reason: () => 'the tasks do not start, and nothing that could be read tells why',
    hint: 'Look at the events and the stopped tasks with `ecspresso status`.',
    next: ['Run `ecspresso verify`: it checks image, secrets and roles.', 'Run again with `--debug`.'],
    retryable: false,
  },
]

/** What is said when no rule knows the text: the text itself. */
export const unclassified: Rule = {
  label: 'unknown/unclassified',
  rank: 'symptom',
  when: [],
  reason: ({ quote }) => (quote === '' ? 'nothing that could be read tells why it failed' : quote),
  hint: 'Look at the service with `ecspresso status`, compare with `ecspresso diff`, and check with `ecspresso verify`.',
  next: ['Run again with `--debug`.'],
  retryable: false,
}

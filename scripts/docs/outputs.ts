import type { outputNames } from '../../src/views/outputs.ts'

/** What each output holds, for `action.yml` and the README. */
export const outputDescriptions: Readonly<Record<(typeof outputNames)[number], string>> = {
  outcome:
    'How it ended: `succeeded`, `unchanged`, `dry-run`, `started`, `awaiting-approval`, `skipped`, or one that fails the step: `rolled-back`, `failed`, `rollback-failed`, `superseded`, `timed-out`, `cancelled`. Of several projects and commands the worst.',
  changed: '`true` or `false`: whether anything differed before this run acted; empty when nothing was compared.',
  'task-definition-arn': 'What the service runs when the step ends (`register`: the new one).',
  'previous-task-definition-arn': 'What the service ran when the step began.',
  'failed-task-definition-arn': 'What failed.',
  'deployment-id': 'ARN of the service deployment, or the id `ecs-svc/…`.',
  'failure-category': 'Category of the root cause, as `image/not-found` (list: docs/diagnoses.md).',
  'failure-reason': 'The root cause in one sentence, fit for a chat message.',
  retryable: '`true` when the same run may succeed later (capacity, throttling, conflict).',
  'exit-code':
    '`run`: exit code of the watched container; of several the first that is not 0. Empty where none has ended.',
  'task-arn': '`run`: ARN of the task; with `--count` of the first.',
  'hook-id': 'The hook that pauses the deployment (not told yet).',
  'approval-expires-at': 'When the pause ends by itself (not told yet).',
  'document-file': 'Path of what the last printing command printed: diff, rendered documents, status.',
  'report-file': 'Path of the whole report as JSON, with timeline and evidence (schema: docs/report.schema.json).',
  'comment-url': 'The pull request comment that was written.',
  projects:
    'JSON list of `{config, cluster, service, outcome, changed, taskDefinitionArn, deploymentId}`, fit for a `matrix`. With several projects the single values above are empty.',
}

import type { FlagSpec } from './flags.ts'

/** The flags of `run` (specification 5.13). */
export const runFlags: readonly FlagSpec[] = [
  { name: 'dry-run', kind: 'boolean', help: 'write nothing, say what would be called' },
  { name: 'task-def', kind: 'text', help: 'task definition file instead of the one of the config' },
  { name: 'wait', kind: 'boolean', negatable: true, help: 'wait for the tasks and show their logs' },
  { name: 'wait-until', kind: 'text', choices: ['running', 'stopped'], help: 'what to wait for' },
  { name: 'overrides', kind: 'text', help: 'overrides as JSON; wins over the file' },
  { name: 'overrides-file', kind: 'text', help: 'file with overrides, rendered as definitions are' },
  { name: 'skip-task-definition', kind: 'boolean', help: 'run the revision of the service, register nothing' },
  { name: 'latest-task-definition', kind: 'boolean', help: 'run the newest revision, register nothing' },
  { name: 'revision', kind: 'number', help: 'run this revision, register nothing' },
  { name: 'count', kind: 'number', help: 'number of tasks, 1 to 10' },
  { name: 'watch-container', kind: 'list', help: 'containers whose logs are shown and whose exit codes count' },
  {
    name: 'propagate-tags',
    kind: 'text',
    choices: ['SERVICE', 'TASK_DEFINITION', 'NONE'],
    help: 'whose tags the tasks get',
  },
  { name: 'tags', kind: 'list', help: 'tags of the tasks, KEY=VALUE' },
  { name: 'client-token', kind: 'text', help: 'the same token twice starts the tasks once' },
  {
    name: 'ebs-delete-on-termination',
    kind: 'boolean',
    negatable: true,
    help: 'delete volumes that ECS makes for the tasks when they end',
  },
]

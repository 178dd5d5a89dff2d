/** A flag of the command line. */
export interface FlagSpec {
  readonly name: string
  readonly kind: 'boolean' | 'number' | 'text' | 'list' | 'duration'
  /** Also answers to `--no-name`. */
  readonly negatable?: true
  /** A list of KEY=VALUE, split at `;`. */
  readonly pairs?: true
  /** The values it may have. */
  readonly choices?: readonly string[]
  /** What the flag does, for `--help` and the README. */
  readonly help: string
  /** Read and checked; why it does nothing yet. */
  readonly pending?: string
  /** The variable of ecspresso that says the same. */
  readonly variable?: string
}

/** Flags that every command has (specification 1.1). */
export const globalFlags: readonly FlagSpec[] = [
  { name: 'config', kind: 'list', help: 'config file' },
  { name: 'envfile', kind: 'list', help: 'environment files' },
  {
    name: 'ext-str',
    kind: 'list',
    pairs: true,
    help: 'Jsonnet external string variables, KEY=VALUE',
  },
  { name: 'ext-code', kind: 'list', pairs: true, help: 'Jsonnet external code variables, KEY=VALUE' },
  { name: 'assume-role-arn', kind: 'text', help: 'role that the commands work under' },
  { name: 'timeout', kind: 'duration', help: 'overrides the timeout of the config' },
  { name: 'debug', kind: 'boolean', help: 'show requests and timings' },
  {
    name: 'color',
    kind: 'boolean',
    negatable: true,
    variable: 'ECSPRESSO_COLOR',
    help: 'coloured output of the command line',
  },
  {
    name: 'log-format',
    kind: 'text',
    choices: ['text', 'json'],
    help: 'log format',
    pending: 'the log is text; report-file is JSON',
  },
  { name: 'filter-command', kind: 'text', help: 'chooser for tasks', pending: 'nothing is chosen interactively' },
]

const dryRun: FlagSpec = { name: 'dry-run', kind: 'boolean', help: 'write nothing, say what would be called' }
const wait: FlagSpec = { name: 'wait', kind: 'boolean', negatable: true, help: 'wait for the end of the deployment' }
const waitUntil: FlagSpec = {
  name: 'wait-until',
  kind: 'text',
  choices: ['stable', 'deployed'],
  help: 'what to wait for',
}
const rollbackEvents: FlagSpec = {
  name: 'rollback-events',
  kind: 'text',
  help: 'CodeDeploy events that roll back',
  pending: 'CodeDeploy services are not supported yet',
}
const revision: FlagSpec = { name: 'revision', kind: 'number', help: 'revision of the task definition' }

const tasks: FlagSpec = { name: 'tasks', kind: 'number', help: 'desired count' }
const scalingFlags: readonly FlagSpec[] = [
  { name: 'suspend-auto-scaling', kind: 'boolean', help: 'suspend auto scaling' },
  { name: 'resume-auto-scaling', kind: 'boolean', help: 'resume auto scaling' },
  { name: 'auto-scaling-min', kind: 'number', help: 'minimum capacity' },
  { name: 'auto-scaling-max', kind: 'number', help: 'maximum capacity' },
]

/** The flags of `deploy` (specification 5.3.1). */
export const deployFlags: readonly FlagSpec[] = [
  dryRun,
  tasks,
  { name: 'skip-task-definition', kind: 'boolean', help: 'keep the task definition that runs' },
  { ...revision, help: 'deploy this revision, register nothing' },
  { name: 'latest-task-definition', kind: 'boolean', help: 'deploy the newest revision, register nothing' },
  { name: 'force-new-deployment', kind: 'boolean', help: 'replace the tasks even when nothing changed' },
  wait,
  waitUntil,
  ...scalingFlags,
  rollbackEvents,
  {
    name: 'update-service',
    kind: 'boolean',
    negatable: true,
    help: 'apply attributes and tags of the service definition',
  },
]

/** The flags of `refresh` (specification 5.5). */
export const refreshFlags: readonly FlagSpec[] = [dryRun, wait, waitUntil]

/** The flags of `scale` (specification 5.6). */
export const scaleFlags: readonly FlagSpec[] = [dryRun, tasks, wait, waitUntil, ...scalingFlags]

/** The flags of `rollback` (specification 5.7), and `--revision`, which ecspresso has not. */
export const rollbackFlags: readonly FlagSpec[] = [
  dryRun,
  { ...revision, help: 'go to this revision instead of the previous one' },
  { name: 'deregister-task-definition', kind: 'boolean', negatable: true, help: 'deregister what was rolled back' },
  wait,
  waitUntil,
  rollbackEvents,
]

/** The flags of `diff` (specification 5.11), and `--strict`, which ecspresso has not. */
export const diffFlags: readonly FlagSpec[] = [
  { name: 'unified', kind: 'boolean', negatable: true, help: 'unified format' },
  { name: 'with-service', kind: 'boolean', help: 'compare the service too' },
  { name: 'without-service', kind: 'boolean', help: 'compare the task definition only' },
  { name: 'external', kind: 'text', variable: 'ECSPRESSO_DIFF_COMMAND', help: 'program that shows what differs' },
  { name: 'jsonnet', kind: 'boolean', help: 'compare as Jsonnet' },
  { name: 'strict', kind: 'boolean', help: 'fail when something differs' },
]

/** The flags of `verify` (specification 5.12); `--offline` and `--put-logs` are ours. */
export const verifyFlags: readonly FlagSpec[] = [
  { name: 'get-secrets', kind: 'boolean', negatable: true, help: 'read the secrets' },
  { name: 'put-logs', kind: 'boolean', negatable: true, help: 'write a log event', pending: 'no log event is written' },
  { name: 'cache', kind: 'boolean', negatable: true, help: 'ask once for what is named twice', pending: 'always on' },
  { name: 'offline', kind: 'boolean', help: 'only what needs no AWS' },
]

/** The flags of `register` (specification 5.14). */
export const registerFlags: readonly FlagSpec[] = [
  dryRun,
  { name: 'output', kind: 'boolean', help: 'print the registered task definition' },
]

/** The flags of `status` (specification 5.9). */
export const statusFlags: readonly FlagSpec[] = [{ name: 'events', kind: 'number', help: 'how many events to show' }]

/** The flags of `wait` (specification 5.8). */
export const waitFlags: readonly FlagSpec[] = [
  { ...waitUntil, name: 'wait-until' },
  { ...waitUntil, name: 'until' },
]

/** The flags of `render` (specification 5.17). */
export const renderFlags: readonly FlagSpec[] = [{ name: 'jsonnet', kind: 'boolean', help: 'format as Jsonnet' }]

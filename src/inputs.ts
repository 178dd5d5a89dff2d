import { UserError } from './errors.ts'
import type { Environment } from './model/project.ts'

/** An input of the action. */
export interface InputSpec {
  readonly name: string
  /** What holds where neither input, flag, variable nor config says; empty: nothing. */
  readonly default: string
  /** The variable of ecspresso that says the same. */
  readonly variable?: string
  /** Allowed values. */
  readonly choices?: readonly string[]
  /** For `action.yml` and the README. */
  readonly description: string
}

/** Every input (interface, "Inputs"). `action.yml` and the README are generated from this table. */
export const inputs = [
  {
    name: 'command',
    default: 'deploy',
    description:
      'An ecspresso command line: `deploy --tasks 4`, `diff`, `rollback`. Several lines run one after the other. On a pull request it must be said.',
  },
  {
    name: 'config',
    default: 'ecspresso.yml',
    variable: 'ECSPRESSO_CONFIG',
    description: 'Config files: one path or glob a line, `!` excludes. Several make one run with one report.',
  },
  {
    name: 'timeout',
    default: '',
    variable: 'ECSPRESSO_TIMEOUT',
    description:
      'How long one command may take on one project, as `10m` or `1h30m`; overrides the config. A rollback gets the same again.',
  },
  {
    name: 'dry-run',
    default: 'false',
    description: 'Read everything, write nothing, say exactly what would be called.',
  },
  { name: 'envfile', default: '', variable: 'ECSPRESSO_ENVFILE', description: 'Environment files, one a line.' },
  {
    name: 'ext-str',
    default: '',
    variable: 'ECSPRESSO_EXT_STR',
    description: 'Jsonnet external variables, one `KEY=VALUE` a line.',
  },
  {
    name: 'ext-code',
    default: '',
    variable: 'ECSPRESSO_EXT_CODE',
    description: 'Jsonnet external variables as code, one `KEY=VALUE` a line.',
  },
  {
    name: 'assume-role-arn',
    default: '',
    variable: 'ECSPRESSO_ASSUME_ROLE_ARN',
    description: 'A role that the commands work under.',
  },
  {
    name: 'rollback',
    default: 'auto',
    choices: ['auto', 'always', 'never'],
    description:
      'After a failed deploy: `auto` goes back when the deployment failed, or timed out without being on its way; `always` also on every time-out; `never`.',
  },
  {
    name: 'on-cancel',
    default: 'leave',
    choices: ['leave', 'rollback'],
    description: 'When the workflow is cancelled: `leave` the deployment running, or `rollback`.',
  },
  {
    name: 'unchanged',
    default: 'deploy',
    choices: ['deploy', 'skip'],
    description: 'When nothing differs: `deploy` anyway, or `skip` (no revision, no update).',
  },
  {
    name: 'comment',
    default: 'auto',
    choices: ['auto', 'always', 'never'],
    description:
      'The pull request comment: `auto` on a pull request, `always` also on the merged one of a push, `never`.',
  },
  {
    name: 'comment-key',
    default: '',
    description: 'Extra identity of the comment when one project is compared twice in a pull request.',
  },
  {
    name: 'mask',
    default: 'secrets',
    choices: ['secrets', 'all', 'none'],
    description:
      'Environment values in texts: `secrets` hides what is or looks secret, `all` hides every value, `none` shows them.',
  },
  { name: 'fail-on-changes', default: 'false', description: '`diff` fails when something differs (drift check).' },
  { name: 'poll-interval', default: '5s', description: 'Time between two looks at a deployment.' },
  { name: 'max-parallel', default: '10', description: 'Projects at work at once.' },
  {
    name: 'log-level',
    default: 'info',
    choices: ['info', 'debug'],
    variable: 'ECSPRESSO_DEBUG',
    description: '`debug` shows requests and timings.',
  },
  { name: 'github-token', default: '', description: 'For the comment only.' },
  { name: 'working-directory', default: '.', description: 'Where paths start.' },
] as const satisfies readonly InputSpec[]

/** An input's name. */
export type InputName = (typeof inputs)[number]['name']

/** Inputs of other actions, and how the same is said here. */
const foreignInputs: Readonly<Record<string, string>> = {
  args: 'write the same words into `command`',
  'task-definition': 'name the file under `task_definition` in ecspresso.yml',
  service: 'name it under `service` in ecspresso.yml',
  cluster: 'name it under `cluster` in ecspresso.yml',
  'wait-for-service-stability': 'deploy waits by itself; `command: deploy --no-wait` does not',
  'wait-for-minutes': 'use `timeout: 30m`',
  'wait-max-delay-seconds': 'use `poll-interval: 5s`',
  'force-new-deployment': 'use `command: deploy --force-new-deployment`',
  'desired-count': 'use `command: deploy --tasks N`',
  'codedeploy-appspec': 'name the hooks under `appspec` in ecspresso.yml',
  'run-task': 'use `command: run`',
}

/** Inputs that chose a binary: harmless, and needless here. */
export const needlessInputs = ['version', 'version-file']

/**
 * An input as it was written, trimmed; empty where it was not given. The runner's own `getInput` reads the same
 * variables, but its module takes longer to load than everything before the first AWS request.
 */
export function readInput(environment: Environment, name: string): string {
  return environment[`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`]?.trim() ?? ''
}

/** The input, else its variable of ecspresso (empty counts as unset), else its default. */
export function readValue(environment: Environment, name: InputName): string {
  const spec: InputSpec | undefined = inputs.find((one) => one.name === name)
  const fromVariable = spec?.variable === undefined ? '' : (environment[spec.variable]?.trim() ?? '')
  return readInput(environment, name) || fromVariable || (spec?.default ?? '')
}

/** @throws UserError for an input that another action has, with the form that holds here */
export function refuseForeign(environment: Environment): void {
  for (const [name, instead] of Object.entries(foreignInputs)) {
    if (readInput(environment, name) === '') continue
    throw new UserError(`the input ${name} belongs to another action`, { hint: instead, category: 'config/client' })
  }
}

/** What was written, and what may stand there. */
interface WrongValue {
  readonly value: string
  readonly hint: string
}

/** @throws UserError naming the input, or the variable where that was read, its value and what may stand there */
export function refuseValue(environment: Environment, name: InputName, { value, hint }: WrongValue): never {
  const spec: InputSpec | undefined = inputs.find((one) => one.name === name)
  const fromVariable = readInput(environment, name) === '' && spec?.variable !== undefined
  const source = fromVariable ? `the variable ${spec.variable}` : `the input ${name}`
  throw new UserError(`${source} is "${value}"`, { hint, category: 'config/client' })
}

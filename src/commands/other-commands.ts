import { argumentError } from './argument-error.ts'

/** Commands that ecspresso has or had and this action has not: why, and what to use. */
const others: ReadonlyMap<string, readonly [why: string, instead: string]> = new Map([
  [
    'exec',
    [
      'exec needs a terminal, and a workflow has none',
      'on your machine: `aws ecs execute-command --interactive --cluster CLUSTER --task TASK --command sh`; in a workflow `run` runs a command in a task of its own',
    ],
  ],
  [
    'portforward',
    [
      'portforward forwards to your machine, and a workflow has none',
      'on your machine: `aws ssm start-session --document-name AWS-StartPortForwardingSession`',
    ],
  ],
  ['create', ['create was a command of ecspresso v1', 'use `deploy`: it creates a service that does not exist']],
  [
    'continue',
    [
      'continue is not a command of this action',
      'a paused deployment goes on with `aws ecs continue-service-deployment`, or in the ECS console',
    ],
  ],
  ['docs', ['docs shows the documentation of ecspresso itself', 'use `help`, or read the README of this action']],
  ['skills', ['skills belongs to ecspresso itself', 'use `help`, or read the README of this action']],
])

/** @throws UserError where the name is that of a command which ecspresso has and this action has not */
export function refuseOtherCommand(name: string): void {
  const found = others.get(name)
  if (found !== undefined) throw argumentError(...found)
}

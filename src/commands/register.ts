import { shortName } from '../model/ecs.ts'
import type { CommandResult } from '../model/report.ts'
import { formatDocument } from '../plan/canonical.ts'
import { toTimedJsonObject } from '../plan/plain-json.ts'
import { showTaskDefinition } from '../plan/scalars.ts'
import { registrationInput } from '../plan/service-plan.ts'
import { booleanFlag, type Command, type Context, isDryRun } from './context.ts'
import { registerFlags } from './flags.ts'
import { registerDefinition } from './task-definition-choice.ts'

/** `register`: registers the task definition and touches no service. */
export const register: Command = {
  name: 'register',
  summary: 'register the task definition, touching no service',
  flags: registerFlags,
  run: runRegister,
}

async function runRegister(context: Context): Promise<CommandResult> {
  const definition = await context.project.taskDefinition()
  const { taskDefinition: arn, tell } = await registerDefinition(context, definition)
  tell()
  if (isDryRun(context)) {
    const input = registrationInput(definition.document, context.project.config.ignoreTags)
    const text = formatDocument(context.hide(showTaskDefinition(input)))
    const document = { title: 'task definition', language: 'json', text } as const
    context.emit({ kind: 'printed', document })
    return { outcome: 'dry-run', sentence: 'DRY RUN OK: nothing was registered', document }
  }
  const result: CommandResult = { outcome: 'succeeded', sentence: `registered ${shortName(arn)}`, running: arn }
  if (!booleanFlag(context, 'output')) return result
  const registered = await context.aws.ecs.describeTaskDefinition(arn)
  if (registered === undefined) return result
  const text = formatDocument(context.hide(showTaskDefinition(toTimedJsonObject(registered.definition))))
  const document = { title: shortName(arn), language: 'json', text } as const
  context.emit({ kind: 'printed', document })
  return { ...result, document }
}

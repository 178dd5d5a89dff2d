import { UserError } from '../errors.ts'
import { parseTaskDefinitionName, type Service, shortName } from '../model/ecs.ts'
import { type JsonObject, objectsAt } from '../model/json.ts'
import type { CommandResult } from '../model/report.ts'
import { createAppSpec } from '../plan/appspec.ts'
import { toJsonObject } from '../plan/plain-json.ts'
import { argumentError } from './argument-error.ts'
import { booleanFlag, type Command, type Context } from './context.ts'
import { configText } from './document-text.ts'
import type { FlagSpec } from './flags.ts'
import { readServiceDefinition, requireLiveService } from './snapshot.ts'

/** The flags of `appspec` (specification 5.16). */
const flags: readonly FlagSpec[] = [
  { name: 'task-definition', kind: 'text', help: 'latest, current or an ARN' },
  { name: 'update-service', kind: 'boolean', negatable: true, help: 'take the rest from the service definition' },
]

/** `appspec`: prints the AppSpec for a deployment by CodeDeploy. */
export const appspec: Command = {
  name: 'appspec',
  summary: 'print the AppSpec for CodeDeploy',
  flags,
  run: runAppspec,
}

/** The hooks that CodeDeploy knows for ECS. */
const hookNames: ReadonlySet<string> = new Set([
  'BeforeInstall',
  'AfterInstall',
  'AfterAllowTestTraffic',
  'BeforeAllowTraffic',
  'AfterAllowTraffic',
])

async function runAppspec(context: Context): Promise<CommandResult> {
  const written = context.flags['task-definition']
  const choice = typeof written === 'string' && written !== '' ? written : 'latest'
  if (choice !== 'latest' && choice !== 'current' && !/^arn:aws[\w-]*:ecs:/.test(choice)) {
    throw argumentError(
      `--task-definition: "${choice}" is not the ARN of a task definition`,
      'write latest, current or the ARN',
    )
  }
  const service = await requireLiveService(context)
  const [taskDefinition, local] = await Promise.all([
    chooseArn(context, choice, service),
    booleanFlag(context, 'update-service', true) ? readServiceDefinition(context.project) : undefined,
  ])
  const hooks = readHooks(context)
  const appSpec = createAppSpec({ service: local?.document ?? toJsonObject(service), taskDefinition, hooks })
  const document = { title: 'appspec', language: 'yaml', text: await configText(appSpec, 'yaml') } as const
  context.emit({ kind: 'printed', document })
  return { outcome: 'succeeded', sentence: `the AppSpec for ${shortName(taskDefinition)}`, document }
}

async function chooseArn({ aws }: Context, choice: string, { taskDefinition = '' }: Service): Promise<string> {
  if (choice === 'current') return taskDefinition
  if (choice !== 'latest') return choice
  const { family } = parseTaskDefinitionName(taskDefinition)
  const [newest] = await aws.ecs.listTaskDefinitions(family, 1)
  if (newest !== undefined) return newest
  throw new UserError(`no task definitions family ${family} are found`, {
    hint: 'register one first: `register`',
    category: 'config/reference',
  })
}

/** The hooks of the config; names that CodeDeploy does not know are warned of and left out (specification 2.6). */
function readHooks({ project, emit }: Context): readonly JsonObject[] {
  const { document, locate } = project.config
  const location = locate('appspec')
  return objectsAt(document, ['appspec', 'Hooks']).flatMap((hook) =>
    Object.entries(hook).flatMap(([name, value]) => {
      if (hookNames.has(name)) return [{ [name]: value }]
      const text = `json: unknown field "${name}": CodeDeploy's hooks are ${[...hookNames].join(', ')}`
      emit({ kind: 'note', level: 'warning', text, ...(location && { location }) })
      return []
    }),
  )
}

import { AwsError, StepError, UserError } from '../errors.ts'
import { parseTaskDefinitionName, type Service, shortName } from '../model/ecs.ts'
import type { CommandResult } from '../model/report.ts'
import { booleanFlag, type Command, type Context, isDryRun, requireService } from './context.ts'
import type { FlagSpec } from './flags.ts'
import { requireLiveService } from './snapshot.ts'
import { describeAutoScaling } from './status-scaling.ts'
import { describeStatus } from './status-text.ts'

/** The flags of `delete` (specification 5.10). */
const flags: readonly FlagSpec[] = [
  { name: 'dry-run', kind: 'boolean', help: 'write nothing, say what would be called' },
  { name: 'force', kind: 'boolean', help: 'yes: nobody is asked' },
  { name: 'terminate', kind: 'boolean', help: 'also while tasks are wanted: they are stopped' },
]

/** `delete`: deletes the service, and nothing beside it. */
export const deleteService: Command = {
  name: 'delete',
  summary: 'delete the service',
  flags,
  run: runDelete,
}

/** Events that are shown before (specification 5.10). */
const shownEvents = 3

async function runDelete(context: Context): Promise<CommandResult> {
  const service = await requireLiveService(context)
  const sections = await describeAutoScaling(context)
  const text = describeStatus(service, { sections, events: shownEvents })
  const document = { title: 'status', language: 'text', text } as const
  context.emit({ kind: 'printed', document })
  const running = service.taskDefinition
  const facts = { document, ...(running !== undefined && { running, previous: running }) }
  context.know(facts)
  if (service.status === 'DRAINING') {
    return { ...facts, outcome: 'unchanged', sentence: `${nameOf(context)} is being deleted already (DRAINING)` }
  }
  if (isDryRun(context)) return sayWhatWouldHappen(context, service)
  if (!booleanFlag(context, 'force')) {
    throw new UserError(`confirmation failed: ${nameOf(context)} would be deleted, and nobody can be asked`, {
      hint: 'add --force to say yes; --dry-run shows what would be called',
      category: 'config/client',
    })
  }
  return carryOut(context, service)
}

function sayWhatWouldHappen(context: Context, service: Service): CommandResult {
  const force = booleanFlag(context, 'terminate')
  const input = { ...requireService(context.project), force }
  const call = { kind: 'call', operation: 'DeleteService', dryRun: true } as const
  context.emit({ ...call, summary: `delete the service`, input })
  if (!force && (service.desiredCount ?? 0) > 0) {
    const text = `AWS would refuse: ${service.desiredCount} tasks are wanted; ${wayOut(service)}`
    context.emit({ kind: 'note', level: 'warning', text })
  }
  return { outcome: 'dry-run', sentence: `DRY RUN OK: would delete ${nameOf(context)}` }
}

async function carryOut(context: Context, service: Service): Promise<CommandResult> {
  const leftovers = await listLeftovers(context, service)
  try {
    await context.aws.ecs.deleteService(requireService(context.project), booleanFlag(context, 'terminate'))
  } catch (error) {
    throw explainRefusal(error, service)
  }
  const summary = `deleted ${nameOf(context)}`
  context.emit({ kind: 'call', operation: 'DeleteService', summary, dryRun: false })
  const tasks = service.runningCount ?? 0
  const sentence =
    tasks > 0 ? `${summary}; AWS stops its ${tasks === 1 ? 'task' : `${tasks} tasks`} now (DRAINING)` : summary
  return { outcome: 'succeeded', sentence, leftovers }
}

function explainRefusal(error: unknown, service: Service): Error {
  const step = new StepError('failed to delete service', error)
  if (!(error instanceof AwsError) || !/scaled above 0/i.test(error.message)) return step
  return new UserError(`failed to delete service: ${error.message}`, {
    hint: wayOut(service),
    category: 'conflict/resource-in-use',
  })
}

function wayOut({ schedulingStrategy }: Service): string {
  const stop = 'add --terminate to stop its tasks with it'
  return schedulingStrategy === 'DAEMON' ? stop : `scale it to 0 first with \`scale --tasks 0\`, or ${stop}`
}

/** What AWS keeps when the service is gone: what costs nothing, and what may cost or surprise later. */
async function listLeftovers({ aws, project }: Context, service: Service): Promise<readonly string[]> {
  const name = requireService(project)
  const definition = service.taskDefinition ?? ''
  const [scaled, registered] = await Promise.all([
    aws.scaling.readTarget(name).catch(() => undefined),
    definition === '' ? undefined : aws.ecs.describeTaskDefinition(definition).catch(() => undefined),
  ])
  const { family } = parseTaskDefinitionName(definition)
  const groups = (registered?.definition.containerDefinitions ?? []).flatMap(
    (one) => one.logConfiguration?.options?.['awslogs-group'] ?? [],
  )
  return [
    ...(family === ''
      ? []
      : [`the task definitions of ${family}: \`aws ecs list-task-definitions --family-prefix ${family}\``]),
    ...(scaled !== undefined
      ? [`the scalable target service/${shortName(name.cluster)}/${name.service} and its policies`]
      : []),
    ...[...new Set(groups)].map((group) => `the log group ${group}`),
    ...(service.loadBalancers ?? []).flatMap(({ targetGroupArn }) =>
      targetGroupArn === undefined ? [] : [`the target group ${targetGroupArn.split('/')[1] ?? targetGroupArn}`],
    ),
  ]
}

function nameOf({ project }: Context): string {
  const { cluster, service } = requireService(project)
  return `${shortName(cluster)}/${service}`
}

import { hasChanges, type ProjectComparison } from '../model/comparison.ts'
import type { Definition } from '../model/definition.ts'
import type { Service } from '../model/ecs.ts'
import type { RegisteredTaskDefinition } from '../model/ports.ts'
import type { CommandResult } from '../model/report.ts'
import { compareProject } from '../plan/comparison.ts'
import { booleanFlag, type Command, type Context } from './context.ts'
import { findDiffProgram, showWithProgram } from './external-diff.ts'
import { diffFlags } from './flags.ts'
import { readLiveTaskDefinition, readService, readServiceDefinition } from './snapshot.ts'

/** `diff`: what a deploy would change; reads only. */
export const diff: Command = {
  name: 'diff',
  summary: 'show what a deploy would change',
  flags: diffFlags,
  run: runDiff,
}

async function runDiff(context: Context): Promise<CommandResult> {
  const { project, aws, emit } = context
  const withService = !booleanFlag(context, 'without-service') && booleanFlag(context, 'with-service', true)
  const reading = withService ? readService(aws.ecs, project) : Promise.resolve(undefined)
  const [service, serviceDefinition, taskDefinition] = await Promise.all([
    reading,
    withService ? readServiceDefinition(project) : undefined,
    readTaskDefinitionFile(context),
  ])
  const live = taskDefinition && (await readLiveTaskDefinition(aws.ecs, service, taskDefinition))
  const program = await findDiffProgram(context)
  const style = styleOf(context, program.length > 0)
  const comparison = { ...compareSides(context, { service, serviceDefinition, taskDefinition, live }), ...style }
  emit({ kind: 'compared', comparison })
  context.know({ changed: hasChanges(comparison) })
  const document = program.length === 0 ? undefined : await showWithProgram(context, program, comparison)
  return { ...concludeDiff(context, { comparison, service }), ...(document && { document }) }
}

/** How the flags want it shown; nothing where that is the usual way. */
function styleOf(context: Context, byProgram: boolean): Pick<ProjectComparison, 'style'> {
  const language = booleanFlag(context, 'jsonnet') ? 'jsonnet' : 'json'
  const lines = byProgram ? 'none' : booleanFlag(context, 'unified', true) ? 'changed' : 'all'
  return language === 'json' && lines === 'changed' ? {} : { style: { language, lines } }
}

/** The definitions and what they are held against. */
export interface Sides {
  readonly service: Service | undefined
  readonly serviceDefinition: Definition | undefined
  readonly taskDefinition: Definition | undefined
  readonly live: RegisteredTaskDefinition | undefined
}

/** The comparison of a project; the parts it does not have are left out. */
export function compareSides({ project }: Context, sides: Sides): ProjectComparison {
  const { service, serviceDefinition, taskDefinition, live } = sides
  return compareProject({
    ignoreTags: project.config.ignoreTags,
    ...(serviceDefinition === undefined ? {} : { service: { local: serviceDefinition, remote: service } }),
    ...(taskDefinition === undefined ? {} : { taskDefinition: { local: taskDefinition, remote: live } }),
  })
}

async function readTaskDefinitionFile({ project }: Context): Promise<Definition | undefined> {
  return project.config.taskDefinition === undefined ? undefined : project.taskDefinition()
}

function concludeDiff(
  context: Context,
  { comparison, service }: { comparison: ProjectComparison; service: Service | undefined },
): CommandResult {
  const changed = hasChanges(comparison)
  const count = (comparison.service?.changes.length ?? 0) + (comparison.taskDefinition?.changes.length ?? 0)
  const fails = changed && (context.options.failOnChanges || booleanFlag(context, 'strict'))
  const isNew = service === undefined && comparison.service !== undefined
  const sentence = describeDiff(changed, isNew, count)
  const running = service?.taskDefinition
  return {
    outcome: fails ? 'failed' : 'succeeded',
    sentence: fails ? `${sentence}, and differences are not allowed (fail-on-changes)` : sentence,
    changed,
    comparison,
    ...(running === undefined ? {} : { running, previous: running }),
  }
}

function describeDiff(changed: boolean, isNew: boolean, count: number): string {
  if (isNew) return 'a deploy would create the service'
  if (!changed) return 'nothing differs: the service runs what the files say'
  return count === 1
    ? '1 difference between the files and what runs'
    : `${count} differences between the files and what runs`
}

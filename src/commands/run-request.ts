import { nearestName } from '../config/nearest-name.ts'
import type { UserError } from '../errors.ts'
import type { Definition } from '../model/definition.ts'
import type { Service, Tag } from '../model/ecs.ts'
import { type JsonObject, objectsAt, textAt } from '../model/json.ts'
import { definitionDocument, serviceDocument } from '../plan/service-document.ts'
import { mergeTags, type TaskRunRequest } from '../plan/task-run.ts'
import { argumentError } from './argument-error.ts'
import { booleanFlag, type Context, numberFlag } from './context.ts'
import { readTags } from './run-tags.ts'
import { readService, requireLiveService } from './snapshot.ts'
import { chooseTaskDefinition, readChosen, type TaskDefinitionChoice } from './task-definition-choice.ts'

/** Everything that a run is made of, read and checked before anything is written. */
export interface RunRequest {
  readonly choice: TaskDefinitionChoice
  /** The task definition that was chosen. */
  readonly definition: Definition
  /** Names of the containers whose exit codes count. */
  readonly watched: readonly string[]
  readonly essential: readonly string[]
  readonly until: 'running' | 'stopped'
  /** The RunTask but for its task definition. */
  readonly task: Omit<TaskRunRequest, 'taskDefinition'>
  /** Whether network and capacity come from anywhere. */
  readonly hasService: boolean
}

/** RunTask starts at most so many (API_RunTask). */
const mostTasks = 10

/** Reads flags, files and the live service. @throws UserError for what does not fit together */
export async function readRequest(context: Context): Promise<RunRequest> {
  const own = readTags(listFlag(context, 'tags'))
  const count = readCount(context)
  const [overrides, service, choosing] = await Promise.all([
    readOverrides(context),
    readAttributes(context),
    chooseOwn(context),
  ])
  const { choice, definition } = choosing
  const containers = objectsAt(definition.document, ['containerDefinitions'])
  const essential = containers.filter((one) => one['essential'] !== false).map((one) => textAt(one, ['name']) ?? '')
  return {
    choice,
    definition,
    watched: chooseWatched(context, containers, essential),
    essential,
    until: context.flags['wait-until'] === 'running' ? 'running' : 'stopped',
    hasService: service !== undefined,
    task: {
      cluster: context.project.config.cluster,
      service: service ?? {},
      overrides: overrides?.document,
      count,
      tags: mergeTags(await readServiceTags(context), own),
      propagateTags: context.flags['propagate-tags'] === 'TASK_DEFINITION',
      deleteVolumes: booleanFlag(context, 'ebs-delete-on-termination', true),
      clientToken: textFlag(context, 'client-token'),
    },
  }
}

function readCount(context: Context): number {
  const count = numberFlag(context, 'count') ?? 1
  if (count >= 1 && count <= mostTasks) return count
  throw argumentError(
    `--count: ${count} tasks cannot be started at once`,
    `RunTask takes a count from 1 to ${mostTasks}`,
  )
}

/** The text on the command line wins over the file (specification 5.13). */
async function readOverrides(context: Context): Promise<Definition | undefined> {
  const { project } = context
  const text = textFlag(context, 'overrides')
  const path = textFlag(context, 'overrides-file')
  if (text !== undefined) return project.overrides({ kind: 'text', text })
  return path === undefined ? undefined : project.overrides({ kind: 'file', path })
}

/** Where and how tasks of this project run: as the service definition says, else as the live service. */
async function readAttributes(context: Context): Promise<JsonObject | undefined> {
  const { config } = context.project
  if (config.serviceDefinition !== undefined) {
    return definitionDocument((await context.project.serviceDefinition()).document)
  }
  return config.service === undefined ? undefined : serviceDocument(await requireLiveService(context))
}

interface Choosing {
  readonly choice: TaskDefinitionChoice
  readonly definition: Definition
}

/** By the flags, as `deploy` chooses; the family of `--task-def` is meant where it is given. */
async function chooseOwn(context: Context): Promise<Choosing> {
  const file = textFlag(context, 'task-def')
  const isSkipped = booleanFlag(context, 'skip-task-definition')
  const choosing =
    file === undefined
      ? context
      : { ...context, project: { ...context.project, taskDefinition: () => context.project.taskDefinitionAt(file) } }
  const needsService = isSkipped || (file === undefined && namesRevision(context))
  const service = needsService ? await readService(context.aws.ecs, context.project) : undefined
  const chosen = await chooseTaskDefinition(choosing, service)
  const choice = chosen.kind === 'keep' ? ({ kind: 'existing', name: chosen.name } as const) : chosen
  const definition = await readChosen(choosing, choice)
  if (definition === undefined) throw new Error('a task definition that is not kept can be read')
  return { choice, definition }
}

function namesRevision(context: Context): boolean {
  return booleanFlag(context, 'latest-task-definition') || (numberFlag(context, 'revision') ?? 0) > 0
}

/** The containers that are named, else the first essential one. @throws UserError for a name that is not there */
function chooseWatched(
  context: Context,
  containers: readonly JsonObject[],
  essential: readonly string[],
): readonly string[] {
  const names = containers.map((one) => textAt(one, ['name']) ?? '')
  const wanted = [...new Set(listFlag(context, 'watch-container'))]
  const unknown = wanted.find((name) => !names.includes(name))
  if (unknown !== undefined) throw unknownContainer(unknown, names)
  if (wanted.length > 0) return wanted
  const [first] = essential.length > 0 ? essential : names
  return first === undefined ? [] : [first]
}

function unknownContainer(name: string, names: readonly string[]): UserError {
  const nearest = nearestName(name, names)
  const hint = nearest === undefined ? `the containers are ${names.join(', ')}` : `did you mean ${nearest}?`
  return argumentError(`--watch-container: the task definition has no container ${name}`, hint)
}

/** `--propagate-tags SERVICE`: RunTask refuses the word, so that the tags of the live service are sent as own ones. */
async function readServiceTags(context: Context): Promise<readonly Tag[]> {
  if (context.flags['propagate-tags'] !== 'SERVICE') return []
  const service: Service = await requireLiveService(context)
  return context.aws.taskRuns.listTags(service.serviceArn ?? '')
}

function textFlag({ flags }: Context, name: string): string | undefined {
  const value = flags[name]
  return typeof value === 'string' && value !== '' ? value : undefined
}

function listFlag({ flags }: Context, name: string): readonly string[] {
  const value = flags[name]
  return Array.isArray(value) ? value : []
}

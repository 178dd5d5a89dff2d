import { ApiError, type Fields, type Operations } from '../call.ts'
import { chooseFate } from './fates.ts'
import {
  choiceOf,
  clientError,
  fieldsListOf,
  fieldsOf,
  invalid,
  numberOf,
  requiredText,
  textOf,
  textsOf,
} from './input.ts'
import type { Cluster, Task, TaskDefinition } from './model.ts'
import { page } from './paging.ts'
import { place } from './placement.ts'
import { checkService } from './service-checks.ts'
import { revisionSettingsIn } from './service-settings.ts'
import { readTags, tagsFor } from './tags.ts'
import { describeTask } from './task-answers.ts'
import { launch, stop } from './task-life.ts'
import { shownCapacity } from './task-order.ts'
import { arnOf, findCluster, findService, findTaskDefinition, nameIn, type World } from './world.ts'

/** A task of RunTask that no fate matches ends well after so many seconds. */
const ONE_OFF = { kind: 'exit', code: 0, after: 5 } as const

/** The operations on tasks. */
export function taskOperations(world: World): Operations {
  return {
    RunTask: (input) => runTask(world, input),
    StopTask: (input) => {
      const task = findTask(world, findCluster(world, textOf(input, 'cluster')), requiredText(input, 'task'))
      if (task === undefined) throw invalid('The referenced task was not found.')
      stop(world, task, { code: 'UserInitiated', reason: textOf(input, 'reason') ?? 'Task stopped by user' })
      task.order.report(task, 'interrupted')
      return { task: describeTask(task) }
    },
    DescribeTasks: (input) => describeTasks(world, input),
    ListTasks: (input) => listTasks(world, input),
  }
}

/** By id or ARN. ECS looks in the named cluster only. */
function findTask(world: World, cluster: Cluster, reference: string): Task | undefined {
  return world.tasks.get(arnOf(world, `task/${cluster.name}/${nameIn(reference)}`))
}

function describeTasks(world: World, input: Fields): Fields {
  const cluster = findCluster(world, textOf(input, 'cluster'))
  const references = textsOf(input, 'tasks')
  if (references.length === 0) throw invalid('Tasks cannot be empty.')
  if (references.length > 100) throw invalid('Tasks cannot be greater than 100.')
  const found = references.map((reference) => ({ reference, task: findTask(world, cluster, reference) }))
  return {
    tasks: found.flatMap(({ task }) =>
      task === undefined ? [] : [{ ...describeTask(task), ...tagsFor(world, input, task.arn) }],
    ),
    failures: found
      .filter(({ task }) => task === undefined)
      .map(({ reference }) => ({ arn: arnOf(world, `task/${cluster.name}/${nameIn(reference)}`), reason: 'MISSING' })),
  }
}

/** `startedBy` must stand alone; a stopped task is listed for an hour. */
function listTasks(world: World, input: Fields): Fields {
  const cluster = findCluster(world, textOf(input, 'cluster'))
  const startedBy = textOf(input, 'startedBy')
  const others = ['family', 'serviceName', 'containerInstance', 'launchType', 'desiredStatus']
  if (startedBy !== undefined && others.some((key) => input[key] !== undefined))
    throw invalid('The startedBy filter must be the only filter that is specified.')
  const service = textOf(input, 'serviceName')
  const group = service === undefined ? undefined : `service:${findService(world, cluster, service).name}`
  const family = textOf(input, 'family')
  const launchType = textOf(input, 'launchType')
  const instance = textOf(input, 'containerInstance')
  const status = choiceOf(input, 'desiredStatus', ['RUNNING', 'PENDING', 'STOPPED']) ?? 'RUNNING'
  const tasks = [...world.tasks.values()].filter(
    ({ order, desiredStatus }) =>
      order.cluster === cluster &&
      desiredStatus === status &&
      (startedBy === undefined || order.startedBy === startedBy) &&
      (group === undefined || order.group === group) &&
      (family === undefined || order.taskDefinition.family === family) &&
      (launchType === undefined || order.launchType === launchType) &&
      (instance === undefined || order.instance?.id === nameIn(instance)),
  )
  const { items, more } = page(input, tasks, { usual: 100, most: 100 })
  return { taskArns: items.map(({ arn }) => arn), ...more }
}

function runTask(world: World, input: Fields): Fields {
  const cluster = findCluster(world, textOf(input, 'cluster'))
  if (cluster.status !== 'ACTIVE')
    throw new ApiError('ClusterNotFoundException', 'The referenced cluster was inactive.')
  const taskDefinition = findTaskDefinition(world, requiredText(input, 'taskDefinition'))
  const count = numberOf(input, 'count') ?? 1
  if (count < 1 || count > 10) throw invalid('Count must be between 1 and 10.')
  const settings = revisionSettingsIn(input)
  checkService(world, { cluster, taskDefinition, settings })
  checkOverrides(taskDefinition, input)
  const token = textOf(input, 'clientToken')
  const known = token === undefined ? undefined : world.runs.get(token)
  if (known !== undefined) return repeat(world, known, input)
  const tags = tagsOfRun(world, taskDefinition, input)
  const tasks: Task[] = []
  const failures: Fields[] = []
  for (let index = 0; index < count; index++) {
    const started = startOne(world, { cluster, taskDefinition, settings, input, tags })
    if ('reason' in started) failures.push(started)
    else tasks.push(started)
  }
  if (token !== undefined) world.runs.set(token, { input: JSON.stringify(input), tasks })
  return { tasks: tasks.map((task) => ({ ...describeTask(task), tags })), failures }
}

/** Its own, and on demand those of the task definition; those of a service are not to be had. */
function tagsOfRun(world: World, { arn }: TaskDefinition, input: Fields): Fields[] {
  const propagate = choiceOf(input, 'propagateTags', ['TASK_DEFINITION', 'SERVICE', 'NONE'])
  if (propagate === 'SERVICE') throw invalid('Invalid value for propagateTags: SERVICE is not supported for RunTask.')
  const own = readTags(input)
  const inherited = propagate === 'TASK_DEFINITION' ? (world.tags.get(arn) ?? []) : []
  return [...inherited.filter((tag) => !own.some(({ key }) => key === tag['key'])), ...own]
}

/** The same token and the same words are answered with the tasks that were started then. */
function repeat(world: World, { input: before, tasks }: { input: string; tasks: readonly Task[] }, input: Fields) {
  if (before !== JSON.stringify(input))
    throw new ApiError('ConflictException', 'The RunTask request could not be processed due to conflicts.')
  return { tasks: tasks.map((task) => ({ ...describeTask(task), tags: world.tags.get(task.arn) ?? [] })), failures: [] }
}

function checkOverrides(taskDefinition: TaskDefinition, input: Fields): void {
  for (const override of fieldsListOf(fieldsOf(input, 'overrides'), 'containerOverrides')) {
    const name = textOf(override, 'name')
    if (!taskDefinition.containers.some((container) => container.name === name))
      throw invalid(`Override for container named ${name} is not a container in the TaskDefinition.`)
  }
}

interface OneOff {
  readonly cluster: Cluster
  readonly taskDefinition: TaskDefinition
  readonly settings: Fields
  readonly input: Fields
  readonly tags: Fields[]
}

function startOne(
  world: World,
  { cluster, taskDefinition, settings, input, tags }: OneOff,
): Task | { arn?: string; reason: string } {
  const placement = place(world, cluster, { taskDefinition, settings })
  if ('reason' in placement) {
    const [instance] = cluster.instances
    return { ...(instance !== undefined && { arn: instance.arn }), reason: placement.shortage }
  }
  const group = textOf(input, 'group') ?? `family:${taskDefinition.family}`
  const fate = chooseFate(world, { taskDefinition, service: undefined, group, otherwise: ONE_OFF })
  if (fate.outcome.kind === 'not-placed' || fate.outcome.kind === 'not-launched') throw clientError(fate.outcome.reason)
  return launch(world, {
    cluster,
    taskDefinition,
    launchType: placement.launchType,
    group,
    startedBy: textOf(input, 'startedBy'),
    deployment: undefined,
    instance: placement.instance,
    targets: [],
    fate,
    shown: {
      ...shownCapacity(placement, settings),
      networkConfiguration: settings['networkConfiguration'],
      enableExecuteCommand: input['enableExecuteCommand'],
      overrides: input['overrides'],
      tags,
    },
    report: () => {},
  })
}

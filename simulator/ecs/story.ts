import { ApiError, type Call, type Fields, type Operation, type Operations } from '../call.ts'
import type { When } from '../scenario.ts'
import { detectAlarm } from './rollout.ts'
import type { World } from './world.ts'

/** Something that an actor of the scenario was refused. */
export interface Refusal {
  readonly actor: string
  readonly operation: string
  readonly message: string
}

/** The part of a scenario that happens by itself: others who act, alarms that fire. */
export interface Story {
  /** The operations, counted, so that what waits for the nth call of one can happen. */
  readonly operations: Operations
  readonly refusals: readonly Refusal[]
}

/** Plans the actors and alarms of the scenario. */
export function startStory(world: World, operations: Operations): Story {
  const { scenario, time } = world.ports
  const refusals: Refusal[] = []
  const waiting: { when: NonNullable<When['after']>; run: () => void }[] = []
  const plan = (when: When, run: () => void): void => {
    if (when.at !== undefined) time.at(scenario.start + when.at * 1000, run)
    if (when.after !== undefined) waiting.push({ when: when.after, run })
  }
  for (const { name, when, operation, input } of scenario.actors) {
    plan(when, () => {
      const refused = act(world, operations[operation], { operation, input })
      if (refused !== undefined) refusals.push({ actor: name ?? 'actor', operation, message: refused })
    })
  }
  for (const alarm of scenario.alarms) planAlarm(world, alarm, plan)
  const counts = new Map<string, number>()
  const count = (operation: string): void => {
    const nth = (counts.get(operation) ?? 0) + 1
    counts.set(operation, nth)
    for (const { when, run } of waiting) {
      if (nameOf(when.operation) === operation && (when.nth ?? 1) === nth) time.after((when.seconds ?? 0) * 1000, run)
    }
  }
  return { operations: counted(operations, count), refusals }
}

/** `UpdateService` of `ecs:UpdateService` or of the name alone. */
function nameOf(operation: string): string {
  return operation.replace(/^ecs:/, '')
}

/** A refused call does not count: nothing has happened that somebody could react to. */
function counted(operations: Operations, count: (operation: string) => void): Operations {
  const wrap = ([name, run]: [string, Operation]): [string, Operation] => [
    name,
    (input, call) => {
      const answer = run(input, call)
      count(name)
      return answer
    },
  ]
  return Object.fromEntries(Object.entries(operations).map(wrap))
}

function planAlarm(
  world: World,
  { name, fires, clears }: World['ports']['scenario']['alarms'][number],
  plan: (when: When, run: () => void) => void,
): void {
  world.alarms.set(name, 'OK')
  if (fires === undefined) return
  plan(fires, () => {
    world.alarms.set(name, 'ALARM')
    detectAlarm(world, name)
    if (clears !== undefined) world.ports.time.after(clears * 1000, () => world.alarms.set(name, 'OK'))
  })
}

/**
 * An actor cannot know the ids of what comes to be in a story. Where the input holds `$serviceDeployment` or `$task`, the
 * newest service deployment or the oldest running task of the service in `$of` (`cluster/service`) is meant.
 */
function withNames(world: World, { $of, ...input }: Fields): Fields {
  if (typeof $of !== 'string') return input
  const service = world.services.findLast(({ arn }) => arn.endsWith(`:service/${$of}`))
  const task = [...world.tasks.values()].find(
    ({ order, desiredStatus }) =>
      order.deployment !== undefined && order.group === `service:${service?.name}` && desiredStatus === 'RUNNING',
  )
  const names: Fields = { $serviceDeployment: service?.current?.arn, $task: task?.arn }
  const entries = Object.entries(input).map(([key, value]) => [
    key,
    typeof value === 'string' ? (names[value] ?? value) : value,
  ])
  return Object.fromEntries(entries)
}

/** Why an actor was refused; nothing when it was not. */
function act(
  world: World,
  run: Operation | undefined,
  { operation, input }: { operation: string; input: Fields },
): string | undefined {
  if (run === undefined) return `there is no operation ${operation}`
  const { account, region } = world.ports
  const principal = `arn:aws:sts::${account}:assumed-role/somebody-else/session`
  const call: Call = { service: 'ecs', operation, input, region, account, principal }
  try {
    run(withNames(world, input), call)
    return undefined
  } catch (error) {
    if (error instanceof ApiError) return `${error.code}: ${error.message}`
    throw error
  }
}

import type { Fate, Outcome } from '../scenario.ts'
import type { ChosenFate } from './chosen-fate.ts'
import type { ContainerDefinition, TaskDefinition } from './model.ts'
import type { World } from './world.ts'

/** Who starts a task: decides which fates are for it. */
export interface Starter {
  readonly taskDefinition: TaskDefinition
  /** Name of the service, absent for RunTask. */
  readonly service: string | undefined
  /** `service:api` or the group of RunTask. */
  readonly group: string
  /** What happens where no fate matches. */
  readonly otherwise: Outcome
}

/** The fate of the next task: the first entry of the scenario that matches. Counts the attempt. */
export function chooseFate(world: World, starter: Starter): ChosenFate {
  const key = `${starter.group} ${starter.taskDefinition.arn}`
  const attempt = (world.attempts.get(key) ?? 0) + 1
  world.attempts.set(key, attempt)
  for (const fate of world.ports.scenario.tasks) {
    const container = matches(fate.match, starter, attempt) ? affected(fate.match, starter.taskDefinition) : undefined
    if (container !== undefined) return spell(fate.fate ?? starter.otherwise, container, fate)
  }
  return spell(starter.otherwise, firstEssential(starter.taskDefinition))
}

/** A fate spelt out for the containers of a task. */
export function spell(
  outcome: Outcome,
  container: ContainerDefinition,
  { logs = [], stop, others = [] }: Pick<Fate, 'logs' | 'stop' | 'others'> = {},
): ChosenFate {
  const exit = outcome.kind === 'exit' ? outcome : undefined
  const companions = others.map((one) => ({ ...one, logs: one.logs ?? [] }))
  return { outcome, container, conducts: [{ container: container.name, exit, logs, stop }, ...companions] }
}

/** Whether the entry is for this starter and this attempt; its containers are another question. */
function matches(match: Fate['match'], { taskDefinition, service }: Starter, attempt: number): boolean {
  const { family, revision } = taskDefinition
  if (match.service !== undefined && match.service !== service) return false
  if (match.taskDefinition !== undefined && ![family, `${family}:${revision}`].includes(match.taskDefinition))
    return false
  if (match.attempt !== undefined && match.attempt !== attempt) return false
  return match.firstAttempts === undefined || attempt <= match.firstAttempts
}

/** A fate about an image or a container is for task definitions that have it, and about that container. */
function affected(
  match: Fate['match'],
  { containers, ...definition }: TaskDefinition,
): ContainerDefinition | undefined {
  if (match.container === undefined && match.image === undefined) return firstEssential({ ...definition, containers })
  const image = match.image === undefined ? /^/ : glob(match.image)
  return containers.find(
    (container) => (match.container === undefined || container.name === match.container) && image.test(container.image),
  )
}

function glob(pattern: string): RegExp {
  const parts = pattern.split('*').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(`^${parts.join('.*')}$`)
}

/** The container that a fate is about unless it says otherwise. */
export function firstEssential({ containers }: Pick<TaskDefinition, 'containers'>): ContainerDefinition {
  const container = containers.find(({ essential }) => essential) ?? containers[0]
  if (container === undefined) throw new Error('a task definition without containers')
  return container
}

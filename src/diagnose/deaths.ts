import type { DeadlyCause, Deaths } from '../model/deaths.ts'
import type { Evidence } from '../model/diagnosis.ts'
import type { Service, Task } from '../model/ecs.ts'
import { categoryOf, classify } from './classify.ts'
import type { Recognition } from './recognise.ts'
import { conclusive } from './rules/conclusive.ts'
import { diedByItself, readTask } from './stopped-task.ts'

/** What the stopped tasks of our deployment, and the launches of it that failed, come to. */
export function countDeaths(tasks: readonly Task[], launches: readonly Evidence[]): Deaths {
  const died = tasks.filter(diedByItself)
  const causes = [
    ...tally(died.flatMap(readCause), 'by tasks'),
    ...tally(
      launches.flatMap((event) => toCause(recogniseLine(event))),
      'at launch',
    ),
  ]
  const cause = causes.sort((one, other) => other.times - one.times)[0]
  return {
    count: died.length,
    exits: died.filter((task) => task.startedAt !== undefined && task.stopCode === 'EssentialContainerExited').length,
    unsettled: died.some((task) => task.lastStatus !== 'STOPPED'),
    ...(cause === undefined ? {} : { cause }),
  }
}

/** What begins an event about a task that never came to be. */
const failedLaunch = /\bfailed to launch a task with \(error |\bunable to place a task\. ?(?:The )?reason/i

/**
 * Events newer than `since` (ms, AWS's clock) that tell of launches of ours that failed. An event seldom names its
 * deployment: one that does not is ours only while no other deployment is short of tasks.
 */
export function readLaunches(service: Service, since: number, ours: ReadonlySet<string>): readonly Evidence[] {
  const alone = (service.deployments ?? []).every(
    ({ id = '', runningCount = 0, desiredCount = 0 }) => ours.has(id) || runningCount >= desiredCount,
  )
  return (service.events ?? []).flatMap(({ message = '', createdAt }): Evidence[] => {
    const at = createdAt?.getTime() ?? 0
    const named = /\bdeployment (ecs-svc\/\d+)/.exec(message)?.[1]
    const isOurs = named === undefined ? alone : ours.has(named)
    return at > since && isOurs && failedLaunch.test(message) ? [{ source: 'event', message, at }] : []
  })
}

type Met = Pick<DeadlyCause, 'label' | 'reason'>

/** A task that ran at least once may have ended of something else than what its container says. */
function readCause(task: Task): readonly Met[] {
  if (task.lastStatus !== 'STOPPED' || task.startedAt !== undefined) return []
  const { recognitions, decisive } = classify(readTask(task))
  return toCause(recognitions[decisive], task)
}

function recogniseLine(event: Evidence): Recognition | undefined {
  return classify([event]).recognitions[0]
}

function toCause(recognition: Recognition | undefined, task?: Task): readonly Met[] {
  if (recognition === undefined) return []
  const { rule, facts, evidence } = recognition
  if (!conclusive.has(rule.label) || rule.rank !== 'cause' || evidence.source === 'exitCode') return []
  const image = facts.image ?? (categoryOf(recognition) === 'image' ? imageOf(task, facts.container) : undefined)
  return [{ label: rule.label, reason: rule.reason({ ...facts, image }) }]
}

function imageOf(task: Task | undefined, name: string | undefined): string | undefined {
  const containers = task?.containers ?? []
  return (containers.length === 1 ? containers[0] : containers.find((one) => one.name === name))?.image
}

/** One entry for each label, in the words of the last one met. */
function tally(all: readonly Met[], met: DeadlyCause['met']): readonly DeadlyCause[] {
  const causes = new Map<string, DeadlyCause>()
  for (const one of all) causes.set(one.label, { ...one, met, times: (causes.get(one.label)?.times ?? 0) + 1 })
  return [...causes.values()]
}

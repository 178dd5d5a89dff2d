import type { Conduct } from './chosen-fate.ts'
import type { Container, Task } from './model.ts'
import type { World } from './world.ts'

const SIGTERM = 143
const SIGKILL = 137

/** Does something after exactly so many seconds, unless the task's life turns before. */
type Plan = (seconds: number, action: () => void) => void

/** How a container ends by itself. */
export interface Ending {
  readonly container: Container
  readonly code: number
  readonly reason?: string
}

/** From now on the containers write and end as the scenario says. */
export function beginConduct(world: World, task: Task, { plan, exit }: { plan: Plan; exit: (ending: Ending) => void }) {
  for (const conduct of task.order.fate.conducts) {
    const container = findContainer(task, conduct)
    if (container === undefined) continue
    writeLogs(world, task, { container, lines: conduct.logs, plan })
    const { exit: ending } = conduct
    if (ending === undefined) continue
    const { code, reason } = ending
    plan(ending.after, () => exit({ container, code, ...(reason !== undefined && { reason }) }))
  }
}

/**
 * SIGTERM for all containers that run; SIGKILL after their `stopTimeout`. Answers the seconds until the last has ended;
 * `usual` is for containers of which the scenario says nothing.
 */
export function terminate(world: World, task: Task, { plan, usual }: { plan: Plan; usual: number }): number {
  const endings = task.containers
    .filter(({ lastStatus }) => lastStatus === 'RUNNING')
    .map((container) => {
      const { stop } = task.order.fate.conducts.find((one) => one.container === container.definition.name) ?? {}
      writeLogs(world, task, { container, lines: stop?.logs ?? [], plan })
      const { after, code } = stop ?? { after: usual, code: SIGTERM }
      const { stopTimeout } = container.definition
      const ending = after > stopTimeout ? { after: stopTimeout, code: SIGKILL } : { after, code }
      plan(ending.after, () => end(container, ending.code))
      return ending.after
    })
  return Math.max(usual, ...endings)
}

/** Ends a container; one that never ran has no exit code. */
export function end(container: Container, code: number | undefined): void {
  if (container.lastStatus === 'RUNNING' && code !== undefined) container.exitCode = code
  container.lastStatus = 'STOPPED'
}

function findContainer(task: Task, { container: name }: Conduct): Container | undefined {
  return task.containers.find(({ definition }) => definition.name === name)
}

interface Writing {
  readonly container: Container
  readonly lines: Conduct['logs']
  readonly plan: Plan
}

function writeLogs(world: World, task: Task, { container, lines, plan }: Writing): void {
  const { log, name } = container.definition
  if (log === undefined) return
  const stream = `${log.prefix}/${name}/${task.id}`
  for (const { message, after, every } of lines) {
    const write = (): void => {
      if (container.lastStatus !== 'RUNNING') return
      world.ports.writeLog({ group: log.group, stream, at: world.ports.time.now(), message })
      if (every !== undefined && every > 0) plan(every, write)
    }
    plan(after, write)
  }
}

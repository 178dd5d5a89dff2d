import { describeError } from '../errors.ts'
import type { Diagnosis } from '../model/diagnosis.ts'
import { type Service, shortName, type Task } from '../model/ecs.ts'
import { type Context, requireService } from './context.ts'
import { formatEventTime, section } from './status-text.ts'

/** ms for which AWS shows stopped tasks. */
const remembered = 3_600_000

/**
 * The lines of `status` on what failed in the last hour: per revision the cause of its stopped tasks, found as after a
 * failed deployment; where no task died, what the service's events complain of.
 */
export async function describeFailures(context: Context, service: Service): Promise<readonly string[]> {
  try {
    return section('Failures:', await readFailures(context, service))
  } catch (error) {
    const text = `failures of the last hour cannot be shown: ${describeError(error)}`
    context.emit({ kind: 'note', level: 'warning', text })
    return []
  }
}

async function readFailures(context: Context, service: Service): Promise<readonly string[]> {
  const { gatherTasks, readEvents, diagnose, isScaledIn } = await import('../diagnose/index.ts')
  const { cluster, service: name } = requireService(context.project)
  const tasks = await context.aws.ecs.listTasks({ cluster, service: name })
  const failed = tasks.filter((task) => task.lastStatus === 'STOPPED' && !isScaledIn(task))
  const byRevision = Map.groupBy(failed, (task) => task.taskDefinitionArn ?? '')
  const lines = [...byRevision].map(async ([arn, own]) => {
    const registered = await context.aws.ecs.describeTaskDefinition(arn).catch(() => undefined)
    const dossier = await gatherTasks(own, { aws: context.aws, taskDefinition: registered?.definition })
    return describeDeaths(shortName(arn), own, diagnose(dossier))
  })
  if (lines.length > 0) return Promise.all(lines)
  const events = readEvents(service, context.clock.now() - remembered)
  const complaint = diagnose({ evidence: events, logs: [], notes: [] })
  return events.length === 0 || /^(info|unknown)\//.test(complaint.label) ? [] : [`  ${explain(complaint)}`]
}

/** `api:2 3 tasks stopped, last at 2026/01/15 09:03:00: the cause. What to do.` */
function describeDeaths(revision: string, tasks: readonly Task[], diagnosis: Diagnosis): string {
  const last = Math.max(...tasks.map((task) => task.stoppedAt?.getTime() ?? 0))
  const count = tasks.length === 1 ? '1 task' : `${tasks.length} tasks`
  return `  ${revision} ${count} stopped, last at ${formatEventTime(new Date(last))}: ${explain(diagnosis)}`
}

function explain({ reason, hint }: Diagnosis): string {
  return `${reason.replace(/\.$/, '')}. ${hint}`
}

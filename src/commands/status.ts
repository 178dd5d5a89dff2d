import type { Service } from '../model/ecs.ts'
import type { CommandResult } from '../model/report.ts'
import { type Command, type Context, numberFlag } from './context.ts'
import { statusFlags } from './flags.ts'
import { requireLiveService } from './snapshot.ts'
import { describeFailures } from './status-failures.ts'
import { describeTargetGroups } from './status-health.ts'
import { describeAutoScaling } from './status-scaling.ts'
import { describeCounts, describeStatus } from './status-text.ts'

const defaultEvents = 10

/** `status`: what runs, its deployments and the last events. */
export const status: Command = {
  name: 'status',
  summary: 'show what runs, deployments, auto scaling, target health, recent failures and events',
  flags: statusFlags,
  run: runStatus,
}

async function runStatus(context: Context): Promise<CommandResult> {
  const [service, scaling] = await Promise.all([requireLiveService(context), describeAutoScaling(context)])
  const sections = [
    scaling,
    ...(await Promise.all([describeTargetGroups, describeFailures].map((one) => one(context, service)))),
  ]
  const text = describeStatus(service, {
    sections: sections.flat(),
    events: numberFlag(context, 'events') ?? defaultEvents,
  })
  const document = { title: 'status', language: 'text', text } as const
  context.emit({ kind: 'printed', document })
  return { outcome: 'succeeded', sentence: describeCounts(service), ...runningOf(service), document }
}

function runningOf({ taskDefinition }: Service): Partial<CommandResult> {
  return taskDefinition === undefined ? {} : { running: taskDefinition, previous: taskDefinition }
}

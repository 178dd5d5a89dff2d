import { type Deployment, type Service, shortName } from '../model/ecs.ts'
import type { CommandResult } from '../model/report.ts'
import { type Command, type Context, numberFlag } from './context.ts'
import { statusFlags } from './flags.ts'
import { requireLiveService } from './snapshot.ts'
import { describeAutoScaling } from './status-scaling.ts'

const defaultEvents = 10

/** `status`: what runs, its deployments and the last events. */
export const status: Command = {
  name: 'status',
  summary: 'show what runs, the deployments, auto scaling and the last events',
  flags: statusFlags,
  run: runStatus,
}

async function runStatus(context: Context): Promise<CommandResult> {
  const [service, scaling] = await Promise.all([requireLiveService(context), describeAutoScaling(context)])
  const text = describeStatus({ service, scaling, events: numberFlag(context, 'events') ?? defaultEvents })
  const document = { title: 'status', language: 'text', text } as const
  context.emit({ kind: 'printed', document })
  const running = service.taskDefinition ?? ''
  const sentence = (service.deployments ?? []).map(describeCounts).join('; ') || `${shortName(running)}: no deployment`
  return { outcome: 'succeeded', sentence, running, previous: running, document }
}

interface Shown {
  readonly service: Service
  /** Lines on auto scaling. */
  readonly scaling: readonly string[]
  /** How many events. */
  readonly events: number
}

/** The layout of ecspresso's status (specification 5.1 B2), times in UTC. */
function describeStatus({ service, scaling, events }: Shown): string {
  const lines = [
    `Service: ${service.serviceName ?? ''}`,
    `Cluster: ${shortName(service.clusterArn ?? '')}`,
    `TaskDefinition: ${shortName(service.taskDefinition ?? '')}`,
    'Deployments:',
    ...(service.deployments ?? []).map(describeDeployment),
    ...scaling,
    'Events:',
    ...(service.events ?? []).slice(0, events).toReversed().map(describeEvent),
  ]
  return `${lines.join('\n')}\n`
}

function describeCounts({ taskDefinition = '', runningCount = 0, desiredCount = 0 }: Deployment): string {
  return `${shortName(taskDefinition)}: ${runningCount} of ${desiredCount} tasks running`
}

function describeDeployment(deployment: Deployment): string {
  const { status: state = '', taskDefinition = '', rolloutState = '', rolloutStateReason = '' } = deployment
  const counts = `desired:${deployment.desiredCount ?? 0} pending:${deployment.pendingCount ?? 0} running:${deployment.runningCount ?? 0}`
  return `  ${state.padStart(8)} ${shortName(taskDefinition)} ${counts} ${rolloutState}(${rolloutStateReason})`
}

function describeEvent(event: NonNullable<Service['events']>[number]): string {
  return `${event.createdAt?.toISOString().replace('T', ' ').slice(0, 19) ?? ''} ${event.message ?? ''}`
}

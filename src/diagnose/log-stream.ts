import type { Container, TaskDefinition } from '../model/ecs.ts'

/** Where a container's output is, or why it cannot be read. */
export type LogPlace =
  | { readonly kind: 'stream'; readonly group: string; readonly stream: string; readonly region: string | undefined }
  | { readonly kind: 'nowhere'; readonly reason: string }

/**
 * The CloudWatch stream of one container of one task: `prefix/container/task`; without a prefix (EC2 only) the
 * runtime's container id (AWS: using_awslogs, "awslogs-stream-prefix").
 */
export function findLogPlace(definition: TaskDefinition, container: Container, task: string): LogPlace {
  const name = container.name ?? ''
  const configuration = definition.containerDefinitions?.find((one) => one.name === name)?.logConfiguration
  if (configuration === undefined) {
    return {
      kind: 'nowhere',
      reason: `container ${name} has no log driver: add a \`logConfiguration\` to keep what it writes`,
    }
  }
  const { logDriver, options = {} } = configuration
  if (logDriver !== 'awslogs')
    return { kind: 'nowhere', reason: `container ${name} logs with ${logDriver}: look there` }
  const group = options['awslogs-group']
  const prefix = options['awslogs-stream-prefix']
  const stream = prefix === undefined ? container.runtimeId : `${prefix}/${name}/${task}`
  if (group === undefined || stream === undefined) {
    const why = prefix === undefined ? 'awslogs-stream-prefix' : 'awslogs-group'
    return { kind: 'nowhere', reason: `container ${name}: its log stream cannot be told without \`${why}\`` }
  }
  return { kind: 'stream', group, stream, region: options['awslogs-region'] }
}

import type { Change, DocumentComparison } from '../model/comparison.ts'
import { deploymentTriggers } from './service-document.ts'

/** The documents of a comparison. */
export interface ComparedDocuments {
  readonly service?: DocumentComparison
  readonly taskDefinition?: DocumentComparison
}

/** What the changes do to the running tasks, in sentences; `nothing changes` where they do nothing. */
export function describeEffects({ service, taskDefinition }: ComparedDocuments): readonly string[] {
  if (service !== undefined && service.before === undefined) return ['a new service will be created']
  const count = service?.changes.find(({ path }) => path === 'desiredCount')
  const attributes = new Set((service?.changes ?? []).map(({ path }) => firstKey(path)))
  attributes.delete('desiredCount')
  const newRevision = (taskDefinition?.changes.length ?? 0) > 0
  const effects = [
    ...(newRevision && service === undefined ? ['a new revision will be registered'] : []),
    ...(service === undefined ? [] : describeRestart(newRevision, attributes)),
    ...(count === undefined ? [] : [describeCount(count)]),
  ]
  return effects.length === 0 ? ['nothing changes'] : effects
}

function describeRestart(newRevision: boolean, attributes: ReadonlySet<string>): readonly string[] {
  const restarts = newRevision || deploymentTriggers.some((attribute) => attributes.has(attribute))
  if (restarts) return ['new tasks will be started']
  return attributes.size === 0 ? [] : ['service attributes change, no restart']
}

/** `networkConfiguration` of `networkConfiguration.awsvpcConfiguration.subnets`. */
function firstKey(path: string): string {
  return path.split(/[.[]/, 1)[0] ?? path
}

function describeCount({ before, after }: Change): string {
  return `the desired count changes from ${JSON.stringify(before ?? 0)} to ${JSON.stringify(after ?? 0)}`
}

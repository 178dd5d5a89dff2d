import type { Tag } from '../model/ecs.ts'
import { isObject, type Json, type JsonObject, objectsAt } from '../model/json.ts'
import { onlyKeys, withoutKeys } from './field-rules.ts'

/** What decides a RunTask. */
export interface TaskRunRequest {
  readonly cluster: string
  /** ARN, or `family:revision`. */
  readonly taskDefinition: string
  /** What tells where and how the tasks run: a service definition, a live service as one, or nothing. */
  readonly service: JsonObject
  readonly overrides?: JsonObject | undefined
  readonly count: number
  readonly tags: readonly Tag[]
  readonly propagateTags: boolean
  /** Whether volumes that ECS makes for the tasks go with them. */
  readonly deleteVolumes: boolean
  readonly clientToken?: string | undefined
}

/** Attributes of a service that RunTask takes as they are (specification 5.13). */
const sharedAttributes: ReadonlySet<string> = new Set([
  'capacityProviderStrategy',
  'enableECSManagedTags',
  'enableExecuteCommand',
  'launchType',
  'networkConfiguration',
  'placementConstraints',
  'placementStrategy',
  'platformVersion',
])

/** Input of RunTask; what a service says with an empty list, an empty text or a plain no is not said. */
export function planTaskRun(request: TaskRunRequest): JsonObject {
  const { service, overrides, tags } = request
  const shared = Object.entries(onlyKeys(service, [...sharedAttributes])).filter(([, value]) => !isEmpty(value))
  const volumes = planVolumes(service, request.deleteVolumes)
  return {
    cluster: request.cluster,
    taskDefinition: request.taskDefinition,
    count: request.count,
    ...Object.fromEntries(shared),
    ...(volumes.length > 0 ? { volumeConfigurations: volumes } : {}),
    ...(overrides === undefined ? {} : { overrides }),
    ...(tags.length > 0 ? { tags: tags.map(({ key = '', value = '' }) => ({ key, value })) } : {}),
    ...(request.propagateTags ? { propagateTags: 'TASK_DEFINITION' } : {}),
    ...(request.clientToken === undefined ? {} : { clientToken: request.clientToken }),
  }
}

function isEmpty(value: Json): boolean {
  return value === '' || value === false || (Array.isArray(value) && value.length === 0)
}

/** Volumes that ECS makes; RunTask knows no service whose tags they could carry, and asks what becomes of them. */
function planVolumes(service: JsonObject, deleteOnTermination: boolean): readonly JsonObject[] {
  return objectsAt(service, ['volumeConfigurations']).flatMap(({ name = '', managedEBSVolume }) => {
    if (!isObject(managedEBSVolume)) return []
    const specifications = objectsAt(managedEBSVolume, ['tagSpecifications']).filter(
      (one) => one['propagateTags'] !== 'SERVICE',
    )
    const volume = {
      ...withoutKeys(managedEBSVolume, new Set(['tagSpecifications'])),
      ...(specifications.length > 0 ? { tagSpecifications: specifications } : {}),
      terminationPolicy: { deleteOnTermination },
    }
    return [{ name, managedEBSVolume: volume }]
  })
}

/** Tags of a service for its task: what AWS itself sets may not be sent; `own` win. */
export function mergeTags(inherited: readonly Tag[], own: readonly Tag[]): readonly Tag[] {
  const all = [...inherited.filter(({ key = '' }) => !key.toLowerCase().startsWith('aws:')), ...own]
  return [...new Map(all.map((tag) => [tag.key, tag])).values()]
}

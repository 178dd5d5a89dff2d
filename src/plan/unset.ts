import { isList, isObject, type Json, type JsonObject } from '../model/json.ts'

/**
 * Enums that the documents of ecspresso spell `""` where they are not set (specification 4.4 item 3). ECS refuses the
 * empty text, so it is neither compared nor sent.
 */
const enums: ReadonlySet<string> = new Set([
  'appProtocol',
  'assignPublicIp',
  'availabilityZoneRebalancing',
  'condition',
  'cpuArchitecture',
  'filesystemType',
  'iam',
  'ipcMode',
  'launchType',
  'logDriver',
  'networkMode',
  'operatingSystemFamily',
  'pidMode',
  'propagateTags',
  'protocol',
  'resourceType',
  'schedulingStrategy',
  'scope',
  'strategy',
  'transitEncryption',
  'type',
  'versionConsistency',
])

/** Integers that ECS answers as 0 where they are not set. */
const integers: ReadonlySet<string> = new Set(['base', 'cpu', 'weight'])

/** The document without nulls and empty enums: what can be sent. */
export function dropUnset(document: JsonObject): JsonObject {
  return dropWhere(document, (key, value) => value === null || (value === '' && enums.has(key)))
}

/** The document without nulls, empty enums and integers that are 0 by default: what can be compared. */
export function dropDefaults(document: JsonObject): JsonObject {
  return dropWhere(dropUnset(document), (key, value) => value === 0 && integers.has(key))
}

/** Maps whose keys belong to the user. */
const freeForm: ReadonlySet<string> = new Set(['dockerLabels', 'options', 'driverOpts', 'labels', 'hookDetails'])

type IsUnset = (key: string, value: Json) => boolean

function dropWhere(object: JsonObject, isUnset: IsUnset): JsonObject {
  return Object.fromEntries(
    Object.entries(object)
      .filter(([key, value]) => !isUnset(key, value))
      .map(([key, value]) => [key, freeForm.has(key) ? value : dropWithin(value, isUnset)]),
  )
}

function dropWithin(value: Json, isUnset: IsUnset): Json {
  if (isList(value)) return value.map((item) => dropWithin(item, isUnset))
  return isObject(value) ? dropWhere(value, isUnset) : value
}

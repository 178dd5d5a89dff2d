import type { Definition } from '../model/definition.ts'
import { isList, isObject, type JsonObject, type JsonPath, textAt, valueAt } from '../model/json.ts'
import type { Location } from '../model/location.ts'
import { kindOf } from '../plan/service-document.ts'
import type { Subject } from './check.ts'

/** An object of a definition that knows where it stands. */
export interface Item {
  readonly value: JsonObject
  /** Its `name`; empty where it has none. */
  readonly name: string
  /** Where the value at `path` below it stands. */
  locate(...path: JsonPath): Location
}

/** The objects of the list at `path` of a definition. */
export function listItems(definition: Definition | undefined, path: JsonPath): readonly Item[] {
  const list = valueAt(definition?.document, path)
  if (definition === undefined || !isList(list)) return []
  return list.flatMap((value, index) => (isObject(value) ? [makeItem(definition, value, [...path, index])] : []))
}

/** The objects of the list at `key` of an item, with places of their own. */
export function listWithin(item: Item, key: string): readonly Item[] {
  const list = item.value[key]
  if (!isList(list)) return []
  return list.flatMap((value, index) =>
    isObject(value)
      ? [{ value, name: textAt(value, ['name']) ?? '', locate: (...path) => item.locate(key, index, ...path) }]
      : [],
  )
}

/** The containers of the task definition. */
export function listContainers({ taskDefinition }: Subject): readonly Item[] {
  return listItems(taskDefinition, ['containerDefinitions'])
}

/** Whether the tasks are made for Fargate, as the task definition or the service definition says. */
export function runsOnFargate({ taskDefinition, service }: Subject): boolean {
  const compatibilities = valueAt(taskDefinition?.document, ['requiresCompatibilities'])
  if (isList(compatibilities) && compatibilities.includes('FARGATE')) return true
  return service !== undefined && kindOf(undefined, service.document).fargate
}

/** Whether a reference names an image in ECR. */
export function isEcrImage(reference: string): boolean {
  return /^\d{12}\.dkr[.-]ecr[.-]/.test(reference)
}

function makeItem(definition: Definition, value: JsonObject, path: JsonPath): Item {
  return {
    value,
    name: textAt(value, ['name']) ?? '',
    locate: (...below) => definition.locate([...path, ...below]),
  }
}

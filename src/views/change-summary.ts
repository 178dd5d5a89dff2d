import type { DocumentComparison, ProjectComparison } from '../model/comparison.ts'
import { hasChanges } from '../model/comparison.ts'
import { type JsonObject, objectsAt, textAt } from '../model/json.ts'
import { code, count, shorten } from './text.ts'

/** Whether a project differs from what runs. */
export type ChangeStatus = 'new' | 'changed' | 'unchanged'

/** `new` where nothing runs yet. */
export function changeStatus(comparison: ProjectComparison): ChangeStatus {
  const main = comparison.service ?? comparison.taskDefinition
  if (main !== undefined && main.before === undefined) return 'new'
  return hasChanges(comparison) ? 'changed' : 'unchanged'
}

/** Images that change, as Markdown: `app`: `1.4` → `1.5`, at most five; empty where none does. */
export function imageChanges(comparison: ProjectComparison): string {
  const document = comparison.taskDefinition
  if (document === undefined) return ''
  const before = imagesOf(document.before)
  const changes = [...imagesOf(document.after)].filter(([container, image]) => before.get(container) !== image)
  const shown = changes.slice(0, 5)
  const texts = shown.map(([container, image]) => imageChange(container, { old: before.get(container), image }))
  return [...texts, ...(changes.length > 5 ? [`and ${changes.length - 5} more`] : [])].join('; ')
}

/** `3 changes in the task definition, 1 in the service` */
export function changeCounts(comparison: ProjectComparison): string {
  const parts = [
    { name: 'task definition', document: comparison.taskDefinition },
    { name: 'service', document: comparison.service },
  ].flatMap(({ name, document }) => changeCount(name, document))
  return parts.join(', ')
}

function changeCount(name: string, document: DocumentComparison | undefined): readonly string[] {
  const number = document?.changes.length ?? 0
  return number === 0 ? [] : [`${count(number, 'change')} in the ${name}`]
}

function imagesOf(document: JsonObject | undefined): ReadonlyMap<string, string> {
  const containers = objectsAt(document, ['containerDefinitions'])
  return new Map(containers.map((one) => [textAt(one, ['name']) ?? '', textAt(one, ['image']) ?? '']))
}

const ecrRegistry = /^\d{12}\.dkr\.ecr\.[\w.-]+\//

function imageChange(container: string, change: { readonly old: string | undefined; readonly image: string }): string {
  const { old, image } = change
  // Of a new container the diff has the whole name: a registry of ECR makes a table wide.
  if (old === undefined) return `${code(container)}: ${code(shorten(image.replace(ecrRegistry, ''), 120))}`
  // The repository rarely changes; then the tags say it all.
  const [oldTag, tag] = [tagOf(old), tagOf(image)]
  const same = oldTag !== '' && tag !== '' && old.slice(0, -oldTag.length) === image.slice(0, -tag.length)
  return `${code(container)}: ${code(shorten(same ? oldTag : old, 120))} → ${code(shorten(same ? tag : image, 120))}`
}

/** The text after the last `:` or `@` behind the last `/`; empty for an image without tag. */
function tagOf(image: string): string {
  const name = image.slice(image.lastIndexOf('/') + 1)
  const at = name.search(/[:@]/)
  return at < 0 ? '' : name.slice(at + 1)
}

import {
  describedServiceKeys,
  describedTaskDefinitionKeys,
  freeFormMaps,
  serviceDefinitionKeys,
  taskDefinitionKeys,
} from './definition-keys.ts'
import { suggest } from './nearest-name.ts'
import { type Member, memberOf, type ObjectTree, type Tree } from './tree.ts'

/** How a definition is brought into shape; the offset of a warning is the rendered text's. */
export interface ShapeOptions {
  readonly kind: 'service' | 'task'
  readonly ignoreTags: readonly string[]
  readonly warn: (text: string, offset: number) => void
}

/** Brings a document into the shape of the ECS API: its keys, without what only AWS writes (specification 4.1–4.3). */
export function shapeDefinition(tree: ObjectTree, options: ShapeOptions): ObjectTree {
  const body = options.kind === 'task' ? unwrap(tree) : tree
  warnOfDuplicates(body, options.warn)
  const known = recaseTop(lowerKeys(body), options.kind)
  const own = dropDescribed(known, options)
  warnOfUnknown(own, options)
  const kept = options.kind === 'task' ? removeEmpty(own) : removeNulls(own)
  return ignoreTags(kept, options.ignoreTags)
}

/** Of a key that is written twice the last value counts, which is seldom what was meant. */
function warnOfDuplicates(tree: Tree, warn: ShapeOptions['warn']): void {
  if (tree.kind === 'list') for (const item of tree.items) warnOfDuplicates(item, warn)
  if (tree.kind !== 'object') return
  const seen = new Set<string>()
  for (const { key, offset, value } of tree.members) {
    if (seen.has(key)) warn(`the key "${key}" is written twice; the last one counts`, offset)
    seen.add(key)
    warnOfDuplicates(value, warn)
  }
}

/** The output of `aws ecs describe-task-definition` holds the definition inside. */
function unwrap(tree: ObjectTree): ObjectTree {
  const inner = tree.members.findLast(({ key }) => key.toLowerCase() === 'taskdefinition')?.value
  return inner?.kind === 'object' ? inner : tree
}

function lowerKeys(tree: ObjectTree): ObjectTree {
  return mapMembers(tree, ({ key, offset, value }) => {
    const isFree = freeFormMaps.has(key.toLowerCase())
    return { key: key.charAt(0).toLowerCase() + key.slice(1), offset, value: isFree ? value : lowerInside(value) }
  })
}

function lowerInside(tree: Tree): Tree {
  if (tree.kind === 'list') return { ...tree, items: tree.items.map(lowerInside) }
  return tree.kind === 'object' ? lowerKeys(tree) : tree
}

function recaseTop(tree: ObjectTree, kind: ShapeOptions['kind']): ObjectTree {
  const names = kind === 'task' ? taskNames : serviceNames
  return mapMembers(tree, (member) => ({ ...member, key: names.get(member.key.toLowerCase()) ?? member.key }))
}

const taskNames = namesByLowerCase([...taskDefinitionKeys, ...describedTaskDefinitionKeys])
const serviceNames = namesByLowerCase([...serviceDefinitionKeys, ...describedServiceKeys])

function namesByLowerCase(names: readonly string[]): ReadonlyMap<string, string> {
  return new Map(names.map((name) => [name.toLowerCase(), name]))
}

function dropDescribed(tree: ObjectTree, { kind, warn }: ShapeOptions): ObjectTree {
  const described = kind === 'task' ? describedTaskDefinitionKeys : describedServiceKeys
  const dropped = tree.members.filter(({ key }) => described.has(key))
  const [first] = dropped
  if (first === undefined) return tree
  // The init command of ecspresso writes such keys into service definitions, so that nobody is to blame.
  if (kind === 'task') warn(`ignored what only AWS sets: ${dropped.map(({ key }) => key).join(', ')}`, first.offset)
  return { ...tree, members: tree.members.filter(({ key }) => !described.has(key)) }
}

function warnOfUnknown(tree: ObjectTree, { kind, warn }: ShapeOptions): void {
  const known = kind === 'task' ? taskDefinitionKeys : serviceDefinitionKeys
  for (const { key, offset } of tree.members) {
    if (!known.has(key)) warn(`json: unknown field "${key}"${suggest(key, known)}`, offset)
  }
}

/** Nulls and empty lists are the same as nothing; free-form maps keep what they hold. */
function removeEmpty(tree: ObjectTree): ObjectTree {
  const members = tree.members.flatMap((member) => {
    const value = freeFormMaps.has(member.key.toLowerCase()) ? member.value : removeEmptyInside(member.value)
    return isNothing(value) ? [] : [{ ...member, value }]
  })
  return { ...tree, members }
}

function removeEmptyInside(tree: Tree): Tree {
  if (tree.kind === 'object') return removeEmpty(tree)
  if (tree.kind !== 'list') return tree
  return { ...tree, items: tree.items.map(removeEmptyInside).filter((item) => !isNothing(item)) }
}

function isNothing(tree: Tree): boolean {
  return isNull(tree) || (tree.kind === 'list' && tree.items.length === 0)
}

function isNull(tree: Tree): boolean {
  return tree.kind === 'scalar' && tree.value === null
}

/** In a service definition null is absence, and an empty list is an empty list. */
function removeNulls(tree: ObjectTree): ObjectTree {
  const members = tree.members.filter(({ value }) => !isNull(value))
  return { ...tree, members: members.map((member) => ({ ...member, value: removeNullsInside(member.value) })) }
}

function removeNullsInside(tree: Tree): Tree {
  if (tree.kind === 'object') return removeNulls(tree)
  return tree.kind === 'list' ? { ...tree, items: tree.items.map(removeNullsInside) } : tree
}

function ignoreTags(tree: ObjectTree, ignored: readonly string[]): ObjectTree {
  if (ignored.length === 0) return tree
  return mapMembers(tree, (member) => {
    if (member.key !== 'tags' || member.value.kind !== 'list') return member
    const items = member.value.items.filter((tag) => !isIgnored(tag, ignored))
    return { ...member, value: { ...member.value, items } }
  })
}

function isIgnored(tag: Tree, ignored: readonly string[]): boolean {
  const key = memberOf(tag, 'key')?.value
  return key?.kind === 'scalar' && typeof key.value === 'string' && ignored.includes(key.value)
}

function mapMembers(tree: ObjectTree, change: (member: Member) => Member): ObjectTree {
  return { ...tree, members: tree.members.map(change) }
}

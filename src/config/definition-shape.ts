import type { JsonPath } from '../model/json.ts'
import { type Conformed, conform } from './conform.ts'
import { describedKeys } from './schema/tables.ts'
import { memberOf, type ObjectTree, type Tree } from './tree.ts'

/** How a definition is brought into shape; the offset of a warning is the rendered text's. */
interface ShapeOptions {
  readonly kind: 'service' | 'task'
  readonly ignoreTags: readonly string[]
  readonly warn: (text: string, offset: number, path: JsonPath) => void
}

const shapeNames = { service: 'ServiceFile', task: 'TaskDefinitionFile' } as const

/** Brings a document into the shape of the ECS API: its keys, without what only AWS writes (specification 4.1–4.3). */
export function shapeDefinition(tree: ObjectTree, options: ShapeOptions): Conformed {
  const isTask = options.kind === 'task'
  const own = dropDescribed(isTask ? unwrap(tree) : tree, options)
  const { tree: shaped, mistakes } = conform(own, shapeNames[options.kind], {
    dropsEmptyLists: isTask,
    warn: options.warn,
  })
  return { tree: ignoreTags(shaped, options.ignoreTags), mistakes }
}

/** The output of `aws ecs describe-task-definition` holds the definition inside. */
function unwrap(tree: ObjectTree): ObjectTree {
  const inner = tree.members.findLast(({ key }) => key.toLowerCase() === 'taskdefinition')?.value
  return inner?.kind === 'object' ? inner : tree
}

function dropDescribed(tree: ObjectTree, { kind, warn }: ShapeOptions): ObjectTree {
  const described = new Map(
    (describedKeys[shapeNames[kind]] ?? '').split(' ').map((name) => [name.toLowerCase(), name]),
  )
  const dropped = tree.members.filter(({ key }) => described.has(key.toLowerCase()))
  const [first] = dropped
  if (first === undefined) return tree
  // The init command of ecspresso writes such keys into service definitions, so that nobody is to blame.
  if (kind === 'task') {
    const names = dropped.map(({ key }) => described.get(key.toLowerCase()))
    warn(`ignored what only AWS sets: ${names.join(', ')}`, first.offset, [])
  }
  return { ...tree, members: tree.members.filter((member) => !dropped.includes(member)) }
}

function ignoreTags(tree: ObjectTree, ignored: readonly string[]): ObjectTree {
  if (ignored.length === 0) return tree
  const members = tree.members.map((member) => {
    if (member.key !== 'tags' || member.value.kind !== 'list') return member
    const items = member.value.items.filter((tag) => !isIgnored(tag, ignored))
    return { ...member, value: { ...member.value, items } }
  })
  return { ...tree, members }
}

function isIgnored(tag: Tree, ignored: readonly string[]): boolean {
  const key = memberOf(tag, 'key')?.value
  return key?.kind === 'scalar' && typeof key.value === 'string' && ignored.includes(key.value)
}

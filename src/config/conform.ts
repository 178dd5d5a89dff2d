import { formatPath, type JsonPath } from '../model/json.ts'
import { suggest } from './nearest-name.ts'
import { type SchemaMember, type SchemaType, type Shape, shapeOf } from './schema/types.ts'
import type { ListTree, Member, ObjectTree, ScalarTree, Tree } from './tree.ts'
import { describeMistake, type TypeMistake } from './type-mistake.ts'
import { keepUnknown } from './unknown-member.ts'

/** How a document is held against the schema; the offset of a warning is the rendered text's. */
export interface ConformOptions {
  /** Whether an empty list is the same as nothing, as it is in a task definition (specification 4.3). */
  readonly dropsEmptyLists: boolean
  readonly warn: (text: string, offset: number, path: JsonPath) => void
}

/** A document in the API's spelling, and everything in it that ECS would not take. */
export interface Conformed {
  readonly tree: ObjectTree
  /** In the order of the text. */
  readonly mistakes: readonly TypeMistake[]
}

/**
 * Holds a document against a shape of the ECS API: keys get its spelling at every depth, nulls and unset enums (`""`)
 * are left out, wrong types are collected. What the shape does not know is kept, with a warning: ECS may know it.
 */
export function conform(tree: ObjectTree, shape: string, options: ConformOptions): Conformed {
  const pass = new Conforming(options)
  return { tree: pass.object(tree, shapeOf(shape), []), mistakes: pass.mistakes }
}

class Conforming {
  readonly mistakes: TypeMistake[] = []
  private readonly options: ConformOptions

  constructor(options: ConformOptions) {
    this.options = options
  }

  object(tree: ObjectTree, shape: Shape, path: JsonPath): ObjectTree {
    return this.members(tree, path, (written) => {
      const known = shape.get(written.key.toLowerCase())
      if (known !== undefined) return this.known(written, known, path)
      this.warnOfUnknown(written, shape, path)
      return keepUnknown(written, this.options.dropsEmptyLists)
    })
  }

  private known(written: Member, { name, type }: SchemaMember, path: JsonPath): Member | undefined {
    const value = this.value(written.value, type, [...path, name])
    return value && { ...written, key: name, value }
  }

  /** The members that `read` keeps. */
  private members(tree: ObjectTree, path: JsonPath, read: (member: Member) => Member | undefined): ObjectTree {
    const members = tree.members.flatMap((written) => read(written) ?? [])
    const seen = new Set<string>()
    for (const { key, offset } of members) {
      // Of a key that is written twice the last value counts, which is seldom what was meant.
      if (seen.has(key))
        this.options.warn(`the key "${key}" is written twice; the last one counts`, offset, [...path, key])
      seen.add(key)
    }
    return { ...tree, members }
  }

  /** The value as it is sent; undefined where it means nothing. */
  private value(tree: Tree, type: SchemaType, path: JsonPath): Tree | undefined {
    if (tree.kind === 'scalar' && tree.value === null) return undefined
    if (type.kind === 'json') return tree
    if (type.kind === 'list' && tree.kind === 'list') return this.list(tree, type.item, path)
    if (type.kind === 'map' && tree.kind === 'object') return this.map(tree, type.item, path)
    if (type.kind === 'object' && tree.kind === 'object') return this.object(tree, shapeOf(type.shape), path)
    if (type.kind === 'enum' && tree.kind === 'scalar' && typeof tree.value === 'string')
      return this.enum(tree, type.values, path)
    if (!isOfType(tree, type)) this.mistakes.push(describeMistake(tree, type, path))
    return tree
  }

  private list(tree: ListTree, type: SchemaType, path: JsonPath): Tree | undefined {
    const items = tree.items.flatMap((item, index) => this.value(item, type, [...path, index]) ?? [])
    return items.length === 0 && this.options.dropsEmptyLists ? undefined : { ...tree, items }
  }

  /** The keys of a map are the user's own. */
  private map(tree: ObjectTree, type: SchemaType, path: JsonPath): ObjectTree {
    return this.members(tree, path, (member) => this.known(member, { name: member.key, type }, path))
  }

  /** `""` is how documents of ecspresso write an enum that is not set (specification 4.4); ECS refuses it. */
  private enum(tree: ScalarTree, values: readonly string[], path: JsonPath): Tree | undefined {
    const written = String(tree.value)
    const known = values.find((value) => flatten(value) === flatten(written))
    if (known !== undefined && known !== written)
      this.options.warn(`${formatPath(path)}: ECS writes "${written}" as "${known}"`, tree.offset, path)
    return written === '' ? undefined : tree
  }

  private warnOfUnknown({ key, offset }: Member, shape: Shape, path: JsonPath): void {
    const names = Array.from(shape.values(), ({ name }) => name)
    const place = path.length === 0 ? '' : ` in ${formatPath(path)}`
    this.options.warn(`json: unknown field "${key}"${place}${suggest(key, names)}`, offset, [...path, key])
  }
}

function isOfType(tree: Tree, { kind }: SchemaType): boolean {
  if (tree.kind !== 'scalar') return false
  return kind === 'integer' ? Number.isInteger(tree.value) : typeof tree.value === kind
}

function flatten(value: string): string {
  return value.toLowerCase().replaceAll(/[_-]/g, '')
}

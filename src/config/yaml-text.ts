import type { Node, Pair, YAMLMap } from 'yaml'
import { depthLimit, type Member, type Tree } from './tree.ts'

/** What is wrong with a YAML text, and where. */
export class YamlSyntaxError extends Error {
  readonly offset: number

  constructor(message: string, offset: number) {
    super(message)
    this.name = 'YamlSyntaxError'
    this.offset = offset
  }
}

/** More values than any config has; aliases of aliases reach it. */
const nodeLimit = 20_000

/**
 * Parses YAML 1.2 with merge keys and keeps the position of every key and value. An empty text is null.
 *
 * @throws YamlSyntaxError
 */
export async function parseYaml(text: string): Promise<Tree> {
  const yaml = await import('yaml')
  try {
    const document = yaml.parseDocument(text, { merge: true, prettyErrors: false })
    const [error] = document.errors
    if (error !== undefined) throw new YamlSyntaxError(error.message, error.pos[0])
    return new TreeBuilder(yaml).build(document.contents)
  } catch (error) {
    if (error instanceof YamlSyntaxError) throw error
    // The parser recurses: a text of ten thousand brackets ends its stack.
    const isStack = error instanceof Error && error.name === 'RangeError'
    throw new YamlSyntaxError(isStack ? 'the document is nested too deeply' : String(error), 0)
  }
}

type YamlModule = typeof import('yaml')

class TreeBuilder {
  private readonly yaml: YamlModule
  /** What the anchors stand at, as far as the document is read; asking the parser for each walks through all of it. */
  private readonly anchors = new Map<string, Node>()
  private aliases = 0
  private nodes = 0
  private depth = 0

  constructor(yaml: YamlModule) {
    this.yaml = yaml
  }

  build(node: unknown): Tree {
    const offset = offsetOfNode(node)
    this.nodes++
    if (this.nodes > nodeLimit) throw new YamlSyntaxError('the document is too large', offset)
    if (this.depth >= depthLimit) throw new YamlSyntaxError('the document is nested too deeply', offset)
    this.depth++
    const tree = this.convert(node, offset)
    this.depth--
    return tree
  }

  private convert(node: unknown, offset: number): Tree {
    const { isAlias, isMap, isSeq, isScalar } = this.yaml
    if (isAlias(node)) return { ...this.aliased(node.source, offset), offset }
    this.note(node)
    if (isSeq(node)) return { kind: 'list', offset, items: node.items.map((item) => this.build(item)) }
    if (isMap(node)) return { kind: 'object', offset, members: this.members(node) }
    return { kind: 'scalar', offset, value: isScalar(node) ? scalarOf(node.value) : null }
  }

  private aliased(name: string, offset: number): Tree {
    const target = this.anchors.get(name)
    if (target === undefined) throw new YamlSyntaxError(`unresolved alias *${name}`, offset)
    this.aliases++
    const tree = this.build(target)
    this.aliases--
    return tree
  }

  /** An anchor may be set anew; what an alias brings in was read before. */
  private note(node: unknown): void {
    if (this.aliases > 0 || !this.yaml.isNode(node) || this.yaml.isAlias(node)) return
    if (node.anchor !== undefined) this.anchors.set(node.anchor, node)
  }

  private members(map: YAMLMap): readonly Member[] {
    const members = map.items.flatMap((pair) => (isMerge(pair) ? this.merged(pair) : [this.member(pair)]))
    const own = new Set(map.items.filter((pair) => !isMerge(pair)).map((pair) => keyOf(pair)))
    // What is written wins over what is merged, wherever it stands.
    return members.filter((member) => !('merged' in member) || !own.has(member.key))
  }

  private member(pair: Pair): Member {
    this.note(pair.key)
    return { key: keyOf(pair), offset: offsetOfNode(pair.key), value: this.build(pair.value) }
  }

  private merged(pair: Pair): readonly Member[] {
    const tree = this.build(pair.value)
    const sources = tree.kind === 'list' ? tree.items : [tree]
    const known = new Set<string>()
    return sources.flatMap((source) => {
      const fresh = source.kind === 'object' ? source.members.filter(({ key }) => !known.has(key)) : []
      for (const { key } of fresh) known.add(key)
      return fresh.map((member) => ({ ...member, merged: true }))
    })
  }
}

/** The parser makes a symbol of a plain `<<`; in quotes it is a key like any other. */
function isMerge({ key }: Pair): boolean {
  return typeof key === 'object' && key !== null && 'value' in key && typeof key.value === 'symbol'
}

function keyOf(pair: Pair): string {
  const { key } = pair
  return typeof key === 'object' && key !== null && 'value' in key ? String(key.value) : String(key)
}

function offsetOfNode(node: unknown): number {
  const range = typeof node === 'object' && node !== null && 'range' in node ? node.range : undefined
  return Array.isArray(range) && typeof range[0] === 'number' ? range[0] : 0
}

function scalarOf(value: unknown): null | boolean | number | string {
  if (value === null || value === undefined) return null
  if (typeof value === 'boolean' || typeof value === 'number') return value
  return value instanceof Date ? value.toISOString() : String(value)
}

import { formatPath, type JsonPath } from '../../model/json.ts'
import type { Location } from '../../model/location.ts'
import { parseJson } from '../json-text.ts'
import { SourceText } from '../source-text.ts'
import type { Tree } from '../tree.ts'

/** The JSON that a Jsonnet file evaluates to. Its lines are nobody's: places are JSON paths. */
export class EvaluatedText extends SourceText {
  private tree: Tree | undefined

  override locate(offset: number): Location {
    this.tree ??= parseJson(this.text)
    const path = formatPath(pathAt(this.tree, offset))
    return { file: this.file, ...(path !== '' && { path }) }
  }
}

function pathAt(tree: Tree, offset: number): JsonPath {
  if (tree.kind === 'scalar') return []
  if (tree.kind === 'object') {
    const member = tree.members.findLast((one) => one.offset <= offset)
    return member === undefined ? [] : [member.key, ...pathAt(member.value, offset)]
  }
  const index = tree.items.findLastIndex((item) => item.offset <= offset)
  const item = tree.items[index]
  return item === undefined ? [] : [index, ...pathAt(item, offset)]
}

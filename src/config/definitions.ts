import { UserError } from '../errors.ts'
import type { Definition } from '../model/definition.ts'
import { formatPath } from '../model/json.ts'
import type { LoadContext } from './context.ts'
import { findTypeMistake } from './definition-checks.ts'
import { shapeDefinition } from './definition-shape.ts'
import { JsonSyntaxError, parseJson } from './json-text.ts'
import type { RenderedText } from './rendered-text.ts'
import { describeTree, type ObjectTree, offsetOf, toObject } from './tree.ts'

/** Which of the two files. */
export type DefinitionKind = 'service' | 'task'

/** The kinds as messages name them. */
export const definitionNames: Readonly<Record<DefinitionKind, string>> = {
  service: 'service definition',
  task: 'task definition',
}

/** How a definition is to be read. */
export interface DefinitionOptions {
  readonly kind: DefinitionKind
  /** Keys of tags that are left out. */
  readonly ignoreTags: readonly string[]
  readonly warn: LoadContext['warn']
}

/**
 * Reads a rendered definition file: JSON, brought into the shape of the ECS API (specification 4).
 *
 * @throws UserError `failed to load task definition <file>: …`
 */
export function readDefinition(rendered: RenderedText, options: DefinitionOptions): Definition {
  const { file } = rendered
  const failure = `failed to load ${definitionNames[options.kind]} ${file}`
  const tree = shapeDefinition(parseObject(rendered, failure), {
    ...options,
    warn: (text, offset) => options.warn(text, rendered.locate(offset)),
  })
  const mistake = findTypeMistake(tree, options.kind)
  if (mistake !== undefined) {
    const path = formatPath(mistake.path)
    throw new UserError(`${failure}: ${path} ${mistake.message}`, {
      hint: mistake.hint,
      location: { ...rendered.locate(mistake.offset), path },
    })
  }
  return {
    file,
    document: toObject(tree),
    locate(path) {
      const place = rendered.locate(offsetOf(tree, path))
      return path.length === 0 ? place : { ...place, path: formatPath(path) }
    },
  }
}

function parseObject(rendered: RenderedText, failure: string): ObjectTree {
  try {
    const tree = parseJson(rendered.text)
    if (tree.kind === 'object') return tree
    throw new JsonSyntaxError(`expected an object, found ${describeTree(tree)}`, tree.offset, 'write { … } around it')
  } catch (error) {
    if (!(error instanceof JsonSyntaxError)) throw error
    const isYaml = /\.ya?ml$/.test(rendered.file)
    const fromTemplate = rendered.isGenerated(Math.max(error.offset - 1, 0))
    const hint = fromTemplate ? templateHint : isYaml ? yamlHint : error.hint
    throw new UserError(`${failure}: ${error.message}`, { hint, location: rendered.locate(error.offset) })
  }
}

const templateHint = 'a value from a template broke the JSON: quote it, and add | json_escape'
const yamlHint = 'definitions are JSON or Jsonnet: only the config may be YAML'

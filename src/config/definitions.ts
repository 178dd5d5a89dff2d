import { UserError } from '../errors.ts'
import type { Definition } from '../model/definition.ts'
import { formatPath, type JsonPath } from '../model/json.ts'
import type { Location } from '../model/location.ts'
import type { LoadContext } from './context.ts'
import { shapeDefinition } from './definition-shape.ts'
import { JsonSyntaxError, parseJson } from './json-text.ts'
import type { RenderedText } from './rendered-text.ts'
import { describeTree, type ObjectTree, offsetOf, toObject } from './tree.ts'
import type { TypeMistake } from './type-mistake.ts'

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
  const { tree, mistakes } = shapeDefinition(parseObject(rendered, failure), {
    ...options,
    warn: (text, offset, path) => options.warn(text, placeOf(rendered, offset, path)),
  })
  refuseMistakes(mistakes, rendered, options.kind)
  return {
    file,
    document: toObject(tree),
    locate: (path) => placeOf(rendered, offsetOf(tree, path), path),
  }
}

function placeOf(rendered: RenderedText, offset: number, path: JsonPath): Location {
  const place = rendered.locate(offset)
  return path.length === 0 ? place : { ...place, path: formatPath(path) }
}

const categories = { service: 'config/service-definition', task: 'config/task-definition' } as const

/** All mistakes of a file are told at once: who mixes up a type does so more than once. */
function refuseMistakes(mistakes: readonly TypeMistake[], rendered: RenderedText, kind: DefinitionKind): void {
  const check = definitionNames[kind]
  const findings = mistakes.map(({ path, message, hint, offset }) => {
    const location = placeOf(rendered, offset, path)
    return { check, subject: formatPath(path), status: 'failed', message, hint, location } as const
  })
  const [first, ...others] = findings
  if (first === undefined) return
  const { subject, message, hint, location } = first
  const more = others.length === 0 ? '' : `, and ${others.length} more of the wrong type`
  const text = `failed to load ${check} ${rendered.file}: ${subject} ${message}${more}`
  throw new UserError(text, { hint, location, category: categories[kind], others })
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

import { UserError } from '../errors.ts'
import type { Definition } from '../model/definition.ts'
import { formatPath } from '../model/json.ts'
import type { Location } from '../model/location.ts'
import type { LoadContext } from './context.ts'
import { JsonSyntaxError, parseJson } from './json-text.ts'
import { suggest } from './nearest-name.ts'
import type { RenderedText } from './rendered-text.ts'
import { describeTree, type Member, type ObjectTree, offsetOf, type Tree, toObject } from './tree.ts'

/** Members of RunTask's `overrides` (API_TaskOverride). */
const taskKeys = [
  'containerOverrides',
  'cpu',
  'ephemeralStorage',
  'executionRoleArn',
  'inferenceAcceleratorOverrides',
  'memory',
  'taskRoleArn',
]

/** Members of an entry of `containerOverrides` (API_ContainerOverride). */
const containerKeys = [
  'command',
  'cpu',
  'environment',
  'environmentFiles',
  'memory',
  'memoryReservation',
  'name',
  'resourceRequirements',
]

/** Where overrides were written: a rendered file, or the command line, which has no place in the repository. */
interface OverridesText extends Pick<RenderedText, 'file' | 'text'> {
  readonly locate?: (offset: number) => Location
}

/**
 * Reads overrides (specification 5.13). Keys match without regard to case; unknown ones are warned of and sent.
 *
 * @throws UserError `failed to load overrides <file>: …`, `failed to parse args: --overrides: …`
 */
export function readOverrides(source: OverridesText, warn: LoadContext['warn']): Definition {
  const failure =
    source.locate === undefined ? 'failed to parse args: --overrides' : `failed to load overrides ${source.file}`
  const tree = nameMembers(parseObject(source, failure), {
    known: taskKeys,
    place: source.locate,
    warn,
  })
  return {
    file: source.file,
    document: toObject(tree),
    locate: (path) => ({ file: source.file, ...source.locate?.(offsetOf(tree, path)), path: formatPath(path) }),
  }
}

/** The overrides of `--overrides`: nothing in them is rendered (specification 5.13). */
export function overridesOfCommandLine(text: string): OverridesText {
  return { file: '--overrides', text }
}

function parseObject({ text, locate }: OverridesText, failure: string): ObjectTree {
  const refuse = (message: string, offset: number, fix: string): never => {
    const where = locate === undefined ? ` (character ${offset + 1} of its value)` : ''
    const hint = locate === undefined ? `${fix}; put the JSON into single quotes: --overrides='{…}'` : fix
    const location = locate?.(offset)
    throw new UserError(`${failure}: ${message}${where}`, { hint, location, category: 'config/client' })
  }
  try {
    const tree = parseJson(text)
    if (tree.kind === 'object') return tree
    return refuse(
      `expected an object, found ${describeTree(tree)}`,
      tree.offset,
      'write {"containerOverrides": [{"name": …}]}',
    )
  } catch (error) {
    if (error instanceof JsonSyntaxError) return refuse(error.message, error.offset, error.hint)
    throw error
  }
}

interface Naming {
  readonly known: readonly string[]
  readonly place: OverridesText['locate']
  readonly warn: LoadContext['warn']
}

function nameMembers(tree: ObjectTree, naming: Naming): ObjectTree {
  return { ...tree, members: tree.members.map((member) => nameMember(member, naming)) }
}

function nameMember(member: Member, naming: Naming): Member {
  const key = naming.known.find((one) => one.toLowerCase() === member.key.toLowerCase())
  if (key === undefined) {
    const text = `overrides: the unknown field "${member.key}" is sent as it is${suggest(member.key, naming.known)}`
    naming.warn(text, naming.place?.(member.offset))
    return member
  }
  if (key !== 'containerOverrides' || member.value.kind !== 'list') {
    return { ...member, key, value: lowerKeys(member.value) }
  }
  const inside = { ...naming, known: containerKeys }
  const items = member.value.items.map((item) => (item.kind === 'object' ? nameMembers(item, inside) : item))
  return { ...member, key, value: { ...member.value, items } }
}

/** Inside known members there are no free-form maps: every key is one of the API. */
function lowerKeys(tree: Tree): Tree {
  if (tree.kind === 'list') return { ...tree, items: tree.items.map(lowerKeys) }
  if (tree.kind !== 'object') return tree
  const members = tree.members.map(({ key, offset, value }) => {
    return { key: key.charAt(0).toLowerCase() + key.slice(1), offset, value: lowerKeys(value) }
  })
  return { ...tree, members }
}

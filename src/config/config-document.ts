import { UserError } from '../errors.ts'
import type { Location } from '../model/location.ts'
import { configKeys, type KeyShape } from './config-keys.ts'
import type { LoadContext } from './context.ts'
import { suggest } from './nearest-name.ts'
import { describeTree, type Member, type Tree } from './tree.ts'

/** A place of a config document. */
export type Locate = (offset: number) => Location

/** A config whose keys are known and whose values have the right shape. */
export class ConfigDocument {
  private readonly members: ReadonlyMap<string, Member>
  readonly locate: Locate
  private readonly failure: string

  constructor(members: ReadonlyMap<string, Member>, locate: Locate, failure: string) {
    this.members = members
    this.locate = locate
    this.failure = failure
  }

  /** The value of a text key; undefined where it is absent or empty. */
  text(key: string): string | undefined {
    const value = this.tree(key)
    return value?.kind === 'scalar' && typeof value.value === 'string' && value.value !== '' ? value.value : undefined
  }

  tree(key: string): Tree | undefined {
    return this.members.get(key)?.value
  }

  /** Where a key stands. */
  place(key: string): Location {
    return this.locate(this.members.get(key)?.offset ?? 0)
  }

  /** An error about the value of a key. */
  refusal(message: string, hint: string, place: Location): UserError {
    return new UserError(`${this.failure}: ${message}`, { hint, location: place })
  }
}

/**
 * Checks keys and shapes of a config. Unknown keys are warned of and ignored, case does not matter.
 *
 * @throws UserError where a value has the wrong type or a key stands twice.
 */
export function readConfigDocument(
  tree: Tree,
  locate: Locate,
  options: { readonly failure: string; readonly warn: LoadContext['warn'] },
): ConfigDocument {
  const { failure, warn } = options
  if (tree.kind !== 'object') {
    const found = tree.kind === 'scalar' && tree.value === null ? 'an empty file' : describeTree(tree)
    throw new UserError(`${failure}: a config must be a mapping of keys to values, not ${found}`, {
      hint: 'write at least cluster, service, service_definition and task_definition',
      location: locate(tree.offset),
    })
  }
  const members = new Map<string, Member>()
  for (const member of tree.members) {
    const key = member.key.toLowerCase()
    const shape = configKeys.get(key)
    const place = locate(member.offset)
    if (shape === undefined) {
      warn(`json: unknown field "${member.key}"${suggest(member.key, configKeys.keys())}`, place)
      continue
    }
    if (members.has(key)) throw duplicate(failure, member.key, place)
    checkShape(member, shape, (message, hint) => new UserError(`${failure}: ${message}`, { hint, location: place }))
    members.set(key, member)
  }
  return new ConfigDocument(members, locate, failure)
}

function duplicate(failure: string, key: string, location: Location): UserError {
  return new UserError(`${failure}: the key ${key} is written twice`, { hint: 'keep one of the two', location })
}

const shapeNames: Readonly<Record<KeyShape, string>> = {
  text: 'a text',
  duration: 'a duration such as 10m',
  list: 'a list',
  object: 'a mapping',
}

function checkShape(
  { key, value }: Member,
  shape: KeyShape,
  refuse: (message: string, hint: string) => UserError,
): void {
  if (value.kind === 'scalar' && value.value === null) return
  const isRight = {
    text: value.kind === 'scalar' && typeof value.value === 'string',
    // Numbers are nanoseconds, which the reader of the duration warns of.
    duration: value.kind === 'scalar' && typeof value.value !== 'boolean',
    list: value.kind === 'list',
    object: value.kind === 'object',
  }[shape]
  if (isRight) return
  const hint =
    shape === 'text' && value.kind === 'scalar' ? `write ${key}: "${value.value}"` : `write ${shapeNames[shape]}`
  throw refuse(`${key} must be ${shapeNames[shape]}, not ${describeTree(value)}`, hint)
}

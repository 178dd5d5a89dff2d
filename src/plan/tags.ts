import type { Tag } from '../model/ecs.ts'
import { type Json, type JsonObject, objectsAt, textAt } from '../model/json.ts'
import { compareTexts } from './canonical.ts'
import type { FieldRule } from './field-rules.ts'

/** What to tell TagResource and UntagResource. */
export interface TagChange {
  /** New tags and tags with a new value. */
  readonly add: readonly Tag[]
  /** Keys. */
  readonly remove: readonly string[]
}

/** Removes the tags that are not ours to manage, and the field where none is left. */
export function keepManaged(ignoreTags: readonly string[]): FieldRule {
  return (value) => {
    const kept = objectsAt(value, []).filter((tag) => isManaged(textAt(tag, ['key']), ignoreTags))
    return kept.length === 0 ? undefined : kept
  }
}

/** Tags compared by key (specification 5.3.6): the way from one list to the other. */
export function planTags(before: Json | undefined, after: Json | undefined, ignoreTags: readonly string[]): TagChange {
  const old = tagsByKey(before, ignoreTags)
  const wanted = tagsByKey(after, ignoreTags)
  return {
    add: [...wanted].filter(([key, value]) => old.get(key) !== value).map(([key, value]) => ({ key, value })),
    remove: [...old.keys()].filter((key) => !wanted.has(key)),
  }
}

function tagsByKey(tags: Json | undefined, ignoreTags: readonly string[]): ReadonlyMap<string, string> {
  const pairs = objectsAt(tags, [])
    .map(readTag)
    .filter(([key]) => isManaged(key, ignoreTags))
  return new Map(pairs.sort(([one], [other]) => compareTexts(one, other)))
}

function readTag(tag: JsonObject): [string, string] {
  return [textAt(tag, ['key']) ?? '', textAt(tag, ['value']) ?? '']
}

// AWS owns tags that begin with `aws:`; any call that names one is refused.
function isManaged(key: string | undefined, ignoreTags: readonly string[]): boolean {
  return key === undefined || !(ignoreTags.includes(key) || key.toLowerCase().startsWith('aws:'))
}

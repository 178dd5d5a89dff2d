import type { Tag } from '../model/ecs.ts'
import { argumentError } from './argument-error.ts'

/**
 * The tags of `--tags`, items between commas (specification 9.1, "run tags"): empty items are skipped, a value may be
 * empty or hold `=`, a key may not be missing.
 *
 * @throws UserError for an item without `=` or without a key
 */
export function readTags(items: readonly string[]): readonly Tag[] {
  return items.filter((item) => item !== '').map(readTag)
}

function readTag(item: string): Tag {
  const equals = item.indexOf('=')
  if (equals < 1) throw argumentError(`--tags: "${item}" is not KEY=VALUE`, 'write --tags KEY=VALUE,KEY=VALUE')
  return { key: item.slice(0, equals), value: item.slice(equals + 1) }
}

import { readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import type { LoadContext } from '../context.ts'
import { describeReadError, displayPath } from '../workspace.ts'
import { describeOutside } from '../workspace-border.ts'
import type { EngineReply } from './engine.ts'

/**
 * The content of an imported file: relative to the importing file, and inside the border, symbolic links followed.
 *
 * @param from the importing file as messages show it
 */
export function readImport(
  { root, border }: Pick<LoadContext, 'root' | 'border'>,
  from: string,
  path: string,
): EngineReply {
  const file = resolve(root, dirname(from), path)
  try {
    const outside = describeOutside(border, file)
    return outside === undefined
      ? { bytes: readFileSync(file), foundAt: displayPath(root, file) }
      : { failure: describeFailure(path, outside) }
  } catch (error) {
    return { failure: describeFailure(path, describeReadError(error)) }
  }
}

function describeFailure(path: string, reason: string): string {
  return `couldn't open import ${JSON.stringify(path)}: ${reason}`
}

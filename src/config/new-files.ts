import { existsSync, mkdirSync, realpathSync, writeFileSync } from 'node:fs'
import { dirname, isAbsolute, join, resolve } from 'node:path'
import { UserError } from '../errors.ts'
import { describeReadError, displayPath } from './workspace.ts'
import { describeOutside } from './workspace-border.ts'

/** What becomes of a file: a new one, one that takes the place of another, or the one that is there stays. */
export type FileFate = 'new' | 'replaced' | 'kept'

/** Where files may be written. */
export interface WritingRules {
  /** Absolute directory of the repository. */
  readonly root: string
  readonly overwrite: boolean
}

/** A path that a config names, as it begins at the repository; both with `/`. */
export function besideConfig(config: string, path: string): string {
  return isAbsolute(path) ? path : join(dirname(config), path)
}

/**
 * What writing a file would do.
 *
 * @param named from the repository, or absolute
 * @throws UserError where the file would lie outside the repository, perhaps behind a symbolic link
 */
export function foreseeFile(named: string, { root, overwrite }: WritingRules): FileFate {
  const path = resolve(root, named)
  const exists = existsSync(path)
  const outside = describeOutside(root, exists ? path : nearestFolder(path))
  if (outside !== undefined) {
    throw new UserError(`failed to write ${displayPath(root, path)}: ${outside}`, {
      hint: 'name a place inside the repository',
      category: 'config/client',
    })
  }
  if (!exists) return 'new'
  return overwrite ? 'replaced' : 'kept'
}

function nearestFolder(path: string): string {
  const folder = dirname(path)
  return existsSync(folder) || folder === path ? realpathSync(folder) : nearestFolder(folder)
}

/**
 * Writes a file that its owner may change and everybody read; folders are made where they are missing. What appeared
 * in the meantime is not replaced.
 *
 * @param named from the repository, or absolute
 * @throws UserError `failed to write …`
 */
export function writeFile(named: string, text: string, { root, overwrite }: WritingRules): void {
  const path = resolve(root, named)
  try {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, text, { mode: 0o644, flag: overwrite ? 'w' : 'wx' })
  } catch (error) {
    throw new UserError(`failed to write ${displayPath(root, path)}: ${describeReadError(error)}`, {
      hint: 'check the path, and that the folder may be written to',
      category: 'config/client',
    })
  }
}

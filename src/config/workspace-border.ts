import { realpathSync } from 'node:fs'
import { relative, resolve, sep } from 'node:path'

/**
 * Why a file is not read: it lies outside the repository, perhaps behind a symbolic link. Undefined where it lies
 * inside, or cannot be found.
 *
 * @param root absolute directory of the repository
 */
export function describeOutside(root: string, path: string): string | undefined {
  try {
    const place = relative(realpathSync(root), realpathSync(resolve(root, path)))
    const isOutside = place === '..' || place.startsWith(`..${sep}`) || resolve(place) === place
    return isOutside ? 'it lies outside the repository' : undefined
  } catch {
    return undefined
  }
}

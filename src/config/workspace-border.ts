import { existsSync, realpathSync } from 'node:fs'
import { basename, dirname, join, relative, resolve, sep } from 'node:path'

/** What to do about a file that is refused. */
export const outsideHint = 'copy it into the repository in an earlier step; a symbolic link is no way round'

/**
 * Why a file is not read: it lies outside the repository, perhaps behind a symbolic link. Undefined where it lies
 * inside.
 *
 * @param border absolute directory that nothing leaves
 * @param path absolute
 */
export function describeOutside(border: string, path: string): string | undefined {
  return isInside(border, path) ? undefined : 'it lies outside the repository'
}

/**
 * The directory that a project's files do not leave: the workspace. A config that lies elsewhere was put there by the
 * workflow itself: the repository around it counts then, else its own directory.
 *
 * @param config absolute path of the config
 * @param workspace absolute
 */
export function findBorder(config: string, workspace: string): string {
  const directory = dirname(config)
  return isBelow(workspace, config) ? workspace : (repositoryAround(directory) ?? directory)
}

/** The nearest directory upwards that git calls a repository. */
export function repositoryAround(directory: string): string | undefined {
  if (existsSync(join(directory, '.git'))) return directory
  const parent = dirname(directory)
  return parent === directory ? undefined : repositoryAround(parent)
}

function isInside(border: string, path: string): boolean {
  return isBelow(realPath(border), realPath(path))
}

/** A path without symbolic links, as far as it exists: nobody hears what is there outside and what is not. */
function realPath(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    const parent = dirname(path)
    return parent === path ? path : join(realPath(parent), basename(path))
  }
}

function isBelow(directory: string, path: string): boolean {
  const place = relative(directory, path)
  return place !== '..' && !place.startsWith(`..${sep}`) && resolve(place) !== place
}

import { readFileSync } from 'node:fs'
import { relative, resolve, sep } from 'node:path'
import { UserError } from '../errors.ts'
import type { Location } from '../model/location.ts'
import { SourceText } from './source-text.ts'
import { describeOutside, outsideHint } from './workspace-border.ts'

/** A path as messages show it: relative to the repository, with `/`; absolute where it lies outside. */
export function displayPath(root: string, path: string): string {
  const shown = relative(root, resolve(root, path))
  return shown === '' || shown.startsWith('..') ? path : shown.split(sep).join('/')
}

/** What an error about a file says. */
export interface Reading {
  /** Absolute directory of the repository. */
  readonly root: string
  /** Absolute directory that the file must not lie outside of; without it the file may lie anywhere. */
  readonly border?: string
  /** What comes first: `failed to load config file ecs/ecspresso.yml`. */
  readonly failure: string
  /** Where the path was written; the file itself where nobody wrote it. */
  readonly named?: Location | undefined
}

/**
 * Reads a file of the workspace; at once, because the first use of Node's file threads costs more than the read.
 *
 * @throws UserError when it lies outside the border or cannot be read.
 */
export function readSource(path: string, { root, border, failure, named }: Reading): SourceText {
  const file = displayPath(root, path)
  const outside = border === undefined ? undefined : describeOutside(border, path)
  if (outside !== undefined) {
    throw new UserError(`${failure}: ${outside}`, { hint: outsideHint, location: named ?? { file } })
  }
  try {
    return new SourceText(file, readFileSync(path, 'utf8'))
  } catch (error) {
    throw new UserError(`${failure}: ${describeReadError(error)}`, {
      hint: 'check the path, and that the repository is checked out',
      location: named ?? { file },
    })
  }
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'no such file',
  EACCES: 'no permission to read it',
  EISDIR: 'it is a directory',
  ENOTDIR: 'a part of its path is not a directory',
  ENAMETOOLONG: 'its name is too long',
}

/** Why a file cannot be read, in words. */
export function describeReadError(error: unknown): string {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''
  return reasons[code] ?? (error instanceof Error ? error.message : String(error))
}

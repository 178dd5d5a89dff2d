import { existsSync, globSync } from 'node:fs'
import { matchesGlob, relative, resolve, sep } from 'node:path'
import { UserError } from '../errors.ts'

/** The names under which a config is found, first one first (specification 1.4). */
const configNames = ['ecspresso.yml', 'ecspresso.yaml', 'ecspresso.json', 'ecspresso.jsonnet'] as const

/**
 * Absolute path of the config: the wanted one, or what the directory holds. Asking for `ecspresso.yml` is
 * the same as asking for nothing. Where nothing is found the first name is returned, and loading it fails.
 */
export function discover(directory: string, wanted = ''): string {
  if (wanted !== '' && wanted !== configNames[0]) return resolve(directory, wanted)
  const found = configNames.find((name) => existsSync(resolve(directory, name)))
  return resolve(directory, found ?? configNames[0])
}

/**
 * Absolute paths of the configs that patterns name: paths, globs, and `!` in front of what is left out.
 * Order is that of the patterns, sorted within a glob; nothing is named twice.
 *
 * @throws UserError when a glob, or all patterns together, name no file.
 */
export function findConfigs(patterns: readonly string[], directory: string): readonly string[] {
  const given = patterns.map((pattern) => pattern.trim()).filter((pattern) => pattern !== '')
  const excluded = given.filter((pattern) => pattern.startsWith('!')).map((pattern) => normalize(pattern.slice(1)))
  const included = given.filter((pattern) => !pattern.startsWith('!'))
  if (included.length === 0) return [discover(directory)]
  const found = new Set(included.flatMap((pattern) => expand(pattern, directory)))
  const kept = [...found].filter((path) => !excluded.some((pattern) => isExcluded(path, pattern, directory)))
  if (kept.length > 0) return kept
  throw new UserError(`config: every file is excluded by ${given.filter((one) => one.startsWith('!')).join(' ')}`, {
    hint: 'change the patterns that begin with !',
  })
}

/** The path under which `init --jsonnet` writes a file (specification 5.18). */
export function asJsonnet(path: string): string {
  return path.replace(/\.(?:json|ya?ml)$/, '.jsonnet')
}

function expand(pattern: string, directory: string): readonly string[] {
  if (!/[*?[\]{}]/.test(pattern)) return [discover(directory, pattern)]
  if (existsSync(resolve(directory, pattern))) return [resolve(directory, pattern)]
  const exclude = ['**/node_modules/**', '**/.git/**']
  const found = globSync(normalize(pattern), { cwd: directory, exclude }).toSorted()
  if (found.length > 0) return found.map((path) => resolve(directory, path))
  throw new UserError(`config: ${pattern} matches no file`, {
    hint: 'check the pattern; it starts at the working directory',
  })
}

function isExcluded(path: string, pattern: string, directory: string): boolean {
  return matchesGlob(relative(directory, path).split(sep).join('/'), pattern) || resolve(directory, pattern) === path
}

function normalize(pattern: string): string {
  return pattern.replace(/^\.\//, '')
}

import { resolve } from 'node:path'
import { UserError } from '../errors.ts'
import type { Environment } from '../model/project.ts'
import { readSource } from './workspace.ts'

/**
 * The environment with envfiles on top: they win over it, and later ones over earlier ones (specification 1.3).
 *
 * @param files paths relative to `directory`; empty ones are skipped
 * @param places absolute directories: where paths start, and the repository for messages
 * @throws UserError `failed to load envfile: …`
 */
export async function loadEnvfiles(
  environment: Environment,
  files: readonly string[],
  places: { readonly directory: string; readonly root: string },
): Promise<Environment> {
  const wanted = files.filter((file) => file !== '')
  const loaded = await Promise.all(
    wanted.map(async (file) => {
      const source = readSource(resolve(places.directory, file), {
        root: places.root,
        failure: `failed to load envfile: ${file}`,
      })
      return parseEnvfile(source.text, source.file)
    }),
  )
  return Object.assign({}, environment, ...loaded)
}

/**
 * Parses the lines `KEY=value` of an envfile.
 *
 * @throws UserError with the line
 */
export function parseEnvfile(text: string, file: string): Readonly<Record<string, string>> {
  const variables: [string, string][] = []
  for (const [index, line] of text.split('\n').entries()) {
    try {
      const variable = parseLine(line)
      if (variable !== undefined) variables.push(variable)
    } catch (error) {
      if (!(error instanceof LineError)) throw error
      throw new UserError(`failed to load envfile: ${file}: line ${index + 1}: ${error.message}`, {
        hint: error.hint,
        location: { file, line: index + 1 },
      })
    }
  }
  return Object.fromEntries(variables)
}

class LineError extends Error {
  readonly hint: string

  constructor(message: string, hint: string) {
    super(message)
    this.hint = hint
  }
}

function parseLine(line: string): [string, string] | undefined {
  const trimmed = line.trim()
  if (trimmed === '' || trimmed.startsWith('#')) return undefined
  const assignment = trimmed.startsWith('export ') ? trimmed.slice('export '.length) : trimmed
  const equals = assignment.indexOf('=')
  if (equals < 0) throw new LineError('missing =', 'write KEY=value')
  const key = assignment.slice(0, equals).trim()
  if (!/^[A-Za-z_][A-Za-z0-9_./]*$/.test(key)) {
    throw new LineError(
      `invalid name ${JSON.stringify(key)}`,
      'a name begins with a letter or _ and holds letters, digits, _ . /',
    )
  }
  return [key, parseValue(assignment.slice(equals + 1).trim())]
}

const escapes: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
}

/** Quotes may begin and end anywhere; what stands outside is literal up to a `#`. */
function parseValue(text: string): string {
  const control = Array.from(text).find((character) => character < ' ')
  if (control !== undefined) {
    throw new LineError(`control character ${JSON.stringify(control)}`, 'write it as \\n or \\t in double quotes')
  }
  const pieces = /'([^']*)'|"((?:[^"\\]|\\.)*)"|([^'"#]+)/y
  let value = ''
  for (let offset = 0; offset < text.length && text.charAt(offset) !== '#'; ) {
    pieces.lastIndex = offset
    const match = pieces.exec(text)
    if (match === null) throw new LineError('unterminated quote', 'close it on the same line')
    offset = pieces.lastIndex
    const [, single, double, plain] = match
    const isBeforeComment = plain !== undefined && text.charAt(offset) === '#'
    value += single ?? (double === undefined ? (isBeforeComment ? plain?.trimEnd() : plain) : readEscapes(double))
  }
  return value
}

function readEscapes(text: string): string {
  return text.replace(/\\(u[0-9a-fA-F]{4}|.)/g, (whole, code: string) => {
    if (code.length === 5) return String.fromCharCode(Number.parseInt(code.slice(1), 16))
    const character = escapes[code]
    if (character === undefined)
      throw new LineError(`unknown escape ${whole}`, 'write a backslash as \\\\, or use single quotes')
    return character
  })
}

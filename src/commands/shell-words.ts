import type { UserError } from '../errors.ts'
import { argumentError } from './argument-error.ts'

/** A line of the `command` input: its words and the text they came from. */
export interface ShellLine {
  readonly words: readonly string[]
  readonly text: string
}

/**
 * Splits the `command` input as a shell splits words: quotes join, `\` at a line's end continues, `#` begins a
 * comment that ends with its line, nothing is expanded. Empty lines vanish. Quotes close on the line they open.
 * @throws UserError for a quote that is not closed
 */
export function splitLines(text: string): readonly ShellLine[] {
  const source = text.replace(/\r\n?/g, '\n')
  const lines: string[][] = [[]]
  token.lastIndex = 0
  for (let start = 0; start < source.length; start = token.lastIndex) {
    const { blank, comment, end, word } = token.exec(source)?.groups ?? {}
    if (end !== undefined) lines.push([])
    else if (word !== undefined) lines.at(-1)?.push(word.replaceAll('\\\n', ''))
    else if (blank === undefined && comment === undefined) throw unclosed(source, start)
  }
  return lines.filter((line) => line.length > 0).map((line) => ({ words: line.map(unquote), text: line.join(' ') }))
}

// A word is quoted parts, escaped characters and plain ones, as many as touch each other.
const token =
  /(?<end>\n)|(?<blank>(?:[^\S\n]|\\\n)+)|(?<comment>#[^\n]*)|(?<word>(?:'[^'\n]*'|"(?:[^"\\\n]|\\.)*"|\\.|[^\s'"\\])+)/gsy
const quoted = /'([^']*)'|"((?:[^"\\]|\\.)*)"|\\(.)/gs

function unquote(word: string): string {
  return word.replace(
    quoted,
    (_, single?: string, double?: string, escaped?: string) =>
      single ?? double?.replace(/\\(["\\$`])/g, '$1') ?? escaped ?? '',
  )
}

function unclosed(source: string, start: number): UserError {
  const [line] = source.slice(source.lastIndexOf('\n', start) + 1).split('\n', 1)
  return argumentError(`a quote or \\ that nothing closes in "${line}"`, 'close the quote, or put a \\ before it')
}

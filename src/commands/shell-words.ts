import type { UserError } from '../errors.ts'
import { argumentError } from './argument-error.ts'

/** A line of the `command` input: its words and the text they came from. */
export interface ShellLine {
  readonly words: readonly string[]
  readonly text: string
}

/**
 * Splits the `command` input as a shell splits words: quotes join, `\` at a line's end continues, `#` begins a
 * comment, nothing is expanded. Empty lines vanish.
 * @throws UserError for a quote that is not closed
 */
export function splitLines(text: string): readonly ShellLine[] {
  const lines = text.replace(/\r\n?/g, '\n').replace(/\\\n/g, ' ').split('\n')
  return lines.map(splitLine).filter((line) => line.words.length > 0)
}

// White space, or a word: quoted parts, escaped characters and plain ones, as many as touch each other.
const token = /\s+|(?:'[^']*'|"(?:[^"\\]|\\.)*"|\\.|[^\s'"\\])+/gsy
const quoted = /'([^']*)'|"((?:[^"\\]|\\.)*)"|\\(.)/gs

function splitLine(line: string): ShellLine {
  const words: string[] = []
  let end = 0
  token.lastIndex = 0
  while (end < line.length && line[end] !== '#') {
    const [text] = token.exec(line) ?? []
    if (text === undefined) throw unclosed(line)
    end = token.lastIndex
    if (text.trim() !== '') words.push(unquote(text))
  }
  return { words, text: line.slice(0, end).replace(/\s+/g, ' ').trim() }
}

function unquote(word: string): string {
  return word.replace(
    quoted,
    (_, single?: string, double?: string, escaped?: string) =>
      single ?? double?.replace(/\\(["\\$`])/g, '$1') ?? escaped ?? '',
  )
}

function unclosed(line: string): UserError {
  return argumentError(`a quote or \\ that nothing closes in "${line}"`, 'close the quote, or put a \\ before it')
}

import { tokenize } from './lexer.ts'
import { TemplateError } from './template-error.ts'
import type { Token } from './token.ts'

/** The tokens of a template with a place in them; any look ahead is free. */
export class TokenStream {
  private readonly tokens: readonly Token[]
  private index = 0

  constructor(source: string) {
    this.tokens = tokenize(source)
  }

  /** The token `ahead` places further; the last one is repeated for ever. */
  peek(ahead = 0): Token {
    const token = this.tokens[Math.min(this.index + ahead, this.tokens.length - 1)]
    return token ?? { kind: 'end', text: '', offset: 0 }
  }

  next(): Token {
    const token = this.peek()
    this.index++
    return token
  }

  skipSpace(): void {
    while (this.peek().kind === 'space') this.index++
  }

  peekSolid(): Token {
    this.skipSpace()
    return this.peek()
  }

  nextSolid(): Token {
    this.skipSpace()
    return this.next()
  }

  /** Whether the next solid token is the keyword; it is not taken. */
  atKeyword(...words: readonly string[]): boolean {
    const token = this.peekSolid()
    return token.kind === 'keyword' && words.includes(token.text)
  }

  /** Takes the closing delimiter. */
  expectRight(context: string): void {
    const token = this.nextSolid()
    if (token.kind !== 'right') throw unexpected(token, context)
  }
}

/** The error for a token that cannot stand here; what the lexer found wrong goes before. */
export function unexpected(token: Token, context: string): TemplateError {
  if (token.kind === 'error') return parseFailure(token.text, token.offset)
  return parseFailure(`unexpected ${describeToken(token)} in ${context}`, token.offset)
}

/** An error of the template's grammar. */
export function parseFailure(message: string, offset: number, hint?: string): TemplateError {
  return new TemplateError('parse', message, { offset, hint })
}

function describeToken(token: Token): string {
  if (token.kind === 'end') return 'the end of the file'
  if (token.kind === 'keyword') return `{{${token.text}}}`
  const text = token.text.length > 20 ? `${token.text.slice(0, 20)}…` : token.text
  return JSON.stringify(text)
}

import type { Token, TokenKind } from './token.ts'

const keywords: ReadonlySet<string> = new Set([
  'block',
  'break',
  'continue',
  'define',
  'else',
  'end',
  'if',
  'nil',
  'range',
  'template',
  'with',
])

const leadingSpace = /^[ \t\r\n]+/
const alphanumeric = /^[\p{L}\p{Nd}_]$/u
const number =
  /[+-]?(?:0[xX][0-9a-fA-F_]*(?:\.[0-9a-fA-F_]*)?(?:[pP][+-]?[0-9_]*)?|0[oO][0-7_]*(?:\.[0-7_]*)?|0[bB][01_]*(?:\.[01_]*)?|[0-9_]*(?:\.[0-9_]*)?(?:[eE][+-]?[0-9_]*)?)i?/y

/**
 * Splits a template into tokens as Go's text/template does, with the default delimiters.
 * The last token is `end`, or `error` where the text stops being a template.
 */
export function tokenize(input: string): readonly Token[] {
  const lexer = new Lexer(input)
  while (!lexer.done) lexer.step()
  return lexer.tokens
}

class Lexer {
  readonly tokens: Token[] = []
  done = false
  private readonly input: string
  private position = 0
  private depth = 0
  private inside = false
  /** Where the action that is being read begins. */
  private action = 0

  constructor(input: string) {
    this.input = input
  }

  step(): void {
    if (this.inside) this.readInside()
    else this.readText()
  }

  private push(token: Token): void {
    this.tokens.push(token)
    if (token.kind === 'error' || token.kind === 'end') this.done = true
    else this.position = token.offset + token.text.length
  }

  private token(kind: TokenKind, end: number): Token {
    return { kind, text: this.input.slice(this.position, end), offset: this.position }
  }

  private failure(message: string, offset = this.position): Token {
    return { kind: 'error', text: message, offset }
  }

  private readText(): void {
    const delimiter = this.input.indexOf('{{', this.position)
    const end = delimiter < 0 ? this.input.length : delimiter
    const trims = delimiter >= 0 && /^-[ \t\r\n]/.test(this.input.slice(delimiter + 2, delimiter + 4))
    const text = this.input.slice(this.position, end)
    const kept = trims ? trimEnd(text) : text
    if (kept !== '') this.push(this.token('text', this.position + kept.length))
    this.position = end
    if (delimiter < 0) {
      this.push(this.token('end', end))
      return
    }
    const after = end + (trims ? 4 : 2)
    if (this.input.startsWith('/*', after)) this.skipComment(after)
    else this.enter(after)
  }

  private enter(after: number): void {
    this.action = this.position
    this.push({ kind: 'left', text: '{{', offset: this.position })
    this.position = after
    this.depth = 0
    this.inside = true
  }

  private skipComment(start: number): void {
    const close = this.input.indexOf('*/', start + 2)
    const delimiter = close < 0 ? undefined : this.rightDelimiter(close + 2)
    if (delimiter === undefined) {
      this.push(this.failure(close < 0 ? 'unclosed comment' : 'comment ends before closing delimiter'))
      return
    }
    this.position = delimiter.end
    if (delimiter.trims) this.skipSpace()
  }

  private skipSpace(): void {
    this.position += leadingSpace.exec(this.input.slice(this.position))?.[0].length ?? 0
  }

  /** Where the closing delimiter at `offset` ends, and whether it eats the space behind it. */
  private rightDelimiter(offset: number): { readonly end: number; readonly trims: boolean } | undefined {
    if (this.input.startsWith('}}', offset)) return { end: offset + 2, trims: false }
    if (/^[ \t\r\n]-\}\}$/.test(this.input.slice(offset, offset + 4))) return { end: offset + 4, trims: true }
    return undefined
  }

  private readInside(): void {
    const delimiter = this.rightDelimiter(this.position)
    if (delimiter === undefined) this.push(this.readToken(this.codePoint(this.position)))
    else if (this.depth > 0) this.push(this.failure('unclosed left paren'))
    else {
      this.push(this.token('right', delimiter.end))
      if (delimiter.trims) this.skipSpace()
      this.inside = false
    }
  }

  private readToken(first: string): Token {
    switch (first) {
      case '':
        return this.failure('unclosed action', this.action)
      case '=':
        return this.token('assign', this.position + 1)
      case ':':
        if (this.input.charAt(this.position + 1) !== '=') return this.failure('expected :=')
        return this.token('declare', this.position + 2)
      case '|':
        return this.token('pipe', this.position + 1)
      case '(':
        this.depth++
        return this.token('open', this.position + 1)
      case ')':
        this.depth--
        return this.depth < 0 ? this.failure('unexpected right paren') : this.token('close', this.position + 1)
      case '"':
        return this.readQuoted('string', 'unterminated quoted string')
      case "'":
        return this.readQuoted('character', 'unterminated character constant')
      case '`':
        return this.readRaw()
      case '$':
        return this.readName('variable', 1)
      default:
        return this.readWord(first)
    }
  }

  private readWord(first: string): Token {
    if (leadingSpace.test(first)) return this.readSpace()
    const numeric = /^[0-9]$/.test(first === '.' ? this.input.charAt(this.position + 1) : first)
    if (first === '.' && !numeric) return this.readName('field', 1)
    if (numeric || first === '+' || first === '-') return this.readNumber()
    if (alphanumeric.test(first)) return this.readName('identifier', 0)
    if (/^[!-~]$/.test(first)) return this.token('char', this.position + 1)
    const code = (first.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
    return this.failure(`unrecognized character in action: U+${code}`)
  }

  private readSpace(): Token {
    let end = this.position
    while (/[ \t\r\n]/.test(this.input.charAt(end))) end++
    // The last space may belong to a closing ` -}}`.
    return this.token('space', this.input.startsWith('-}}', end) ? end - 1 : end)
  }

  private readQuoted(kind: 'string' | 'character', message: string): Token {
    const mark = this.input.charAt(this.position)
    let end = this.position + 1
    while (this.input.charAt(end) !== mark) {
      if (this.input.charAt(end) === '\\') end++
      const at = this.input.charAt(end)
      if (at === '' || at === '\n') return this.failure(message)
      end++
    }
    return this.token(kind, end + 1)
  }

  private readRaw(): Token {
    const end = this.input.indexOf('`', this.position + 1)
    return end < 0 ? this.failure('unterminated raw quoted string') : this.token('raw', end + 1)
  }

  private readNumber(): Token {
    let end = this.numberEnd(this.position)
    const isComplex = this.endsName(end) && /[+-]/.test(this.input.charAt(end))
    if (isComplex) end = this.numberEnd(end)
    const isGood = this.endsName(end) && (!isComplex || this.input.charAt(end - 1) === 'i')
    if (isGood) return this.token('number', end)
    const shown = this.input.slice(this.position, this.endsName(end) ? end : end + 1)
    return this.failure(`bad number syntax: ${JSON.stringify(shown)}`)
  }

  private numberEnd(start: number): number {
    number.lastIndex = start
    return start + (number.exec(this.input)?.[0].length ?? 0)
  }

  /** Whether what stands at `offset` can not go on a name or number. */
  private endsName(offset: number): boolean {
    return !alphanumeric.test(this.codePoint(offset))
  }

  private readName(kind: 'variable' | 'field' | 'identifier', prefix: number): Token {
    let end = this.position + prefix
    for (let next = this.codePoint(end); alphanumeric.test(next); next = this.codePoint(end)) end += next.length
    if (!this.endsOperand(end)) return this.failure(`bad character ${JSON.stringify(this.codePoint(end))}`, end)
    if (kind === 'field' && end === this.position + 1) return this.token('dot', end)
    return this.token(kind === 'identifier' ? wordKind(this.input.slice(this.position, end)) : kind, end)
  }

  private endsOperand(offset: number): boolean {
    const next = this.codePoint(offset)
    return next === '' || /^[ \t\r\n.,|:()]$/.test(next) || this.input.startsWith('}}', offset)
  }

  private codePoint(offset: number): string {
    const code = this.input.codePointAt(offset)
    return code === undefined ? '' : String.fromCodePoint(code)
  }
}

/** Cuts the space at the end; a pattern would look at every space of the text again and again. */
function trimEnd(text: string): string {
  let end = text.length
  while (end > 0 && ' \t\r\n'.includes(text.charAt(end - 1))) end--
  return text.slice(0, end)
}

function wordKind(word: string): TokenKind {
  if (keywords.has(word)) return 'keyword'
  return word === 'true' || word === 'false' ? 'bool' : 'identifier'
}

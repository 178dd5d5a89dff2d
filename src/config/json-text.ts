import { depthLimit, type Member, type Tree } from './tree.ts'

/** What is wrong with a JSON text, and where. */
export class JsonSyntaxError extends Error {
  readonly offset: number
  readonly hint: string

  constructor(message: string, offset: number, hint: string) {
    super(message)
    this.name = 'JsonSyntaxError'
    this.offset = offset
    this.hint = hint
  }
}

const numberShape = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y
const wordShape = /[A-Za-z_][A-Za-z0-9_]*/y
const words: ReadonlyMap<string, null | boolean> = new Map([
  ['true', true],
  ['false', false],
  ['null', null],
])

/**
 * Parses JSON and keeps the position of every key and value. `lenient` also takes comments and trailing
 * commas, as Jsonnet does (specification 2.1).
 *
 * @throws JsonSyntaxError
 */
export function parseJson(text: string, options: { readonly lenient?: boolean } = {}): Tree {
  return new JsonReader(text, options.lenient ?? false).document()
}

class JsonReader {
  private readonly text: string
  private readonly lenient: boolean
  private position = 0
  private depth = 0

  constructor(text: string, lenient: boolean) {
    this.text = text
    this.lenient = lenient
    if (text.startsWith('\uFEFF')) this.position = 1
  }

  document(): Tree {
    this.skipSpace()
    if (this.position >= this.text.length) throw this.failure('the file is empty', 'write a JSON object')
    const tree = this.value()
    this.skipSpace()
    if (this.position < this.text.length) {
      throw this.failure(
        `unexpected ${this.found()} behind the end of the document`,
        'remove what follows the last brace',
      )
    }
    return tree
  }

  private value(): Tree {
    const offset = this.position
    switch (this.text.charAt(offset)) {
      case '{':
        return this.nested(() => ({ kind: 'object', offset, members: this.sequence('}', () => this.member()) }))
      case '[':
        return this.nested(() => ({ kind: 'list', offset, items: this.sequence(']', () => this.value()) }))
      case '"':
        return { kind: 'scalar', offset, value: this.string() }
      default:
        return { kind: 'scalar', offset, value: this.plain() }
    }
  }

  private nested(read: () => Tree): Tree {
    if (this.depth >= depthLimit) throw this.failure('the document is nested too deeply', 'make it flatter')
    this.depth++
    const tree = read()
    this.depth--
    return tree
  }

  private sequence<T>(close: string, read: () => T): readonly T[] {
    const items: T[] = []
    this.position++
    this.skipSpace()
    while (this.text.charAt(this.position) !== close) {
      items.push(read())
      this.skipSpace()
      if (this.text.charAt(this.position) === close) break
      const comma = this.position
      if (this.text.charAt(comma) !== ',')
        throw this.failure(`expected , or ${close} but found ${this.found()}`, separatorHint)
      this.position++
      this.skipSpace()
      if (this.text.charAt(this.position) === close && !this.lenient) {
        this.position = comma
        throw this.failure(`unexpected , before ${close}`, 'remove the comma behind the last item')
      }
    }
    this.position++
    return items
  }

  private member(): Member {
    const offset = this.position
    if (this.text.charAt(offset) !== '"') {
      throw this.failure(`expected a key in double quotes but found ${this.found()}`, 'write keys as "key"')
    }
    const key = this.string()
    this.skipSpace()
    if (this.text.charAt(this.position) !== ':') {
      throw this.failure(`expected : behind the key ${JSON.stringify(key)} but found ${this.found()}`, separatorHint)
    }
    this.position++
    this.skipSpace()
    return { key, offset, value: this.value() }
  }

  private string(): string {
    const start = this.position
    let end = start + 1
    for (let character = this.text.charAt(end); character !== '"'; character = this.text.charAt(end)) {
      if (character === '') throw this.failure('a text in double quotes does not end', 'close it with "')
      if (character < ' ') {
        this.position = end
        throw this.failure(`a text holds ${JSON.stringify(character)} as it is`, controlHint)
      }
      end += character === '\\' ? 2 : 1
    }
    this.position = end + 1
    return this.unescape(start, end + 1)
  }

  private unescape(start: number, end: number): string {
    const literal = this.text.slice(start, end)
    if (!literal.includes('\\')) return literal.slice(1, -1)
    const bad = /\\(?:[^"\\/bfnrtu]|u(?![0-9a-fA-F]{4}))/.exec(literal.replaceAll('\\\\', '  '))
    if (bad === null) return JSON.parse(literal)
    this.position = start + bad.index
    throw this.failure(`a text holds the unknown escape ${bad[0]}`, 'write a backslash as \\\\')
  }

  private plain(): null | boolean | number {
    wordShape.lastIndex = this.position
    const word = wordShape.exec(this.text)?.[0]
    if (word === undefined) return this.number()
    const value = words.get(word)
    if (value === undefined) throw this.failure(`unexpected ${word}`, 'put texts in double quotes')
    this.position += word.length
    return value
  }

  private number(): number {
    numberShape.lastIndex = this.position
    const digits = numberShape.exec(this.text)?.[0]
    if (digits === undefined) throw this.failure(`expected a value but found ${this.found()}`, this.valueHint())
    if (!Number.isFinite(Number(digits)))
      throw this.failure(`the number ${digits.slice(0, 20)} is too large`, 'write a smaller one')
    this.position += digits.length
    if (/[0-9A-Za-z_.]/.test(this.text.charAt(this.position))) {
      throw this.failure(`unexpected ${this.found()} behind the number ${digits}`, 'put texts in double quotes')
    }
    return Number(digits)
  }

  private skipSpace(): void {
    for (;;) {
      const space = /[ \t\r\n]*/y
      space.lastIndex = this.position
      this.position += space.exec(this.text)?.[0].length ?? 0
      const comment = this.lenient ? this.commentLength() : 0
      if (comment === 0) return
      this.position += comment
    }
  }

  private commentLength(): number {
    const comment = /(?:\/\/|#)[^\n]*|\/\*[\s\S]*?\*\//y
    comment.lastIndex = this.position
    return comment.exec(this.text)?.[0].length ?? 0
  }

  private valueHint(): string {
    if (/^(?:\/\/|\/\*|#)/.test(this.text.slice(this.position, this.position + 2))) return commentHint
    return this.text.charAt(this.position) === "'"
      ? 'use double quotes'
      : 'write a text, a number, true, false, null, [ or {'
  }

  private found(): string {
    const rest = this.text.slice(this.position, this.position + 20)
    if (rest === '') return 'the end of the file'
    return JSON.stringify(/^\w+|^[^\w\s]/.exec(rest)?.[0] ?? rest.charAt(0))
  }

  private failure(message: string, hint: string): JsonSyntaxError {
    const isComment = /^(?:\/\/|\/\*|#)/.test(this.text.slice(this.position, this.position + 2))
    return new JsonSyntaxError(message, this.position, isComment ? commentHint : hint)
  }
}

const separatorHint = 'look for a missing comma, colon or quote just before'
const controlHint = 'write line breaks and tabs as \\n and \\t; a template value needs | json_escape'
const commentHint = 'JSON has no comments: remove it, or name the file .jsonnet'

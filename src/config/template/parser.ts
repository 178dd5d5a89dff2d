import { type FunctionNames, nestingLimit, PipelineParser, readString } from './pipeline-parser.ts'
import type { Control, Pipeline, Statement, Template } from './syntax.ts'
import type { Token } from './token.ts'
import { parseFailure, TokenStream, unexpected } from './token-stream.ts'

/**
 * Parses a Go template.
 *
 * @throws TemplateError where the grammar is broken or an unknown function is called.
 */
export function parseTemplate(source: string, functions: FunctionNames): Template {
  if (!source.includes('{{')) {
    const root: Statement[] = source === '' ? [] : [{ kind: 'text', offset: 0, text: source }]
    return { source, root, definitions: new Map() }
  }
  return new Parser(source, functions).parse()
}

/** How a list of statements ended: with which keyword, and where it stands. */
interface Body {
  readonly statements: readonly Statement[]
  readonly closed: 'end' | 'else'
  readonly offset: number
}

class Parser {
  private readonly source: string
  private readonly tokens: TokenStream
  private readonly pipelines: PipelineParser
  private readonly definitions = new Map<string, readonly Statement[]>()
  private ranges = 0
  private depth = 0

  constructor(source: string, functions: FunctionNames) {
    this.source = source
    this.tokens = new TokenStream(source)
    this.pipelines = new PipelineParser(this.tokens, functions)
  }

  parse(): Template {
    const root: Statement[] = []
    while (this.tokens.peekSolid().kind !== 'end') {
      if (this.takeDefinition()) continue
      const statement = this.readStatement()
      if (statement === 'end' || statement === 'else') {
        throw parseFailure(`unexpected {{${statement}}}`, this.tokens.peek(-1).offset)
      }
      root.push(statement)
    }
    return { source: this.source, root, definitions: this.definitions }
  }

  private takeDefinition(): boolean {
    let ahead = 1
    while (this.tokens.peek(ahead).kind === 'space') ahead++
    const token = this.tokens.peek(ahead)
    if (this.tokens.peek().kind !== 'left' || token.kind !== 'keyword' || token.text !== 'define') return false
    this.tokens.next()
    this.tokens.nextSolid()
    const name = this.readName('define clause')
    this.tokens.expectRight('define clause')
    this.define(name, token.offset, this.readOwnBody('define clause', token.offset))
    return true
  }

  private define(name: string, offset: number, body: readonly Statement[]): void {
    const known = this.definitions.get(name)
    if (known !== undefined && !isEmpty(known) && !isEmpty(body)) {
      throw parseFailure(`multiple definition of template "${name}"`, offset)
    }
    if (known === undefined || isEmpty(known)) this.definitions.set(name, body)
  }

  /** A definition's body sees neither variables nor loops of what is around it. */
  private readOwnBody(context: string, opening: number): readonly Statement[] {
    const outside = { variables: this.pipelines.variables, ranges: this.ranges }
    this.pipelines.variables = ['$']
    this.ranges = 0
    const body = this.readBody(opening)
    if (body.closed !== 'end') throw parseFailure(`unexpected {{else}} in ${context}`, body.offset)
    this.pipelines.variables = outside.variables
    this.ranges = outside.ranges
    return body.statements
  }

  private readName(context: string): string {
    const token = this.tokens.nextSolid()
    if (token.kind !== 'string' && token.kind !== 'raw') throw unexpected(token, context)
    return readString(token)
  }

  /** `opening`: where the structure begins that wants an end. */
  private readBody(opening: number): Body {
    const statements: Statement[] = []
    while (this.tokens.peekSolid().kind !== 'end') {
      const statement = this.readStatement()
      if (statement === 'end' || statement === 'else') {
        return { statements, closed: statement, offset: this.tokens.peek(-1).offset }
      }
      statements.push(statement)
    }
    throw parseFailure('unexpected end of the file: the {{end}} of this is missing', opening)
  }

  private readStatement(): Statement | 'end' | 'else' {
    const token = this.tokens.nextSolid()
    if (token.kind === 'text') return { kind: 'text', offset: token.offset, text: token.text }
    if (token.kind !== 'left') throw unexpected(token, 'input')
    const word = this.tokens.peekSolid()
    if (word.kind !== 'keyword' || word.text === 'nil') return this.readAction(token.offset)
    this.tokens.next()
    return this.readKeyword(word, token.offset)
  }

  private readAction(offset: number): Statement {
    return { kind: 'action', offset, pipeline: this.pipelines.parse('command', 'right') }
  }

  private readKeyword(word: Token, offset: number): Statement | 'end' | 'else' {
    switch (word.text) {
      case 'if':
      case 'with':
      case 'range':
        return this.readControl(word.text, offset)
      case 'end':
        this.tokens.expectRight('end')
        return 'end'
      case 'else':
        // What follows `else if` and `else with` belongs to a structure of its own.
        if (!this.tokens.atKeyword('if', 'with')) this.tokens.expectRight('else')
        return 'else'
      case 'break':
      case 'continue':
        this.tokens.expectRight(`{{${word.text}}}`)
        if (this.ranges === 0) throw parseFailure(`{{${word.text}}} outside {{range}}`, offset)
        return { kind: word.text, offset }
      case 'template':
        return { kind: 'template', offset, name: this.readName('template clause'), pipeline: this.readArgument() }
      case 'block':
        return this.readBlock(offset)
      default:
        throw unexpected(word, 'command')
    }
  }

  private readArgument(): Pipeline | undefined {
    if (this.tokens.peekSolid().kind !== 'right') return this.pipelines.parse('template clause', 'right')
    this.tokens.next()
    return undefined
  }

  private readBlock(offset: number): Statement {
    const name = this.readName('block clause')
    const pipeline = this.pipelines.parse('block clause', 'right')
    this.define(
      name,
      offset,
      this.nested(offset, () => this.readOwnBody('block clause', offset)),
    )
    return { kind: 'template', offset, name, pipeline }
  }

  private readControl(kind: Control['kind'], offset: number): Control {
    const visible = this.pipelines.variables.length
    const pipeline = this.pipelines.parse(kind, 'right')
    if (kind === 'range') this.ranges++
    const body = this.nested(offset, () => this.readBody(offset))
    if (kind === 'range') this.ranges--
    const otherwise = body.closed === 'else' ? this.nested(offset, () => this.readElse(kind, offset)) : []
    this.pipelines.variables.length = visible
    return { kind, offset, pipeline, body: body.statements, otherwise }
  }

  private readElse(kind: Control['kind'], opening: number): readonly Statement[] {
    const word = this.tokens.peekSolid()
    if (kind !== 'range' && word.kind === 'keyword' && word.text === kind) {
      this.tokens.next()
      return [this.readControl(kind, word.offset)]
    }
    const body = this.readBody(opening)
    if (body.closed !== 'end') throw parseFailure('expected end; found {{else}}', body.offset)
    return body.statements
  }

  private nested<T>(offset: number, read: () => T): T {
    if (this.depth >= nestingLimit) throw parseFailure('control structures are nested too deeply', offset)
    this.depth++
    const result = read()
    this.depth--
    return result
  }
}

function isEmpty(body: readonly Statement[]): boolean {
  return body.every((statement) => statement.kind === 'text' && statement.text.trim() === '')
}

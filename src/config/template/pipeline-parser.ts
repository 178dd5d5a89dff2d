import { readNumber, unquote, unquoteCharacter } from './literals.ts'
import type { Command, Operand, Pipeline } from './syntax.ts'
import type { Token } from './token.ts'
import { parseFailure, type TokenStream, unexpected } from './token-stream.ts'

/** How deep parentheses and control structures may nest; Go allows 10 000, no file needs 200. */
export const nestingLimit = 200

/** The functions that a template may call. */
export interface FunctionNames {
  has(name: string): boolean
}

/** Reads what stands inside `{{ }}`: pipelines, commands and operands. */
export class PipelineParser {
  private readonly tokens: TokenStream
  private readonly functions: FunctionNames
  /** Names of the variables in reach. */
  variables: string[] = ['$']
  private depth = 0

  constructor(tokens: TokenStream, functions: FunctionNames) {
    this.tokens = tokens
    this.functions = functions
  }

  /** Reads to the closing delimiter or parenthesis, which it takes. */
  parse(context: string, end: 'right' | 'close'): Pipeline {
    const { offset } = this.tokens.peekSolid()
    const declared = this.readDeclarations(context)
    const commands: Command[] = []
    for (let token = this.tokens.peekSolid(); token.kind !== end; token = this.tokens.peekSolid()) {
      if (!beginsOperand(token)) throw unexpected(token, context)
      commands.push(this.readCommand())
    }
    this.tokens.nextSolid()
    if (commands.length === 0) throw parseFailure(`missing value for ${context}`, offset)
    commands.slice(1).forEach(checkStage)
    return { offset, ...declared, commands }
  }

  private readDeclarations(context: string): Pick<Pipeline, 'declarations' | 'assigns'> {
    const declarations: string[] = []
    while (this.tokens.peekSolid().kind === 'variable') {
      const ahead = this.tokens.peek(1).kind === 'space' ? 2 : 1
      const operator = this.tokens.peek(ahead)
      const takes = operator.kind === 'assign' || operator.kind === 'declare'
      if (!takes && operator.text !== ',') break
      const { text, offset } = this.tokens.next()
      this.tokens.nextSolid()
      declarations.push(text)
      this.variables.push(text)
      if (takes) return { declarations, assigns: operator.kind === 'assign' }
      this.checkSecondVariable(context, declarations.length, offset)
    }
    return { declarations, assigns: false }
  }

  private checkSecondVariable(context: string, count: number, offset: number): void {
    if (context !== 'range' || count > 1) throw parseFailure(`too many declarations in ${context}`, offset)
    const next = this.tokens.peekSolid()
    if (next.kind !== 'variable') throw parseFailure('range can only initialize variables', next.offset)
  }

  private readCommand(): Command {
    const { offset } = this.tokens.peekSolid()
    const operands: Operand[] = []
    for (;;) {
      const operand = this.readOperand()
      if (operand !== undefined) operands.push(operand)
      const token = this.tokens.peek()
      if (token.kind === 'space') {
        this.tokens.skipSpace()
        continue
      }
      if (token.kind === 'pipe') this.tokens.next()
      else if (token.kind !== 'right' && token.kind !== 'close') throw unexpected(token, 'operand')
      break
    }
    const [first, ...rest] = operands
    if (first === undefined) throw parseFailure('empty command', offset)
    return { offset, first, rest }
  }

  private readOperand(): Operand | undefined {
    const term = this.readTerm()
    if (term === undefined) return undefined
    const names: string[] = []
    while (this.tokens.peek().kind === 'field') names.push(this.tokens.next().text.slice(1))
    if (names.length === 0) return term
    if (term.kind === 'field' || term.kind === 'variable') return { ...term, names: [...term.names, ...names] }
    if (['bool', 'string', 'number', 'nil', 'dot'].includes(term.kind)) {
      throw parseFailure(`unexpected . after ${term.kind}`, term.offset)
    }
    return { kind: 'chain', offset: term.offset, base: term, names }
  }

  private readTerm(): Operand | undefined {
    const token = this.tokens.peekSolid()
    if (!beginsOperand(token)) return undefined
    this.tokens.next()
    const { offset, text } = token
    switch (token.kind) {
      case 'identifier':
        if (!this.functions.has(text)) throw parseFailure(`function "${text}" not defined`, offset)
        return { kind: 'identifier', offset, name: text }
      case 'variable':
        if (!this.variables.includes(text)) throw parseFailure(`undefined variable "${text}"`, offset)
        return { kind: 'variable', offset, name: text, names: [] }
      case 'field':
        return { kind: 'field', offset, names: [text.slice(1)] }
      case 'dot':
        return { kind: 'dot', offset }
      case 'keyword':
        return { kind: 'nil', offset }
      case 'bool':
        return { kind: 'bool', offset, value: text === 'true' }
      case 'open':
        return { kind: 'pipeline', offset, pipeline: this.readParentheses(offset) }
      default:
        return readConstant(token)
    }
  }

  private readParentheses(offset: number): Pipeline {
    if (this.depth >= nestingLimit) throw parseFailure('parentheses are nested too deeply', offset)
    this.depth++
    const pipeline = this.parse('parenthesized pipeline', 'close')
    this.depth--
    return pipeline
  }
}

/** The text of a string token. */
export function readString(token: Token): string {
  const value = unquote(token.text)
  if (value === undefined) throw parseFailure(`invalid syntax in the string ${token.text}`, token.offset)
  return value
}

function readConstant(token: Token): Operand {
  const { offset, text } = token
  if (token.kind === 'number') {
    const constant = readNumber(text)
    if ('message' in constant && !constant.late) throw parseFailure(constant.message, offset)
    return { kind: 'number', offset, constant }
  }
  if (token.kind !== 'character') return { kind: 'string', offset, value: readString(token) }
  const value = unquoteCharacter(text)
  if (value === undefined) throw parseFailure(`malformed character constant: ${text}`, offset)
  return { kind: 'number', offset, constant: { value } }
}

const operandKinds: ReadonlySet<string> = new Set([
  'bool',
  'character',
  'dot',
  'field',
  'identifier',
  'number',
  'raw',
  'string',
  'variable',
  'open',
])

function beginsOperand(token: Token): boolean {
  return operandKinds.has(token.kind) || (token.kind === 'keyword' && token.text === 'nil')
}

function checkStage(command: Command, index: number): void {
  if (['bool', 'dot', 'nil', 'number', 'string'].includes(command.first.kind)) {
    throw parseFailure(`non executable command in pipeline stage ${index + 2}`, command.offset)
  }
}

/** What a token is; keywords have a kind of their own. */
export type TokenKind =
  | 'text'
  | 'left'
  | 'right'
  | 'space'
  | 'assign'
  | 'declare'
  | 'pipe'
  | 'open'
  | 'close'
  | 'char'
  | 'character'
  | 'string'
  | 'raw'
  | 'number'
  | 'bool'
  | 'dot'
  | 'field'
  | 'variable'
  | 'identifier'
  | 'keyword'
  | 'error'
  | 'end'

/** A piece of the template: its text as written (for `error` the message) and where it begins. */
export interface Token {
  readonly kind: TokenKind
  readonly text: string
  readonly offset: number
}

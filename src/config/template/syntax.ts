import type { NumberConstant } from './literals.ts'

/** One operand of a command. */
export type Operand =
  | { readonly kind: 'string'; readonly offset: number; readonly value: string }
  | { readonly kind: 'number'; readonly offset: number; readonly constant: NumberConstant }
  | { readonly kind: 'bool'; readonly offset: number; readonly value: boolean }
  | { readonly kind: 'nil'; readonly offset: number }
  | { readonly kind: 'dot'; readonly offset: number }
  | { readonly kind: 'field'; readonly offset: number; readonly names: readonly string[] }
  | {
      readonly kind: 'variable'
      readonly offset: number
      /** `$x`, with the dollar. */
      readonly name: string
      readonly names: readonly string[]
    }
  | { readonly kind: 'identifier'; readonly offset: number; readonly name: string }
  | { readonly kind: 'chain'; readonly offset: number; readonly base: Operand; readonly names: readonly string[] }
  | { readonly kind: 'pipeline'; readonly offset: number; readonly pipeline: Pipeline }

/** Operands side by side: a function with its arguments, or one value. Never empty. */
export interface Command {
  readonly offset: number
  readonly first: Operand
  readonly rest: readonly Operand[]
}

/** Commands joined by `|`, with the variables that take the result. */
export interface Pipeline {
  readonly offset: number
  readonly declarations: readonly string[]
  /** `=` instead of `:=`. */
  readonly assigns: boolean
  readonly commands: readonly Command[]
}

/** A control structure that has a body, an optional `else` and an `end`. */
export interface Control {
  readonly kind: 'if' | 'with' | 'range'
  readonly offset: number
  readonly pipeline: Pipeline
  readonly body: readonly Statement[]
  readonly otherwise: readonly Statement[]
}

/** What a template is made of. */
export type Statement =
  | { readonly kind: 'text'; readonly offset: number; readonly text: string }
  | { readonly kind: 'action'; readonly offset: number; readonly pipeline: Pipeline }
  | Control
  | {
      readonly kind: 'template'
      readonly offset: number
      readonly name: string
      readonly pipeline: Pipeline | undefined
    }
  | { readonly kind: 'break' | 'continue'; readonly offset: number }

/** A parsed text: what it says, and the templates it defines by name. */
export interface Template {
  readonly source: string
  readonly root: readonly Statement[]
  readonly definitions: ReadonlyMap<string, readonly Statement[]>
}

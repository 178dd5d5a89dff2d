import type { Value } from './values.ts'

/** The variables of a template at work: a stack, later names hide earlier ones. */
export class Scope {
  private readonly variables: { readonly name: string; value: Value }[] = []

  constructor(dot: Value) {
    this.push('$', dot)
  }

  push(name: string, value: Value): void {
    this.variables.push({ name, value })
  }

  /** Sets a declared variable; false where there is none. */
  assign(name: string, value: Value): boolean {
    const variable = this.find(name)
    if (variable !== undefined) variable.value = value
    return variable !== undefined
  }

  read(name: string): Value | undefined {
    return this.find(name)?.value
  }

  /** Sets the variable that was declared `back` places from the top, 1 being the last. */
  setFromTop(back: number, value: Value): void {
    const variable = this.variables.at(-back)
    if (variable !== undefined) variable.value = value
  }

  mark(): number {
    return this.variables.length
  }

  /** Forgets what was declared since the mark. */
  release(mark: number): void {
    this.variables.length = mark
  }

  private find(name: string): { value: Value } | undefined {
    return this.variables.findLast((variable) => variable.name === name)
  }
}

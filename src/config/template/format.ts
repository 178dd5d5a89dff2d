import { type Directive, plainDirective } from './directive.ts'
import { formatValue } from './value-format.ts'
import { FunctionFailure, typeName, type Value } from './values.ts'

/** Widths and precisions beyond this are mistakes to Go too. */
const largestWidth = 1_000_000
/** Characters that one call may make. */
const longestText = 4 * 1024 * 1024

/** `printf`, with Go's verbs, flags, `*`, `[n]` and its way to report what does not fit. */
export function format(pattern: string, args: readonly Value[]): string {
  return new Formatter(pattern, args).run()
}

class Formatter {
  private readonly pattern: string
  private readonly args: readonly Value[]
  private position = 0
  private argument = 0
  private reordered = false
  private goodIndex = true
  private afterIndex = false
  private output = ''

  constructor(pattern: string, args: readonly Value[]) {
    this.pattern = pattern
    this.args = args
  }

  run(): string {
    while (this.position < this.pattern.length) {
      const percent = this.pattern.indexOf('%', this.position)
      const end = percent < 0 ? this.pattern.length : percent
      this.output += this.pattern.slice(this.position, end)
      this.position = end + 1
      if (percent >= 0) this.writeDirective()
    }
    if (!this.reordered && this.argument < this.args.length) this.writeExtra()
    return this.output
  }

  private writeDirective(): void {
    this.goodIndex = true
    this.afterIndex = false
    const flags = this.readFlags()
    this.readIndex()
    const width = this.readWidth()
    const precision = this.readPrecision()
    if (!this.afterIndex) this.readIndex()
    const code = this.pattern.codePointAt(this.position)
    if (code === undefined) {
      this.output += '%!(NOVERB)'
      return
    }
    const verb = String.fromCodePoint(code)
    this.position += verb.length
    const minus = flags.minus || width.negative
    this.writeVerb({ ...flags, verb, minus, zero: flags.zero && !minus, width: width.value, precision })
  }

  private writeVerb(directive: Directive): void {
    const { verb } = directive
    if (verb === '%') {
      this.output += '%'
      return
    }
    const value = this.args[this.argument]
    if (!this.goodIndex) this.output += `%!${verb}(BADINDEX)`
    else if (value === undefined) this.output += `%!${verb}(MISSING)`
    else {
      this.argument++
      // With %v the flags + and # have another meaning than with the verbs of numbers.
      const plain = verb === 'v' ? { ...directive, plus: false, sharp: false, source: directive.sharp } : directive
      this.output += formatValue(value, plain)
      if (this.output.length > longestText) throw new FunctionFailure('the result is too long')
    }
  }

  private readFlags(): Directive {
    const written = /^[#0+\- ]*/.exec(this.pattern.slice(this.position))?.[0] ?? ''
    this.position += written.length
    return {
      ...plainDirective,
      plus: written.includes('+'),
      minus: written.includes('-'),
      sharp: written.includes('#'),
      space: written.includes(' '),
      zero: written.includes('0'),
    }
  }

  private readWidth(): { readonly value: number | undefined; readonly negative: boolean } {
    if (this.pattern.charAt(this.position) !== '*') {
      const value = this.readCount()
      if (this.afterIndex && value !== undefined) this.goodIndex = false
      return { value, negative: false }
    }
    const value = this.readStar()
    if (value === undefined) this.output += '%!(BADWIDTH)'
    return { value: value === undefined ? undefined : Math.abs(value), negative: (value ?? 0) < 0 }
  }

  private readPrecision(): number | undefined {
    // A point at the very end is taken for the verb.
    if (!/^\../s.test(this.pattern.slice(this.position, this.position + 2))) return undefined
    this.position++
    if (this.afterIndex) this.goodIndex = false
    this.readIndex()
    if (this.pattern.charAt(this.position) !== '*') return this.readCount() ?? 0
    const value = this.readStar()
    if (value === undefined || value < 0) {
      if (value === undefined) this.output += '%!(BADPREC)'
      return undefined
    }
    return value
  }

  private readStar(): number | undefined {
    this.position++
    this.afterIndex = false
    const value = this.args[this.argument]
    if (value === undefined) return undefined
    this.argument++
    return typeof value === 'bigint' && value >= -largestWidth && value <= largestWidth ? Number(value) : undefined
  }

  private readCount(): number | undefined {
    const digits = /^[0-9]+/.exec(this.pattern.slice(this.position))?.[0]
    if (digits === undefined) return undefined
    this.position += digits.length
    if (Number(digits) <= largestWidth) return Number(digits)
    // Go gives up on the rest of the format.
    this.position = this.pattern.length
    return undefined
  }

  private readIndex(): void {
    this.afterIndex = false
    if (this.pattern.charAt(this.position) !== '[') return
    this.reordered = true
    const match = /^\[([^\]]*)\]/.exec(this.pattern.slice(this.position))
    this.position += match === null ? 1 : match[0].length
    const digits = match?.[1] ?? ''
    this.afterIndex = /^[0-9]+$/.test(digits)
    const index = Number(digits) - 1
    if (this.afterIndex && index >= 0 && index < this.args.length) this.argument = index
    else this.goodIndex = false
  }

  private writeExtra(): void {
    const extra = this.args.slice(this.argument).map((value) => {
      return value === null ? '<nil>' : `${typeName(value)}=${formatValue(value, plainDirective)}`
    })
    this.output += `%!(EXTRA ${extra.join(', ')})`
  }
}

/** One `%…` of a format: flags, width, precision and verb. */
export interface Directive {
  readonly verb: string
  readonly plus: boolean
  readonly minus: boolean
  readonly sharp: boolean
  readonly space: boolean
  readonly zero: boolean
  /** `%#v`: as Go source; `sharp` is then not set. */
  readonly source: boolean
  readonly width: number | undefined
  readonly precision: number | undefined
}

/** `%v` without anything. */
export const plainDirective: Directive = {
  verb: 'v',
  plus: false,
  minus: false,
  sharp: false,
  space: false,
  zero: false,
  source: false,
  width: undefined,
  precision: undefined,
}

/** Fills a text up to the width: spaces, or zeros on the left. */
export function pad(text: string, directive: Directive): string {
  const missing = (directive.width ?? 0) - Array.from(text).length
  if (missing <= 0) return text
  if (directive.minus) return text + ' '.repeat(missing)
  return (directive.zero ? '0' : ' ').repeat(missing) + text
}

/** Fills a number: zeros go between sign and digits. */
export function padNumber(sign: string, digits: string, directive: Directive): string {
  if (!directive.zero || directive.minus) return pad(sign + digits, { ...directive, zero: false })
  const missing = (directive.width ?? 0) - sign.length - digits.length
  return sign + '0'.repeat(Math.max(missing, 0)) + digits
}

/** The sign that a number carries: `-`, or what the flags ask for. */
export function signOf(negative: boolean, directive: Directive): string {
  if (negative) return '-'
  if (directive.plus) return '+'
  return directive.space ? ' ' : ''
}

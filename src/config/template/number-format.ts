import { type Directive, padNumber, signOf } from './directive.ts'

const bases: Readonly<Record<string, number>> = { v: 10, d: 10, b: 2, o: 8, O: 8, x: 16, X: 16 }
const prefixes: Readonly<Record<string, string>> = { b: '0b', o: '0', x: '0x', X: '0X' }

/** An integer in base 2, 8, 10 or 16; undefined for other verbs. */
export function formatInteger(value: bigint, directive: Directive): string | undefined {
  const { verb, precision } = directive
  const base = bases[verb]
  if (base === undefined) return undefined
  const lower = (value < 0n ? -value : value).toString(base)
  const digits = verb === 'X' ? lower.toUpperCase() : lower
  const sign = signOf(value < 0n, directive)
  if (precision === 0 && value === 0n) return padNumber('', '', { ...directive, zero: false })
  const precise = precision === undefined ? digits : digits.padStart(precision, '0')
  const zero = directive.zero && precision === undefined
  // Zeros that fill the width stand before the prefix's digits, so the prefix belongs to the sign.
  if (!zero) return padNumber(sign, prefixOf(precise, directive) + precise, { ...directive, zero })
  const missing = Math.max((directive.width ?? 0) - sign.length - precise.length, 0)
  const filled = directive.minus ? precise : '0'.repeat(missing) + precise
  return padNumber(sign, prefixOf(filled, directive) + filled, { ...directive, zero: false })
}

function prefixOf(digits: string, { verb, sharp }: Directive): string {
  if (verb === 'O') return '0o'
  if (!sharp) return ''
  return verb === 'o' && digits.startsWith('0') ? '' : (prefixes[verb] ?? '')
}

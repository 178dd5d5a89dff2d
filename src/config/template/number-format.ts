import { type Decimal, roundToDigits, roundToPlaces, shortestDecimal } from './decimal.ts'
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

const floatVerbs: ReadonlySet<string> = new Set(['v', 'e', 'E', 'f', 'F', 'g', 'G'])

/** A float as `%e`, `%f`, `%g` or `%v`; undefined for other verbs. */
export function formatFloat(value: number, directive: Directive): string | undefined {
  if (!floatVerbs.has(directive.verb)) return undefined
  const negative = value < 0 || Object.is(value, -0)
  const sign = signOf(negative, directive)
  if (Number.isFinite(value)) return padNumber(sign, floatDigits(value, directive), directive)
  // Infinity is not filled with zeros; NaN has a sign only when asked for.
  const name = Number.isNaN(value) ? 'NaN' : 'Inf'
  const shown = name === 'Inf' && sign === '' && directive.plus ? '+' : sign
  const text = directive.verb === 'v' && name === 'Inf' && shown === '' ? '+' : shown
  return padNumber(text, name, { ...directive, zero: false })
}

function floatDigits(value: number, directive: Directive): string {
  const kind = directive.verb.toLowerCase()
  const digits =
    kind === 'e' ? exponential(value, directive) : kind === 'f' ? fixed(value, directive) : general(value, directive)
  return directive.verb === 'E' || directive.verb === 'G' ? digits.toUpperCase() : digits
}

function exponential(value: number, { precision = 6, sharp }: Directive): string {
  return writeExponent(roundToDigits(value, precision + 1), precision, sharp)
}

function fixed(value: number, { precision = 6, sharp }: Directive): string {
  return writeFixed(roundToPlaces(value, precision), precision, sharp)
}

function general(value: number, { precision, sharp, verb }: Directive): string {
  const wanted = precision === 0 ? 1 : precision
  const decimal = wanted === undefined ? shortestDecimal(value) : trimZeros(roundToDigits(value, wanted))
  const keepsZeros = sharp && verb !== 'v'
  const count = keepsZeros ? Math.max(wanted ?? 6, decimal.digits.length) : decimal.digits.length
  const exponent = value === 0 ? 0 : decimal.point - 1
  if (exponent < -4 || exponent >= exponentThreshold(decimal, wanted)) {
    return writeExponent(decimal, count - 1, keepsZeros)
  }
  const whole = value === 0 ? 1 : decimal.point
  return writeFixed(decimal, Math.max(count - whole, 0), keepsZeros)
}

/** From which power of ten on a number is written with an exponent. */
function exponentThreshold({ digits, point }: Decimal, precision: number | undefined): number {
  if (precision === undefined) return 21
  return precision > digits.length && digits.length >= point ? digits.length : precision
}

function trimZeros({ digits, point }: Decimal): Decimal {
  return { digits: digits.replace(/0+$/, '') || '0', point }
}

function writeExponent({ digits, point }: Decimal, places: number, dot: boolean): string {
  const fraction = digits.slice(1, places + 1).padEnd(places, '0')
  const exponent = digits.startsWith('0') ? 0 : point - 1
  const tail = `${exponent < 0 ? '-' : '+'}${String(Math.abs(exponent)).padStart(2, '0')}`
  return `${digits.charAt(0)}${fraction === '' ? (dot ? '.' : '') : `.${fraction}`}e${tail}`
}

function writeFixed({ digits, point }: Decimal, places: number, dot: boolean): string {
  const whole = point > 0 ? digits.slice(0, point).padEnd(point, '0') : '0'
  const behind = point > 0 ? digits.slice(point) : '0'.repeat(-point) + digits
  const fraction = behind.slice(0, places).padEnd(places, '0')
  return fraction === '' ? whole + (dot ? '.' : '') : `${whole}.${fraction}`
}

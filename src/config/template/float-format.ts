import { type Decimal, roundToDigits, roundToPlaces, shortestDecimal } from './decimal.ts'
import { type Directive, padNumber, signOf } from './directive.ts'
import { signed, writeBinary, writeHexadecimal } from './float-bits.ts'

/** A float as `%e`, `%f`, `%g`, `%v`, `%b` or `%x`; undefined for other verbs. */
export function formatFloat(value: number, directive: Directive): string | undefined {
  const write = floatWriters[directive.verb.toLowerCase()]
  if (write === undefined || directive.verb === 'B' || directive.verb === 'V') return undefined
  const sign = signOf(value < 0 || Object.is(value, -0), directive)
  if (!Number.isFinite(value)) return formatSpecial(value, sign, directive)
  const digits = write(value, directive.precision)
  const shown = directive.sharp && directive.verb !== 'b' ? keepPoint(digits, directive) : digits
  return padNumber(sign, /[EGX]/.test(directive.verb) ? shown.toUpperCase() : shown, directive)
}

/** Infinity and NaN are never filled with zeros. */
function formatSpecial(value: number, sign: string, directive: Directive): string {
  const name = Number.isNaN(value) ? 'NaN' : `${sign === '' && directive.verb === 'v' ? '+' : ''}Inf`
  return padNumber(sign, name, { ...directive, zero: false })
}

type FloatWriter = (value: number, precision: number | undefined) => string

const floatWriters: Readonly<Record<string, FloatWriter>> = {
  b: writeBinary,
  e: (value, precision = 6) => writeExponent(roundToDigits(value, precision + 1), precision),
  f: (value, precision = 6) => writeFixed(roundToPlaces(value, precision), precision),
  g: writeGeneral,
  v: writeGeneral,
  x: writeHexadecimal,
}

function writeGeneral(value: number, precision: number | undefined): string {
  const wanted = precision === 0 ? 1 : precision
  const decimal = wanted === undefined ? shortestDecimal(value) : trimZeros(roundToDigits(value, wanted))
  const count = decimal.digits.length
  const exponent = value === 0 ? 0 : decimal.point - 1
  if (exponent < -4 || exponent >= exponentThreshold(decimal, wanted)) return writeExponent(decimal, count - 1)
  return writeFixed(decimal, Math.max(count - (value === 0 ? 1 : decimal.point), 0))
}

/** From which power of ten on a number is written with an exponent. */
function exponentThreshold({ digits, point }: Decimal, precision: number | undefined): number {
  if (precision === undefined) return 6
  return precision > digits.length && digits.length >= point ? digits.length : precision
}

/** The flag `#` keeps the point and the zeros behind it. */
function keepPoint(digits: string, { verb, precision }: Directive): string {
  const [, number = '', tail = ''] = /^(.*?)([ep][+-]\d+)?$/.exec(digits) ?? []
  const significant = number.replace('.', '').replace(/^0+/, '').length
  // A lone zero counts as a digit.
  const written = number === '0' ? 1 : significant
  const wanted = 'vgGx'.includes(verb) ? (precision ?? 6) : 0
  const point = number.includes('.') ? '' : '.'
  return number + point + '0'.repeat(Math.max(wanted - written, 0)) + tail
}

function trimZeros({ digits, point }: Decimal): Decimal {
  return { digits: digits.replace(/0+$/, '') || '0', point }
}

function writeExponent({ digits, point }: Decimal, places: number): string {
  const fraction = digits.slice(1, places + 1).padEnd(places, '0')
  const exponent = digits.startsWith('0') ? 0 : point - 1
  return `${digits.charAt(0)}${fraction === '' ? '' : `.${fraction}`}e${signed(exponent, 2)}`
}

function writeFixed({ digits, point }: Decimal, places: number): string {
  const whole = point > 0 ? digits.slice(0, point).padEnd(point, '0') : '0'
  const behind = point > 0 ? digits.slice(point) : '0'.repeat(-point) + digits
  const fraction = behind.slice(0, places).padEnd(places, '0')
  return fraction === '' ? whole : `${whole}.${fraction}`
}

import { decompose } from './decimal.ts'

/** `%b`: the mantissa as it is stored. */
export function writeBinary(value: number): string {
  const { mantissa, exponent } = decompose(value)
  return `${mantissa}p${signed(exponent, 1)}`
}

/** `%x`: one hexadecimal digit before the point, at most thirteen behind it. */
export function writeHexadecimal(value: number, precision: number | undefined): string {
  if (value === 0) return `0x0${fractionOf('', precision)}p+00`
  let { mantissa, exponent } = decompose(value)
  for (; mantissa < 2n ** 52n; exponent--) mantissa <<= 1n
  const rounded = precision === undefined ? mantissa : roundMantissa(mantissa, precision)
  const overflows = rounded === 2n ** 53n
  const digits = (overflows ? 2n ** 52n : rounded).toString(16).slice(1).replace(/0+$/, '')
  return `0x1${fractionOf(digits, precision)}p${signed(exponent + 52 + (overflows ? 1 : 0), 2)}`
}

function roundMantissa(mantissa: bigint, places: number): bigint {
  if (places >= 13) return mantissa
  const unit = 2n ** BigInt(52 - 4 * places)
  const rest = mantissa % unit
  const isUp = rest * 2n > unit || (rest * 2n === unit && (mantissa / unit) % 2n === 1n)
  return mantissa - rest + (isUp ? unit : 0n)
}

function fractionOf(digits: string, precision: number | undefined): string {
  const fraction = digits.padEnd(precision ?? 0, '0')
  return fraction === '' ? '' : `.${fraction}`
}

/** An exponent with its sign and at least `width` digits. */
export function signed(exponent: number, width: number): string {
  return `${exponent < 0 ? '-' : '+'}${String(Math.abs(exponent)).padStart(width, '0')}`
}

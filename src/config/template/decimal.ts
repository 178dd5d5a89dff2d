/** A float in decimal: `0.d1d2d3… × 10^point`; digits hold no leading zero but that of zero itself. */
export interface Decimal {
  readonly digits: string
  readonly point: number
}

/** The fewest digits that give the number back. */
export function shortestDecimal(value: number): Decimal {
  const [mantissa = '', exponent = '0'] = Math.abs(value).toExponential().split('e')
  return { digits: mantissa.replace('.', ''), point: Number(exponent) + 1 }
}

/** `places` digits behind the decimal point, rounded half to even on the exact value, as Go does. */
export function roundToPlaces(value: number, places: number): Decimal {
  const exact = exactDecimal(value)
  return roundDigits(exact, exact.point + places)
}

/** `count` significant digits. */
export function roundToDigits(value: number, count: number): Decimal {
  return roundDigits(exactDecimal(value), count)
}

function exactDecimal(value: number): Decimal {
  if (value === 0) return { digits: '0', point: 1 }
  const { mantissa, exponent } = decompose(value)
  const places = Math.max(-exponent, 0)
  const digits = (exponent >= 0 ? mantissa << BigInt(exponent) : mantissa * 5n ** BigInt(places)).toString()
  return { digits, point: digits.length - places }
}

/** The parts of a float, its sign left out: `mantissa × 2^exponent`. */
export function decompose(value: number): { readonly mantissa: bigint; readonly exponent: number } {
  const view = new DataView(new ArrayBuffer(8))
  view.setFloat64(0, Math.abs(value))
  const bits = view.getBigUint64(0)
  const biased = Number(bits >> 52n)
  const fraction = bits & (2n ** 52n - 1n)
  return { mantissa: biased === 0 ? fraction : fraction | (2n ** 52n), exponent: Math.max(biased, 1) - 1075 }
}

function roundDigits({ digits, point }: Decimal, count: number): Decimal {
  if (count >= digits.length) return { digits, point }
  if (count < 0) return { digits: '0', point: 1 }
  const kept = digits.slice(0, count)
  const rest = digits.slice(count)
  const half = `5${'0'.repeat(rest.length - 1)}`
  const isOdd = Number(kept.at(-1) ?? '0') % 2 === 1
  const up = rest > half || (rest === half && isOdd)
  if (!up) return kept === '' ? { digits: '0', point: 1 } : { digits: kept, point }
  const raised = (BigInt(kept === '' ? '0' : kept) + 1n).toString()
  return { digits: raised, point: point + (raised.length - kept.length) }
}
